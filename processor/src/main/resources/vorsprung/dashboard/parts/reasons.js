// Where the reasons of a figure come from: the server's explanation.

import {ask, path} from '../core/api.js';

const MOST = 20;

/** The figure, its rule, the facts it rests on, and the leaps of a Vorsprung: {value, rule, facts, left, leaps}. */
export async function explain(about, asked) {
  const answer = await ask(path(about.kind, about.id, 'why', about.figure), asked);
  const {value, rule, facts, evidenceCount, leaps = []} = answer;
  return {value, rule, facts: facts.slice(0, MOST), left: Math.max(0, evidenceCount - MOST), leaps};
}
