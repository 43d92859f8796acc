// A chart with its title, what it says in words, a table of the same numbers, and downloads.

import {el} from '../core/dom.js';
import {color, colorReference} from '../core/theme.js';
import {table} from '../parts/table.js';
import {plot} from './plot.js';

/**
 * A figure. chart:
 *   title, note, says           heading, a line under it, and the chart in a sentence for those who do not see it
 *   file                        name of the downloads
 *   embed                       URL of the embeddable chart, if there is one
 *   legend                      [{id, name}]
 *   columns, rows               the same numbers as a table and as CSV: names, and arrays of texts or numbers
 *   spec                        what plot draws
 */
export function frame(chart) {
  const place = el('div', {class: 'canvas plot', role: 'img', 'aria-label': chart.says});
  const drawn = plot(place, chart.spec);
  return el('figure', {class: 'card'},
    el('header', {}, el('div', {}, el('h2', {}, chart.title), chart.note ? el('p', {}, chart.note) : null),
      el('div', {class: 'tools'},
        el('button', {type: 'button', onclick: () => savePng(chart, drawn)}, 'PNG'),
        el('button', {type: 'button', onclick: () => saveCsv(chart)}, 'CSV'),
        chart.embed ? el('a', {href: chart.embed, target: '_blank', rel: 'noopener'}, 'Embed') : null)),
    place,
    chart.legend ? legend(chart.legend) : null,
    el('figcaption', {}, chart.says),
    asTable(chart));
}

function legend(entries) {
  return el('ul', {class: 'legend'}, entries.map(({id, name}) =>
    el('li', {}, el('span', {class: 'swatch', color: colorReference(id), 'aria-hidden': 'true'}), name)));
}

function asTable(chart) {
  const details = el('details', {}, el('summary', {}, 'As a table'));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) {
      details.append(table(chart.title, chart.columns.map((name, i) => (
        {name, number: typeof chart.rows[0]?.[i] === 'number', header: i === 0, cell: (row) => row[i] ?? '–'})), chart.rows));
    }
  });
  return details;
}

function saveCsv(chart) {
  const lines = [chart.columns, ...chart.rows].map((row) => row.map(quoted).join(','));
  save(new Blob([`${lines.join('\r\n')}\r\n`], {type: 'text/csv;charset=utf-8'}), `${chart.file}.csv`);
}

/** A cell of CSV; a text that a spreadsheet would take for a formula is made a text. */
function quoted(value) {
  const text = typeof value === 'number' ? String(value) : String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function savePng(chart, drawn) {
  const source = drawn.canvas();
  if (!source) {
    return;
  }
  const ratio = devicePixelRatio || 1;
  const top = 40 * ratio;
  const sheet = el('canvas', {width: source.width, height: source.height + top});
  const ctx = sheet.getContext('2d');
  ctx.fillStyle = color('card');
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.fillStyle = color('ink');
  ctx.font = `600 ${15 * ratio}px system-ui, sans-serif`;
  ctx.fillText(chart.title, 12 * ratio, 25 * ratio);
  ctx.drawImage(source, 0, top);
  sheet.toBlob((blob) => save(blob, `${chart.file}.png`), 'image/png');
}

function save(blob, name) {
  const link = el('a', {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
