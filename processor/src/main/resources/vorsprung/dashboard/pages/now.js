// Now: signals and changed figures as they happen.

import {ask, forget} from '../core/api.js';
import {el} from '../core/dom.js';
import {date, moment} from '../core/format.js';
import {follow} from '../parts/live.js';
import {empty} from '../parts/states.js';
import {changeInWords, signalInWords} from '../parts/words.js';

const SHOWN = 30;
const DAY_MS = 86_400_000;
const STATES = {live: 'Live', waiting: 'Connection lost, trying again', lost: 'Connection lost. Reload the page to try again'};

export const title = 'Now';

export async function now() {
  let stop = () => {};
  let isLeft = false;
  addEventListener('hashchange', () => { isLeft = true; stop(); }, {once: true});

  const since = new Date(Math.floor((Date.now() - DAY_MS) / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  const [signals, changes] = await Promise.all([ask('/v1/signals', {limit: SHOWN}), ask('/v1/changes', {since, sort: '-changedAt', limit: SHOWN})]);
  const state = el('p', {class: 'dot', role: 'status'}, 'Connecting');
  const signalList = feed(signals.items.map((each) => signalItem(each)), 'Signals');
  const changeList = feed(changes.items.map((each) => changeItem(each)), 'Changed figures');
  const nothing = el('div', {}, changes.items.length ? null : empty('No figure has changed since yesterday.'));
  const page = [
    el('h1', {}, 'What is happening now'),
    el('p', {class: 'lead'}, 'What is worth an alert, and every figure that changes, as it happens.'),
    state,
    el('div', {class: 'grid columns'},
      el('section', {class: 'card', 'aria-labelledby': 'signals'}, el('h2', {id: 'signals'}, 'Signals'), signalList),
      el('section', {class: 'card', 'aria-labelledby': 'changes'}, el('h2', {id: 'changes'}, 'Changed figures'), nothing, changeList)),
  ];
  if (isLeft) {
    return page;
  }
  stop = follow({
    state: (name) => { state.className = `dot ${name === 'live' ? 'live' : 'lost'}`; state.textContent = STATES[name]; },
    signal: (signal) => { forget(); prepend(signalList, signalItem(signal, true)); },
    change: (change) => { forget(); nothing.replaceChildren(); prepend(changeList, changeItem(change, true)); },
    gap: (gap) => prepend(changeList, el('li', {}, `${gap.missing} changes were missed; they are no longer kept.`)),
  });
  return page;
}

function feed(items, name) {
  return el('ul', {class: 'feed', 'aria-live': 'polite', 'aria-label': name}, items);
}

function prepend(list, item) {
  list.prepend(item);
  while (list.childElementCount > SHOWN) {
    list.lastElementChild.remove();
  }
}

function signalItem(signal, isFresh = false) {
  return el('li', {class: isFresh ? 'fresh' : null},
    el('time', {datetime: signal.occurredAt}, date(signal.occurredAt)),
    el('span', {class: signal.withdrawn ? 'withdrawn' : null}, signalInWords(signal)),
    signal.withdrawn ? el('span', {class: 'small'}, ' withdrawn: a correction removed its cause') : null);
}

function changeItem(change, isFresh = false) {
  const {report} = change;
  return el('li', {class: isFresh ? 'fresh' : null},
    el('time', {datetime: change.changedAt}, moment(change.changedAt)), changeInWords(change),
    report ? el('div', {class: 'small'}, `by ${report.type.replaceAll('-', ' ')} ${report.eventId}`) : null);
}
