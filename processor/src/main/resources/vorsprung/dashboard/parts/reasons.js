// Where the reasons of a figure come from: the server's explanation, or the facts its evidence names where there is none.

import {ApiProblem, ask, path} from '../core/api.js';

const MOST = 20;

const ROUND = ['funding-round'];
const FINANCE = ['financial-report'];
const TYPES = {
  monthlyBurnUsd: FINANCE,
  annualizedRevenueUsd: FINANCE,
  cashUsd: FINANCE,
  usage: ['usage-report'],
  runwayMonths: ['financial-report', 'funding-round'],
  revenueMultiple: ['funding-round', 'financial-report'],
};

/** The figure, its rule, the facts it rests on, and the leaps of a Vorsprung: {value, rule, facts, left, leaps}. */
export async function explain(about, asked) {
  try {
    const answer = await ask(path(about.kind, about.id, 'why', about.figure), asked);
    const {value, rule, facts, evidenceCount = facts.length, leaps = []} = answer;
    return {value, rule, facts: facts.slice(0, MOST), left: Math.max(0, evidenceCount - MOST), leaps};
  } catch (problem) {
    if (problem instanceof ApiProblem && (problem.status === 404 || problem.status === 422)) {
      return fromEvidence(about, asked);
    }
    throw problem;
  }
}

async function fromEvidence(about, asked) {
  const answer = await ask(path(about.kind, about.id), asked);
  const ids = evidenceOf(answer, about.figure);
  const facts = await Promise.all(ids.slice(0, MOST).map((id) => factOf(about, id, asked)));
  const value = answer[about.figure] ?? answer.price?.[about.figure];
  return {value, rule: '', facts: facts.filter(Boolean), left: Math.max(0, ids.length - MOST), leaps: []};
}

function evidenceOf(answer, figure) {
  const evidence = answer.evidence ?? [];
  return Array.isArray(evidence) ? evidence : evidence[figure] ?? evidence.price ?? [];
}

async function factOf(about, eventId, asked) {
  for (const type of typesOf(about)) {
    try {
      const event = await ask(path('events', type, about.id, eventId), asked);
      return {...event, fields: event.fact, occurredAt: (event.fact ?? event.reports.at(-1)).occurredAt};
    } catch (problem) {
      if (problem.status !== 404) {
        throw problem;
      }
    }
  }
  return null;
}

function typesOf({kind, figure}) {
  if (kind === 'benchmarks') {
    return ['benchmark-result'];
  }
  return kind === 'models' ? ['price-change', 'model-release'] : TYPES[figure] ?? ROUND;
}
