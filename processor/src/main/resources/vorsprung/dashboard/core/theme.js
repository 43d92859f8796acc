// Colours for charts, from the same custom properties as the page.

const ORDER = ['openai', 'anthropic', 'google', 'xai', 'meta', 'deepseek', 'mistral-ai', 'alibaba', 'open', 'closed'];

/** What everybody else takes in turn: first the colours that no company of the order has. */
const OTHERS = [9, 10, 6, 7, 8, 5];

const numbers = new Map(ORDER.map((id, place) => [id, place + 1]));

/** The value of a custom property now. */
export function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The colour of a company, the same one on every chart of a visit. */
export function colorOf(id) {
  return color(`series-${numberOf(id)}`);
}

/** The same as a reference that follows the scheme by itself. */
export function colorReference(id) {
  return `var(--series-${numberOf(id)})`;
}

/** Calls back when light becomes dark or the other way round. */
export function onScheme(listener, signal) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener, {signal});
}

function numberOf(id) {
  if (!numbers.has(id)) {
    numbers.set(id, OTHERS[(numbers.size - ORDER.length) % OTHERS.length]);
  }
  return numbers.get(id);
}
