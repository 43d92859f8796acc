// How long a lead lasted, over time, and what it was claimed to be.

import {date, days} from '../core/format.js';
import {company} from '../core/names.js';
import {color} from '../core/theme.js';
import {seconds} from '../core/time.js';
import {frame} from './frame.js';

const DAYS_A_MONTH = 365.25 / 12;

/** `steps` are [{at, vorsprungDays}] in order, the last at the end of what is shown. */
export function vorsprung({benchmarkId, steps, claims}) {
  const x = steps.map((step) => seconds(step.at));
  const values = steps.map((step) => step.vorsprungDays ?? null);
  const greatest = Math.max(...values.filter((value) => value !== null),
    ...claims.map((claim) => (claim.maxMonths ?? 0) * DAYS_A_MONTH));
  return frame({
    title: 'How long a lead lasts',
    note: 'Vorsprung: the median of the last five times a rival caught up, in days. Shaded: what was claimed.',
    says: `A lead lasted ${days(steps.at(-1).vorsprungDays)} at the end.${claims.map((claim) => ` ${inWords(claim)}.`).join('')}`,
    file: `vorsprung-${benchmarkId}`,
    columns: ['Date', 'Vorsprung, days'],
    rows: steps.map((step) => [step.at.slice(0, 10), step.vorsprungDays ?? '']),
    spec: {
      x, yFormat: (value) => `${value}`, height: 260, yRange: () => [0, greatest * 1.12],
      series: [{values, color: () => color('accent')}],
      draw: (brush) => claims.forEach((claim) => claimed(brush, claim)),
      tip: (index) => [date(x[index] * 1000), values[index] === null ? 'Nobody has caught up yet' : days(values[index])],
    },
  });
}

/** A claim in words: OpenAI claimed 3–6 months on 31 Mar 2025, 12 before. */
export function inWords(claim) {
  const span = claim.minMonths !== undefined && claim.maxMonths !== undefined && claim.minMonths !== claim.maxMonths
    ? `${claim.minMonths}–${claim.maxMonths}` : claim.maxMonths ?? claim.minMonths ?? 'unknown';
  const former = claim.formerMonths === undefined ? '' : `, down from ${claim.formerMonths}`;
  return `${claim.claimant ?? company(claim.companyId)} claimed ${span} months on ${date(claim.occurredAt)}${former}`;
}

function claimed({ctx, x, y, ratio, box, ink}, claim) {
  const least = (claim.minMonths ?? claim.maxMonths ?? 0) * DAYS_A_MONTH;
  const most = (claim.maxMonths ?? claim.minMonths ?? 0) * DAYS_A_MONTH;
  const left = Math.max(box.left, x(seconds(claim.occurredAt)));
  ctx.globalAlpha = 0.22;
  ctx.fillStyle = color('mark');
  ctx.fillRect(left, y(most), box.left + box.width - left, Math.max(2 * ratio, y(least) - y(most)));
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink;
  ctx.textAlign = 'right';
  ctx.fillText(`claimed ${claim.minMonths ?? ''}–${claim.maxMonths ?? ''} months`, box.left + box.width - 6 * ratio,
    (y(least) + y(most)) / 2);
}
