// Valuations over time as steps, on a log scale.

import {ask, path} from '../core/api.js';
import {date, money} from '../core/format.js';
import {company} from '../core/names.js';
import {colorOf} from '../core/theme.js';
import {seconds} from '../core/time.js';
import {frame} from './frame.js';

export async function valuations(companyIds, asked) {
  const histories = await Promise.all(companyIds.map((id) => ask(path('companies', id, 'history'), asked)));
  const end = seconds(histories[0].asOf);
  const x = [...new Set([...histories.flatMap(({items}) => items.map((step) => seconds(step.occurredAt))), end])]
    .sort((one, other) => one - other);
  const values = histories.map(({items}) => carried(items, x));
  const names = companyIds.map(company);
  return frame({
    title: 'Valuation over time',
    note: 'Each step is a round, a tender or a mark. Log scale.',
    says: `Valuations of ${names.join(', ')}: ${companyIds.map((id, i) => `${names[i]} ${money(values[i].at(-1))}`).join(', ')} at the end.`,
    file: `valuations-${companyIds.join('-')}`,
    embed: `/embed.html?${new URLSearchParams({chart: 'valuations', companies: companyIds.join(','), ...set(asked)})}`,
    legend: companyIds.map((id, i) => ({id, name: names[i]})),
    columns: ['Company', 'Date', 'Valuation, USD', 'Raised until then, USD', 'Step-up'],
    rows: histories.flatMap(({items}, i) => items.map((step) =>
      [names[i], step.occurredAt.slice(0, 10), step.valuationUsd, step.totalRaisedUsd, step.stepUp ?? ''])),
    spec: {
      x, yLog: true, yFormat: money,
      series: companyIds.map((id, i) => ({values: values[i], color: () => colorOf(id)})),
      tip: (index) => [date(x[index] * 1000), ...names
        .map((name, i) => [name, values[i][index]])
        .filter(([, value]) => value)
        .sort((one, other) => other[1] - one[1])
        .map(([name, value]) => `${name} ${money(value)}`)],
    },
  });
}

/** The value in force at each instant; null before the first. */
function carried(steps, x) {
  let next = 0;
  let value = null;
  return x.map((instant) => {
    while (next < steps.length && seconds(steps[next].occurredAt) <= instant) {
      value = steps[next].valuationUsd;
      next += 1;
    }
    return value;
  });
}

function set(asked) {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
}
