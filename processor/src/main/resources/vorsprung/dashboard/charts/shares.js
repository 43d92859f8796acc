// Shares of the time in the lead, quarter by quarter.

import {company} from '../core/names.js';
import {colorOf} from '../core/theme.js';
import {seconds} from '../core/time.js';
import {frame} from './frame.js';

export function shares({benchmarkId, windows}) {
  const leaders = [...new Set(windows.flatMap((window) => Object.keys(window.shares)))];
  const x = windows.map((window) => (seconds(window.from) + seconds(window.to)) / 2);
  const totals = windows.map((window) => Object.values(window.shares).reduce((sum, share) => sum + share, 0));
  const last = windows.at(-1);
  return frame({
    title: 'Time in the lead, by quarter',
    says: `In the last quarter: ${Object.entries(last.shares).map(([id, share]) => `${company(id)} ${percent(share)}`).join(', ')}.`,
    file: `shares-${benchmarkId}`,
    legend: leaders.map((id) => ({id, name: company(id)})),
    columns: ['Quarter', ...leaders.map(company)],
    rows: windows.map((window) => [quarter(window.from), ...leaders.map((id) => window.shares[id] ?? 0)]),
    spec: {
      x, yFormat: percent, height: 260, yRange: () => [0, 1],
      xRange: () => [seconds(windows[0].from), seconds(last.to)],
      series: [{values: totals}],
      draw: (brush) => windows.forEach((window) => bar(brush, window)),
      tip: (index) => [quarter(windows[index].from),
        ...Object.entries(windows[index].shares).map(([id, share]) => `${company(id)} ${percent(share)}`)],
    },
  });
}

function bar({ctx, x, y, ratio}, window) {
  const left = x(seconds(window.from)) + ratio;
  const width = x(seconds(window.to)) - left - ratio;
  let below = 0;
  for (const [id, share] of Object.entries(window.shares)) {
    ctx.fillStyle = colorOf(id);
    ctx.fillRect(left, y(below + share), width, y(below) - y(below + share));
    below += share;
  }
}

function quarter(instant) {
  return `${instant.slice(0, 4)} Q${1 + Math.floor((Number(instant.slice(5, 7)) - 1) / 3)}`;
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}
