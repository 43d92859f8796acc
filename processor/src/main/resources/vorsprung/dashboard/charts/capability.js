// What the same capability costs over time, on a log scale.

import {date, price, score} from '../core/format.js';
import {company, model} from '../core/names.js';
import {colorOf} from '../core/theme.js';
import {end, seconds} from '../core/time.js';
import {frame} from './frame.js';

/** `answer` is what /v1/prices/capability says; it has at least one step. */
export function capability(answer, benchmarkName, embed) {
  const {items} = answer;
  const makers = [...new Set(items.map(maker))];
  const last = items.at(-1);
  const until = last.to ? seconds(last.to) : end(answer);
  const x = [...items.map((step) => seconds(step.from)), until];
  const values = [...items.map((step) => step.blendedUsdPerMillionTokens), last.blendedUsdPerMillionTokens];
  return frame({
    title: `Price of at least ${score(answer.minScore)} on ${benchmarkName}`,
    note: 'The cheapest model that reaches the score, dollars per million tokens (input and output three to one). Log scale.',
    says: `From ${price(values[0])} with ${model(items[0].modelId)} on ${date(items[0].from)} to ${price(values.at(-1))} with `
      + `${model(last.modelId)}${answer.factorPerYear ? `; ${factor(answer.factorPerYear)} cheaper each year` : ''}.`,
    file: `price-${answer.benchmarkId}-${answer.minScore}`,
    embed,
    legend: makers.map((id) => ({id, name: company(id)})),
    columns: ['From', 'Until', 'Model', 'USD per million tokens'],
    rows: items.map((step) => [step.from.slice(0, 10), step.to?.slice(0, 10) ?? 'now', step.modelId, step.blendedUsdPerMillionTokens]),
    spec: {
      x, yLog: true, yFormat: price, height: 340,
      series: [{values}],
      draw: (brush) => steps(brush, items, until),
      tip: (index) => tip(items[Math.min(index, items.length - 1)]),
    },
  });
}

/** A factor in words: 89 times. */
export function factor(value) {
  return `${value >= 10 ? Math.round(value) : value.toFixed(1)} times`;
}

function steps({ctx, x, y, ratio}, items, until) {
  items.forEach((step, i) => {
    const right = x(items[i + 1] ? seconds(items[i + 1].from) : until);
    ctx.strokeStyle = colorOf(maker(step));
    ctx.lineWidth = 3 * ratio;
    ctx.beginPath();
    ctx.moveTo(x(seconds(step.from)), y(step.blendedUsdPerMillionTokens));
    ctx.lineTo(right, y(step.blendedUsdPerMillionTokens));
    if (items[i + 1]) {
      ctx.lineTo(right, y(items[i + 1].blendedUsdPerMillionTokens));
    }
    ctx.stroke();
  });
}

function tip(step) {
  return [`From ${date(step.from)}`, `${company(maker(step))} ${model(step.modelId)}`, price(step.blendedUsdPerMillionTokens)];
}

function maker(step) {
  return step.modelId.split('/')[0];
}
