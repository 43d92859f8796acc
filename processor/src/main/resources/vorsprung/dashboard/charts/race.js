// A race: the frontier as steps coloured by who held it, an arc from each record to whoever caught up, and under it who led.

import {date, days, score} from '../core/format.js';
import {company, model} from '../core/names.js';
import {color, colorOf} from '../core/theme.js';
import {seconds} from '../core/time.js';
import {frame} from './frame.js';

const BAND = 16;

export function race({title, benchmarkId, records, leads, end, embed}) {
  const x = [...records.map((record) => seconds(record.at)), end];
  const values = [...records.map((record) => record.score), records.at(-1).score];
  const leaders = [...new Set(leads.map((lead) => lead.leader))];
  const last = leads.at(-1);
  return frame({
    title,
    note: 'Steps: the best score so far. Arcs: from a record to the rival that matched it, in days. Bar below: who led.',
    says: `${leads.length} lead${leads.length === 1 ? '' : 's'}; ${company(last.leader)} leads since ${date(last.openedAt)}, `
      + `${days(last.days)}, with ${score(records.at(-1).score)}.`,
    file: `race-${benchmarkId}`,
    embed,
    legend: leaders.map((id) => ({id, name: company(id)})),
    columns: ['Date', 'Company', 'Model', 'Score', 'Matched by', 'With', 'On', 'Days until then'],
    rows: records.map((record) => [record.at.slice(0, 10), company(record.companyId), record.modelId, record.score,
      record.catchUp ? company(record.catchUp.companyId) : 'nobody yet', record.catchUp?.modelId ?? '',
      record.catchUp?.at.slice(0, 10) ?? '', record.lagDays]),
    spec: {
      x, yFormat: score, height: 400, yRange: (u, low, high) => padded(low, high),
      series: [{values}],
      draw: (brush) => {
        frontier(brush, records, leads, end);
        arcs(brush, records, end);
        band(brush, leads, end);
      },
      tip: (index) => tip(records[Math.min(index, records.length - 1)]),
    },
  });
}

function padded(low, high) {
  const room = (high - low || 1) * 0.16;
  return [low - room, high + room];
}

function tip(record) {
  const caught = record.catchUp;
  return [date(record.at), `${company(record.companyId)}: ${model(record.modelId)}`, `Score ${score(record.score)}`,
    caught ? `Matched after ${days(record.lagDays)} by ${company(caught.companyId)}` : `Not matched for ${days(record.lagDays)}`];
}

function frontier({ctx, x, y, ratio, paper}, records, leads, end) {
  records.forEach((record, i) => {
    const next = records[i + 1];
    const left = x(seconds(record.at));
    const right = x(next ? seconds(next.at) : end);
    ctx.strokeStyle = colorOf(holder(record, leads));
    ctx.lineWidth = 3 * ratio;
    ctx.beginPath();
    ctx.moveTo(left, y(record.score));
    ctx.lineTo(right, y(record.score));
    if (next) {
      ctx.lineTo(right, y(next.score));
    }
    ctx.stroke();
    ctx.fillStyle = ctx.strokeStyle;
    ctx.beginPath();
    ctx.arc(left, y(record.score), 4 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = paper;
    ctx.lineWidth = ratio;
    ctx.stroke();
  });
}

/** Who led when the record was set: a company, or open or closed weights. */
function holder(record, leads) {
  return leads.findLast((lead) => lead.openedAt <= record.at)?.leader ?? record.companyId;
}

function arcs({ctx, x, y, ratio, quiet, ink, paper}, records, end) {
  const labels = [];
  for (const record of records) {
    const from = [x(seconds(record.at)), y(record.score)];
    const to = record.catchUp ? [x(seconds(record.catchUp.at)), y(record.catchUp.score)] : [x(end), y(record.score)];
    const rise = Math.min(70 * ratio, 14 * ratio + (to[0] - from[0]) / 5);
    const top = [(from[0] + to[0]) / 2, Math.min(from[1], to[1]) - rise];
    ctx.strokeStyle = quiet;
    ctx.lineWidth = 1.25 * ratio;
    ctx.setLineDash(record.catchUp ? [] : [4 * ratio, 4 * ratio]);
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.quadraticCurveTo(...top, ...to);
    ctx.stroke();
    labels.push({text: String(Math.round(record.lagDays)), at: [top[0], (top[1] + Math.min(from[1], to[1])) / 2],
      width: to[0] - from[0]});
  }
  ctx.setLineDash([]);
  write({ctx, ratio, ink, paper}, labels);
}

/** Writes the widest arcs' days first, and leaves out what would lie on another. */
function write({ctx, ratio, ink, paper}, labels) {
  ctx.textAlign = 'center';
  const taken = [];
  for (const {text, at: [left, top]} of labels.sort((one, other) => other.width - one.width)) {
    const half = ctx.measureText(text).width / 2 + 3 * ratio;
    if (taken.every(([x, y, width]) => Math.abs(x - left) > half + width || Math.abs(y - top) > 15 * ratio)) {
      taken.push([left, top, half]);
      ctx.fillStyle = paper;
      ctx.fillRect(left - half, top - 8 * ratio, 2 * half, 16 * ratio);
      ctx.fillStyle = ink;
      ctx.fillText(text, left, top);
    }
  }
}

function band({ctx, x, ratio, box}, leads, end) {
  const height = BAND * ratio;
  const top = box.top + box.height - height;
  ctx.textAlign = 'center';
  for (const lead of leads) {
    const left = x(seconds(lead.openedAt));
    const right = x(lead.closedAt ? seconds(lead.closedAt) : end);
    ctx.fillStyle = colorOf(lead.leader);
    ctx.fillRect(left, top, right - left - ratio, height);
    const name = company(lead.leader);
    if (ctx.measureText(name).width + 8 * ratio < right - left) {
      ctx.fillStyle = color('card');
      ctx.fillText(name, (left + right) / 2, top + height / 2);
    }
  }
}
