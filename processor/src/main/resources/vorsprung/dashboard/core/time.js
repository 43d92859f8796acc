// The two times of every question, and what a later correction has changed.

/** What the URL says of the two times, as parameters of a question. */
export function times(params) {
  return {asOf: params.get('asOf') ?? '', knownAt: params.get('knownAt') ?? ''};
}

/** The same question as it would have been answered on the day asked about; null when that is now. */
export function believedThen({asOf, knownAt}) {
  return asOf && knownAt !== asOf ? {asOf, knownAt: asOf} : null;
}

/** Seconds since 1970, as charts count. */
export function seconds(instant) {
  return Date.parse(instant) / 1000;
}

/** The end of what is shown: the time asked about, or now. */
export function end(answer) {
  return seconds(answer.asOf);
}

/** Whether two figures differ, whatever they are made of. */
export function differs(left, right) {
  return JSON.stringify(left ?? null) !== JSON.stringify(right ?? null);
}
