// The market in four tiles: who leads, how long a lead lasts, who is worth most, what capability costs.

import {ask, path} from '../core/api.js';
import {el} from '../core/dom.js';
import {date, days, money, multiple, percent, price} from '../core/format.js';
import {benchmark as benchmarkName, company, model} from '../core/names.js';
import {href} from '../core/route.js';
import {factor} from '../charts/capability.js';
import {inWords} from '../charts/vorsprung.js';
import {why} from './why.js';

const RACE = 'gpqa-diamond';
const CAPABILITY = {benchmark: 'mmlu', minScore: 0.7};

export async function headline(companies, asked) {
  const [race, capability] = await Promise.all([
    found(ask(path('benchmarks', RACE), asked)),
    found(ask('/v1/prices/capability', {...CAPABILITY, ...asked})),
  ]);
  return el('section', {class: 'grid tiles', 'aria-label': 'In short'},
    race && leads(race, asked), race && lasts(race, asked), worth(companies[0]), capability && costs(capability, asked));
}

/** An answer, or nothing where there is nothing of that name yet. */
async function found(answer) {
  try {
    return await answer;
  } catch (problem) {
    if (problem.status === 404) {
      return null;
    }
    throw problem;
  }
}

function leads(race, asked) {
  const about = (figure) => ({kind: 'benchmarks', id: RACE, figure});
  return tile('Who leads', why(about('leader'), company(race.leader)),
    [`on ${benchmarkName(RACE)}, for `, why(about('leadDays'), days(race.leadDays)), ', by ',
      why(about('marginPercent'), percent(race.marginPercent)), '. ',
      el('a', {href: href('race', {...asked, benchmark: RACE})}, 'The race')]);
}

function lasts(race, asked) {
  const claim = race.claims.at(-1);
  return tile('How long a lead lasts', why({kind: 'benchmarks', id: RACE, figure: 'vorsprungDays'}, days(race.vorsprungDays)),
    [`measured on ${benchmarkName(RACE)}. `, claim ? `${inWords(claim)}. ` : '',
      el('a', {href: href('race', {...asked, benchmark: RACE})}, 'How it shrank')]);
}

function worth(first) {
  if (!first?.valuationUsd) {
    return null;
  }
  return tile('Who is worth most', why({kind: 'companies', id: first.companyId, figure: 'valuationUsd'}, money(first.valuationUsd)),
    [`${first.company}, since ${date(first.valuationAt)}`, first.stepUp && first.stepUp !== 1
      ? `, ${multiple(first.stepUp)} of the valuation before.` : '.']);
}

function costs(capability, asked) {
  const last = capability.items.at(-1);
  if (!last) {
    return null;
  }
  return tile('What capability costs', price(last.blendedUsdPerMillionTokens),
    [`per million tokens for ${CAPABILITY.minScore * 100} % on ${benchmarkName(CAPABILITY.benchmark)}, with ${model(last.modelId)}`,
      capability.factorPerYear ? `; ${factor(capability.factorPerYear)} cheaper each year. ` : '. ',
      el('a', {href: href('prices', {...asked, ...CAPABILITY})}, 'Prices')]);
}

function tile(title, number, words) {
  return el('article', {class: 'tile'}, el('h2', {}, title), el('p', {class: 'number'}, number), el('p', {}, words));
}
