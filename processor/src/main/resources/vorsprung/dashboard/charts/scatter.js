// Models by what they cost and what they score.

import {price, score} from '../core/format.js';
import {company, model} from '../core/names.js';
import {colorOf} from '../core/theme.js';
import {frame} from './frame.js';

/** `points` are [{modelId, companyId, price, score}]; `minScore` draws a line. */
export function scatter({benchmarkId, benchmarkName, points, minScore}) {
  const sorted = [...points].sort((one, other) => one.price - other.price);
  const makers = [...new Set(sorted.map((each) => each.companyId))];
  return frame({
    title: `Price and score on ${benchmarkName}`,
    note: 'A model costs less to the left (log scale) and scores better above. The line is the score chosen.',
    says: `${points.length} models with a price and a score; the cheapest is ${model(sorted[0].modelId)} for ${price(sorted[0].price)}.`,
    file: `price-and-score-${benchmarkId}`,
    legend: makers.map((id) => ({id, name: company(id)})),
    columns: ['Model', 'Company', 'USD per million tokens', 'Score'],
    rows: sorted.map((each) => [each.modelId, company(each.companyId), each.price, each.score]),
    spec: {
      x: sorted.map((each) => each.price), xLog: true, xFormat: price, yFormat: score, height: 380,
      yRange: (u, low, high) => [Math.min(low, minScore) - (high - low) * 0.06, high + (high - low) * 0.06],
      series: [{values: sorted.map((each) => each.score)}],
      draw: (brush) => draw(brush, sorted, minScore),
      tip: (index) => [`${company(sorted[index].companyId)} ${model(sorted[index].modelId)}`, price(sorted[index].price),
        `Score ${score(sorted[index].score)}`],
    },
  });
}

function draw({ctx, x, y, ratio, box, quiet, paper}, points, minScore) {
  ctx.strokeStyle = quiet;
  ctx.setLineDash([5 * ratio, 5 * ratio]);
  ctx.beginPath();
  ctx.moveTo(box.left, y(minScore));
  ctx.lineTo(box.left + box.width, y(minScore));
  ctx.stroke();
  ctx.setLineDash([]);
  for (const point of points) {
    ctx.fillStyle = colorOf(point.companyId);
    ctx.strokeStyle = paper;
    ctx.lineWidth = ratio;
    ctx.beginPath();
    ctx.arc(x(point.price), y(point.score), 5 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}
