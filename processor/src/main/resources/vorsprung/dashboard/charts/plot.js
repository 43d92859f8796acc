// A canvas with axes, drawn by uPlot: follows the width of its place and the colour scheme, and says what lies under the
// pointer.

import uPlot from '../lib/uPlot.js';
import {el} from '../core/dom.js';
import {color, onScheme} from '../core/theme.js';

const FONT = '12px system-ui, sans-serif';
const HEIGHT = 320;
const DAY_S = 86_400;

/**
 * Draws into a place. spec:
 *   x, xLog, xFormat            instants in seconds, or numbers when there is an xFormat
 *   series                      [{values, color() or absent when draw shows it}], drawn as steps
 *   yLog, yFormat, yRange       the vertical axis
 *   height                      in CSS pixels
 *   draw(context)               draws more: {u, ctx, ratio, x(value), y(value), ink, quiet, box}
 *   tip(index)                  the lines of text for a point
 */
export function plot(place, spec) {
  const tip = el('div', {class: 'tip', hidden: true, 'aria-hidden': 'true'});
  const life = new AbortController();
  let drawn;

  function redraw() {
    const width = Math.floor(place.clientWidth);
    if (width < 40) {
      return;
    }
    drawn?.destroy();
    drawn = new uPlot(options(spec, width, tip), [spec.x, ...spec.series.map((each) => each.values)], place);
    drawn.over.append(tip);
  }

  const observer = new ResizeObserver(() => {
    if (!place.isConnected) {
      observer.disconnect();
      life.abort();
    } else if (!drawn || Math.floor(place.clientWidth) !== drawn.width) {
      redraw();
    }
  });
  observer.observe(place);
  onScheme(redraw, life.signal);
  return {canvas: () => drawn?.ctx.canvas};
}

function options(spec, width, tip) {
  return {
    width,
    height: spec.height ?? HEIGHT,
    padding: [14, 16, 0, 0],
    legend: {show: false},
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: {drag: {x: false, y: false}, points: {show: false}, y: false},
    scales: {
      x: {time: !spec.xFormat, distr: spec.xLog ? 3 : 1, ...(spec.xRange ? {range: spec.xRange} : {})},
      y: {distr: spec.yLog ? 3 : 1, ...(spec.yRange ? {range: spec.yRange} : {})},
    },
    axes: [
      axis({
        values: spec.xFormat ? labels(spec.xFormat) : dates, space: 70,
        ...(spec.xLog ? {splits: decades, filter: (u, splits) => splits} : {}),
      }),
      axis({values: labels(spec.yFormat), size: 62, ...(spec.yLog ? {splits: decades, filter: (u, splits) => splits} : {})}),
    ],
    series: [{}, ...spec.series.map(line)],
    hooks: {
      draw: [(u) => spec.draw?.(brush(u))],
      setCursor: [(u) => point(u, spec, tip)],
    },
  };
}

function axis(more) {
  return {
    stroke: color('quiet'), font: FONT, grid: {stroke: color('line'), width: 1}, ticks: {stroke: color('line'), width: 1}, ...more,
  };
}

/** Powers of ten; where there are few of them, twice and five times these too. */
function decades(u, axisIndex, low, high) {
  const steps = Math.log10(high / low) < 2.5 ? [1, 2, 5] : [1];
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({length: Math.ceil(Math.log10(high)) - first + 1}, (_, i) => 10 ** (first + i));
  return powers.flatMap((power) => steps.map((step) => Number((power * step).toPrecision(1))))
    .filter((value) => value >= low && value <= high);
}

function labels(format) {
  return (u, values) => values.map((value) => (value === null ? null : format(value)));
}

/** Years where they begin, months in between, days where there are several in a month. */
function dates(u, values) {
  const step = values.length < 2 ? Infinity : (values[1] - values[0]) / DAY_S;
  const parts = step > 300 ? {year: 'numeric'} : step > 26 ? {month: 'short', year: '2-digit'} : {day: 'numeric', month: 'short'};
  return values.map((value) => {
    const time = new Date(value * 1000);
    const isNewYear = time.getUTCMonth() === 0 && time.getUTCDate() === 1;
    return isNewYear ? String(time.getUTCFullYear()) : time.toLocaleString('en-GB', {...parts, timeZone: 'UTC'});
  });
}

function line(series) {
  if (!series.color) {
    return {paths: () => null, points: {show: false}};
  }
  return {stroke: series.color(), width: 2, paths: uPlot.paths.stepped({align: 1}), points: {show: false}, spanGaps: false};
}

function brush(u) {
  const ratio = uPlot.pxRatio;
  const {ctx} = u;
  ctx.font = `${12 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = 'middle';
  return {
    u, ctx, ratio, box: u.bbox, ink: color('ink'), quiet: color('quiet'), paper: color('card'),
    x: (value) => u.valToPos(value, 'x', true), y: (value) => u.valToPos(value, 'y', true),
  };
}

function point(u, spec, tip) {
  const {idx, left, top} = u.cursor;
  const lines = spec.tip && idx !== null && idx !== undefined && left >= 0 ? spec.tip(idx, u) : null;
  tip.hidden = !lines;
  if (lines) {
    tip.replaceChildren(...lines.map((text) => el('div', {}, text)));
    const isRight = left > u.over.clientWidth / 2;
    tip.style.left = isRight ? 'auto' : `${left + 14}px`;
    tip.style.right = isRight ? `${u.over.clientWidth - left + 14}px` : 'auto';
    tip.style.top = `${Math.max(0, Math.min(top, u.over.clientHeight - 70))}px`;
  }
}
