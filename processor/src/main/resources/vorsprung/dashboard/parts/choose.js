// A choice from a list, kept in the URL.

import {el} from '../core/dom.js';
import {go} from '../core/route.js';

/** options: [[value, name]]. */
export function choose(name, text, value, options, changes = {}) {
  const select = el('select', {id: name, onchange: () => go({...changes, [name]: select.value})},
    options.map(([id, shown]) => el('option', {value: id, selected: id === value}, shown)));
  return el('div', {class: 'field'}, el('label', {for: name}, text), select);
}
