// Shows the page that the URL names, and shows it anew when the URL changes.

import {el} from './core/dom.js';
import {loadNames} from './core/names.js';
import {href, route} from './core/route.js';
import {market, title as marketTitle} from './pages/market.js';
import {now, title as nowTitle} from './pages/now.js';
import {prices, title as pricesTitle} from './pages/prices.js';
import {race, title as raceTitle} from './pages/race.js';
import {showNav} from './parts/nav.js';
import {show} from './parts/states.js';
import {showTimes} from './parts/timetravel.js';
import {showWhy} from './parts/why.js';

const PAGES = {market: [marketTitle, market], race: [raceTitle, race], prices: [pricesTitle, prices], now: [nowTitle, now]};

const place = document.getElementById('page');
let shown;

async function showPage() {
  const here = route();
  const [title, page] = PAGES[here.page] ?? [];
  const state = viewOf(here);
  if (state !== shown) {
    const isNew = shown?.split('?')[0] !== state.split('?')[0];
    shown = state;
    showNav(document.getElementById('pages'), here);
    showTimes(document.getElementById('times'), here);
    document.title = `${title ?? 'Not found'} – Vorsprung`;
    const focused = document.activeElement?.id;
    await show(place, 'figures', async () => {
      await loadNames();
      return page ? page(here.params) : missing();
    });
    restoreFocus(focused, isNew);
  }
  showWhy();
}

/** Everything of the URL that the page itself depends on; an open reason lies above it. */
function viewOf({page, params}) {
  const kept = new URLSearchParams(params);
  kept.delete('why');
  return `${page}?${kept}`;
}

function restoreFocus(id, isNew) {
  if (isNew) {
    scrollTo(0, 0);
  }
  if (id && id !== 'page') {
    document.getElementById(id)?.focus({preventScroll: true});
  }
}

function missing() {
  return [el('h1', {}, 'There is no such page'), el('p', {}, el('a', {href: href('market', {})}, 'To the market'))];
}

addEventListener('hashchange', showPage);
showPage();
