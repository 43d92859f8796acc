// The market in four tiles: who leads, how long a lead lasts, who is worth most, what capability costs.

import {all, ask} from '../core/api.js';
import {el} from '../core/dom.js';
import {date, days, money, multiple, percent, price} from '../core/format.js';
import {benchmark as benchmarkName, company, model} from '../core/names.js';
import {href} from '../core/route.js';
import {believedThen, differs} from '../core/time.js';
import {factor} from '../charts/capability.js';
import {inWords} from '../charts/vorsprung.js';
import {why} from './why.js';

const RACE = 'gpqa-diamond';
const CAPABILITY = {benchmark: 'mmlu', minScore: 0.7};

/** `companies` come with the most valuable first; `then` holds them as they were believed to be, or is null. */
export async function headline(companies, then, asked) {
  const [benchmarks, believed] = await Promise.all([
    all('/v1/benchmarks', asked), then ? all('/v1/benchmarks', believedThen(asked)) : null]);
  const race = benchmarks.find((each) => each.benchmarkId === RACE);
  const raceThen = believed && (believed.find((each) => each.benchmarkId === RACE) ?? {});
  const isPriced = benchmarks.some((each) => each.benchmarkId === CAPABILITY.benchmark);
  const capability = isPriced && await ask('/v1/prices/capability', {...CAPABILITY, ...asked});
  return el('section', {class: 'grid tiles wordy', 'aria-label': 'In short'},
    race && leads(race, raceThen, asked), race && lasts(race, raceThen, asked), worth(companies[0], then),
    capability && costs(capability, asked));
}

/** A figure with its reasons, and what it was believed to be where that differs. */
function figure(kind, item, then, name, format) {
  const id = kind === 'companies' ? item.companyId : item.benchmarkId;
  const before = then && differs(item[name], then[name]) ? (then[name] === undefined ? '–' : format(then[name])) : undefined;
  return item[name] === undefined ? '–' : why({kind, id, figure: name}, format(item[name]), before);
}

function leads(race, then, asked) {
  return tile('Who leads', figure('benchmarks', race, then, 'leader', company),
    [`on ${benchmarkName(RACE)}, for `, together(figure('benchmarks', race, then, 'leadDays', days), ','), ' by ',
      together(figure('benchmarks', race, then, 'marginPercent', percent), '.'), ' ',
      el('a', {href: href('race', {...asked, benchmark: RACE})}, 'The race')]);
}

function lasts(race, then, asked) {
  const claim = race.claims.at(-1);
  return tile('How long a lead lasts', figure('benchmarks', race, then, 'vorsprungDays', days),
    [`measured on ${benchmarkName(RACE)}. `, claim ? `${inWords(claim)}. ` : '',
      el('a', {href: href('race', {...asked, benchmark: RACE})}, 'How it shrank')]);
}

function worth(first, then) {
  if (!first?.valuationUsd) {
    return null;
  }
  const valuation = figure('companies', first, then && (then.get(first.companyId) ?? {}), 'valuationUsd', money);
  return tile('Who is worth most', first.company,
    ['at ', together(valuation, ','), ` since ${date(first.valuationAt)}`, first.stepUp && first.stepUp !== 1
      ? `, ${multiple(first.stepUp)} the valuation before.` : '.']);
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

/** A line may break before and after a button, also before a comma; not within this. */
function together(figure, mark) {
  return el('span', {class: 'together'}, figure, mark);
}

function tile(title, number, words) {
  return el('article', {class: 'tile'}, el('h2', {}, title), el('p', {class: 'number'}, number), el('p', {}, words));
}
