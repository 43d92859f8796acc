// Signals and changes in a sentence.

import {label} from '../core/figures.js';
import {benchmark, company, model, subject} from '../core/names.js';
import {date, days, figure, money, months, price} from '../core/format.js';

const SIGNALS = {
  VALUATION_STEP_UP: ({subject: id, value, previous}) => `${company(id)} is valued at ${money(value)}, up from ${money(previous)}`,
  DOWN_ROUND: ({subject: id, value, previous}) => `${company(id)} is valued at ${money(value)}, down from ${money(previous)}`,
  RUNWAY_SHORT: ({subject: id, value}) => `${company(id)} has cash for ${months(value)}`,
  LEAD_CHANGED: ({subject: id, detail}) => `The lead on ${benchmark(id)} changed${named(detail)}`,
  CAUGHT_UP: ({subject: id, value, detail}) => `A record on ${benchmark(id)} was matched after ${days(value)}${named(detail)}`,
  LEAD_COMPRESSED: ({subject: id, value}) => `A lead on ${benchmark(id)} lasts only ${days(value)} now`,
  PRICE_CUT: ({subject: id, value, previous}) => `${subject(id)} costs ${price(value)} instead of ${price(previous)} per million tokens`,
  PRICE_WAR: ({value}) => `A price war: ${value ?? 'several'} cuts within a month`,
};

export function signalInWords(signal) {
  return SIGNALS[signal.type]?.(signal) ?? `${signal.type} of ${signal.subject}`;
}

/** Figures of a benchmark that rest on facts of models and companies: told without their values. */
const RESTING_ON_OTHERS = {
  openness: 'the race of open against closed weights',
  costRatio: 'what catching up cost',
  capabilityPrice: 'the price of a capability',
  claims: 'what is claimed of leads',
};

export function changeInWords({subject: id, subjectType, figure: name, before, after}) {
  const who = subjectType === 'benchmark' ? benchmark(id) : subject(id);
  if (name === 'history') {
    return `${who}: its past was rewritten from ${date(after)} on`;
  }
  if (RESTING_ON_OTHERS[name]) {
    return `${who}: ${RESTING_ON_OTHERS[name]} may differ from ${date(after)} on`;
  }
  return `${who}: ${label(name)} ${worded(name, before)} → ${worded(name, after)}`;
}

function worded(name, value) {
  if (Array.isArray(value)) {
    return `${value.length}`;
  }
  if (value && typeof value === 'object') {
    return value.blendedUsdPerMillionTokens === undefined ? money(value.valuationUsd ?? value.amountUsd) : price(value.blendedUsdPerMillionTokens);
  }
  if (typeof value === 'string' && name.startsWith('leader')) {
    return name === 'leader' ? company(value) : model(value);
  }
  return figure(name, value);
}

/** A signal's detail, "google leads, after openai" or "xai caught up with google", with names for ids. */
function named(detail = '') {
  const [, first, words, other] = /^(\S+)( leads, after | caught up with )(\S+)$/.exec(detail) ?? [];
  return first ? `: ${company(first)}${words}${company(other)}` : detail && `: ${detail}`;
}
