// As of when, as known when: one control for each, on every page but the one that is about now.

import {el, fill} from '../core/dom.js';
import {go} from '../core/route.js';
import {times} from '../core/time.js';
import {day} from '../core/format.js';

export function showTimes(place, {page, params}) {
  if (page === 'now') {
    fill(place);
    return;
  }
  const {asOf, knownAt} = times(params);
  const past = Boolean(asOf || knownAt);
  fill(place, el('form', {class: 'fields times', 'aria-label': 'Time travel', onsubmit: (event) => event.preventDefault()},
    field('asOf', 'As of', asOf, 'When it was so in the market'),
    field('knownAt', 'Known by', knownAt, 'Reports that came later are left out'),
    past ? el('button', {type: 'button', onclick: () => go({asOf: '', knownAt: ''})}, 'Back to now') : null));
}

function field(name, text, value, title) {
  const input = el('input', {
    type: 'date', id: name, value: /^\d{4}-\d{2}-\d{2}/.test(value) ? day(value) : '', min: '1950-01-01', title,
    onchange: () => input.validity.valid && go({[name]: input.value}),
  });
  return el('div', {class: 'field'}, el('label', {for: name}, text), input);
}
