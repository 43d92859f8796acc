// A table for people: a caption, sortable heads, numbers to the right, scrollable by keyboard where it is too wide.

import {el} from '../core/dom.js';

/**
 * columns: [{name, title?, number?, header?, sort?, cell(item)}]; a column with `sort` gets a button.
 * order: {by, ascending, change(by)}.
 */
export function table(caption, columns, items, order) {
  return el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    el('table', {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, columns.map((column) => head(column, order)))),
      el('tbody', {}, items.map((item) => el('tr', {}, columns.map((column) => cell(column, item)))))));
}

function head(column, order) {
  const sorted = order && column.sort && order.by === column.sort;
  return el('th', {
    scope: 'col', class: column.number ? 'number-cell' : null, title: column.title,
    'aria-sort': sorted ? (order.ascending ? 'ascending' : 'descending') : null,
  }, order && column.sort ? el('button', {type: 'button', onclick: () => order.change(column.sort)}, column.name)
    : column.hidden ? el('span', {class: 'sr'}, column.name) : column.name);
}

function cell(column, item) {
  const content = column.cell(item);
  return column.header
    ? el('th', {scope: 'row'}, content)
    : el('td', {class: column.number ? 'number-cell' : null}, content);
}
