// The pages, with the times of the view carried along.

import {el, fill} from '../core/dom.js';
import {href} from '../core/route.js';
import {times} from '../core/time.js';

const PAGES = [['market', 'Market'], ['race', 'Race'], ['prices', 'Prices'], ['now', 'Now']];

export function showNav(place, {page, params}) {
  const kept = {...times(params), watch: params.get('watch') ?? ''};
  fill(place, el('ul', {}, PAGES.map(([id, name]) =>
    el('li', {}, el('a', {href: href(id, kept), 'aria-current': id === page ? 'page' : null}, name)))));
}
