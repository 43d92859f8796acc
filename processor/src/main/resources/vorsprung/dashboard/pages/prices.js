// Prices: what the same capability costs over time, and what models cost for what they score.

import {all, ask} from '../core/api.js';
import {el} from '../core/dom.js';
import {date, percent, price, score} from '../core/format.js';
import {benchmark as nameOf, company, model} from '../core/names.js';
import {go} from '../core/route.js';
import {believedThen, differs, times} from '../core/time.js';
import {capability} from '../charts/capability.js';
import {scatter} from '../charts/scatter.js';
import {choose} from '../parts/choose.js';
import {empty} from '../parts/states.js';
import {table} from '../parts/table.js';
import {why} from '../parts/why.js';

const FIRST = {benchmark: 'mmlu', minScore: 0.7};

export const title = 'Prices';

export async function prices(params) {
  const asked = times(params);
  const [models, then] = await Promise.all([all('/v1/models', asked), earlier(asked)]);
  const scored = models.flatMap((each) => each.scores.map((result) => result.benchmarkId));
  const benchmarks = [...new Set(scored)].sort();
  if (benchmarks.length === 0) {
    return [el('h1', {}, 'Prices'), empty('No model had a score then. Choose a later day.')];
  }
  const wanted = params.get('benchmark') || FIRST.benchmark;
  const benchmarkId = benchmarks.includes(wanted) ? wanted : benchmarks[0];
  const points = priced(models, benchmarkId);
  const minScore = chosenScore(params, benchmarkId, points);
  const name = nameOf(benchmarkId);
  return [
    el('h1', {}, 'What the same capability costs'),
    el('p', {class: 'lead'}, 'Choose a benchmark and the score a model must reach: the chart shows the cheapest that did, at each time.'),
    el('form', {class: 'fields', 'aria-label': 'Which capability', onsubmit: (event) => event.preventDefault()},
      choose('benchmark', 'Benchmark', benchmarkId, benchmarks.map((id) => [id, nameOf(id)]), {minScore: ''}),
      points.length ? slider(points, minScore) : null),
    await charts({benchmarkId, name, minScore, points, asked}),
    list(models.filter((each) => each.price), benchmarkId, then),
  ];
}

async function earlier(asked) {
  const then = believedThen(asked);
  return then && new Map((await all('/v1/models', then)).map((each) => [each.modelId, each]));
}

function priced(models, benchmarkId) {
  return models
    .map((each) => ({
      modelId: each.modelId, companyId: each.companyId, price: each.price?.blendedUsdPerMillionTokens,
      score: each.scores.find((result) => result.benchmarkId === benchmarkId)?.score,
    }))
    .filter((each) => each.price > 0 && each.score !== undefined);
}

function chosenScore(params, benchmarkId, points) {
  const given = Number.parseFloat(params.get('minScore'));
  if (Number.isFinite(given)) {
    return given;
  }
  const scores = points.map((point) => point.score).sort((one, other) => one - other);
  return benchmarkId === FIRST.benchmark ? FIRST.minScore : scores[Math.floor(scores.length / 2)] ?? 0;
}

function slider(points, minScore) {
  const scores = points.map((point) => point.score);
  const least = Math.min(...scores, minScore);
  const most = Math.max(...scores, minScore);
  const step = 10 ** Math.floor(Math.log10((most - least || 1) / 100));
  const text = el('output', {for: 'minScore'}, score(minScore));
  const input = el('input', {
    type: 'range', id: 'minScore', min: Math.floor(least / step) * step, max: Math.ceil(most / step) * step, step, value: minScore,
    oninput: () => { text.textContent = score(Number(input.value)); },
    onchange: () => go({minScore: String(Number(Number(input.value).toPrecision(6)))}, {replace: true}),
  });
  return el('div', {class: 'field wide'}, el('label', {for: 'minScore'}, 'At least this score: ', text), input);
}

async function charts({benchmarkId, name, minScore, points, asked}) {
  const answer = await ask('/v1/prices/capability', {benchmark: benchmarkId, minScore, ...asked});
  const set = Object.entries({chart: 'capability', benchmark: benchmarkId, minScore, ...asked}).filter(([, value]) => value !== '');
  return el('div', {class: 'grid'},
    answer.items.length ? capability(answer, name, `/embed.html?${new URLSearchParams(set)}`)
      : empty(`No model with a price reached ${score(minScore)} on ${name}. Choose a lower score.`),
    points.length ? scatter({benchmarkId, benchmarkName: name, points, minScore}) : null);
}

function list(models, benchmarkId, then) {
  const cheapest = [...models].sort((one, other) => one.price.blendedUsdPerMillionTokens - other.price.blendedUsdPerMillionTokens);
  return el('section', {class: 'grid', 'aria-label': 'Models'}, table(`${models.length} models with a price, the cheapest first`, [
    {name: 'Model', header: true, cell: (item) => model(item.modelId)},
    {name: 'Company', cell: (item) => company(item.companyId)},
    {name: 'Price', number: true, title: 'Dollars per million tokens, input and output three to one',
      cell: (item) => figure(item, 'blendedUsdPerMillionTokens', item.price.blendedUsdPerMillionTokens, price,
        then && (then.get(item.modelId)?.price?.blendedUsdPerMillionTokens))},
    {name: 'Input', number: true, cell: (item) => price(item.price.inputUsdPerMillionTokens)},
    {name: 'Output', number: true, cell: (item) => price(item.price.outputUsdPerMillionTokens)},
    {name: 'Since', number: true, cell: (item) => date(item.price.since)},
    {name: 'Since first', number: true, title: 'Change since the first price',
      cell: (item) => figure(item, 'changePercent', item.changePercent, (value) => percent(value, 0), then && then.get(item.modelId)?.changePercent)},
    {name: 'Cuts', number: true, cell: (item) => String(item.priceCuts)},
    {name: 'Score', title: `On ${nameOf(benchmarkId)}`, number: true,
      cell: (item) => score(item.scores.find((result) => result.benchmarkId === benchmarkId)?.score)},
  ], cheapest));
}

/** `before` is null when the day asked about is now, and undefined when nothing was believed of the figure then. */
function figure(item, name, value, format, before) {
  const isCorrected = before !== null && differs(before, value);
  return value === undefined ? '–' : why({kind: 'models', id: item.modelId, figure: name}, format(value), isCorrected ? format(before) : undefined);
}
