// Race: who leads on a benchmark, by how much and for how long.

import {all, ask, path} from '../core/api.js';
import {el} from '../core/dom.js';
import {count, date, days, percent, score} from '../core/format.js';
import {benchmark as nameOf, company, model} from '../core/names.js';
import {believedThen, differs, end, times} from '../core/time.js';
import {race as raceChart} from '../charts/race.js';
import {shares} from '../charts/shares.js';
import {inWords, vorsprung} from '../charts/vorsprung.js';
import {choose} from '../parts/choose.js';
import {empty} from '../parts/states.js';
import {table} from '../parts/table.js';
import {why} from '../parts/why.js';

const FIRST = 'gpqa-diamond';

/** Catch-ups whose Vorsprung is asked for, the last ones; the line begins later where there are more. */
const MOST_STEPS = 24;

export const title = 'Race';

export async function race(params) {
  const asked = times(params);
  const benchmarks = await all('/v1/benchmarks', asked);
  if (benchmarks.length === 0) {
    return [el('h1', {}, 'Race'), empty('No benchmark had a result then. Choose a later day.')];
  }
  const wanted = params.get('benchmark') || FIRST;
  const benchmark = benchmarks.find((each) => each.benchmarkId === wanted) ?? benchmarks[0];
  const by = params.get('by') === 'openness' ? 'openness' : 'company';
  const name = nameOf(benchmark.benchmarkId, benchmark.benchmark);
  const then = await earlier(benchmark.benchmarkId, asked);
  return [
    el('h1', {}, `${company(benchmark.leader)} leads on ${name}`),
    summary(benchmark, then),
    el('form', {class: 'fields', 'aria-label': 'Which race'},
      choose('benchmark', 'Benchmark', benchmark.benchmarkId, benchmarks.map((each) => [each.benchmarkId, nameOf(each.benchmarkId, each.benchmark)])),
      choose('by', 'Between', by, [['company', 'companies'], ['openness', 'open and closed weights']])),
    await charts(benchmark, by, asked),
  ];
}

async function earlier(benchmarkId, asked) {
  const then = believedThen(asked);
  if (!then) {
    return null;
  }
  return (await all('/v1/benchmarks', then)).find((each) => each.benchmarkId === benchmarkId) ?? {};
}

function summary(benchmark, then) {
  const figure = (name, format) => (benchmark[name] === undefined ? '–'
    : why({kind: 'benchmarks', id: benchmark.benchmarkId, figure: name}, format(benchmark[name]),
      then && differs(benchmark[name], then[name]) ? format(then[name]) : undefined));
  const claim = benchmark.claims.at(-1);
  return el('section', {class: 'grid tiles', 'aria-label': 'In short'},
    tile('Leader', figure('leader', (id) => (id ? company(id) : '–')), [`with ${model(benchmark.leaderModelId)}`]),
    tile('Leads for', figure('leadDays', days), [`last result ${date(benchmark.lastResultAt)}`]),
    tile('Margin', figure('marginPercent', percent), ['best score ', figure('frontier', score)]),
    tile('A lead lasts', figure('vorsprungDays', days), [claim ? why({kind: 'benchmarks', id: benchmark.benchmarkId, figure: 'claims'}, inWords(claim)) : 'median of the last five catch-ups']),
    tile('Contenders', figure('contenders', count), ['within 2 % of the best score']));
}

function tile(heading, number, words) {
  return el('article', {class: 'tile'}, el('h2', {}, heading), el('p', {class: 'number'}, number), el('p', {}, words));
}

async function charts(benchmark, by, asked) {
  const {benchmarkId} = benchmark;
  const name = nameOf(benchmarkId, benchmark.benchmark);
  const part = (list, more = {}) => all(path('benchmarks', benchmarkId, list), {...asked, by, ...more});
  const [records, leads, windows, pinned] = await Promise.all([
    part('records'), part('leads'), part('windows', {size: 'P3M'}), ask(path('benchmarks', benchmarkId), asked)]);
  if (records.length === 0) {
    return empty('No result has a model whose weights are known to be open or closed.');
  }
  const steps = by === 'company' ? await vorsprungSteps(benchmark, records, asked, pinned) : [];
  return el('div', {class: 'grid'},
    raceChart({title: name, benchmarkId, records, leads, end: end(pinned), embed: embedUrl(benchmarkId, by, asked)}),
    el('div', {class: 'grid columns'},
      steps.length > 1 ? vorsprung({benchmarkId, steps, claims: benchmark.claims}) : null,
      windows.length ? shares({benchmarkId, windows}) : null),
    leadTable(leads));
}

/** The Vorsprung after each catch-up, as the server measures it, and at the end. */
async function vorsprungSteps(benchmark, records, asked, pinned) {
  const times = [...new Set(records.map((record) => record.catchUp?.at).filter(Boolean))].sort().slice(-MOST_STEPS);
  const answers = await Promise.all(times.map((at) => ask(path('benchmarks', benchmark.benchmarkId), {...asked, asOf: at})));
  return [...times.map((at, i) => ({at, vorsprungDays: answers[i].vorsprungDays})),
    {at: pinned.asOf, vorsprungDays: benchmark.vorsprungDays}];
}

function leadTable(leads) {
  return table('Who led, from when to when', [
    {name: 'Leader', header: true, cell: (lead) => company(lead.leader)},
    {name: 'With', cell: (lead) => model(lead.modelId)},
    {name: 'From', number: true, cell: (lead) => date(lead.openedAt)},
    {name: 'Until', number: true, cell: (lead) => (lead.closedAt ? date(lead.closedAt) : 'now')},
    {name: 'Length', number: true, cell: (lead) => days(lead.days)},
    {name: 'Score', number: true, cell: (lead) => score(lead.openingScore)},
    {name: 'Greatest margin', number: true, cell: (lead) => score(lead.maxMargin)},
    {name: 'Then', cell: (lead) => (lead.successor ? company(lead.successor) : '–')},
  ], [...leads].reverse());
}

function embedUrl(benchmark, by, asked) {
  const set = Object.entries({chart: 'race', benchmark, by, ...asked}).filter(([, value]) => value);
  return `/embed.html?${new URLSearchParams(set)}`;
}
