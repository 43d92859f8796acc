// While there is nothing to show yet, nothing at all, or something went wrong.

import {el, fill} from '../core/dom.js';

export function loading(what) {
  return el('p', {class: 'state', role: 'status'}, `Loading ${what} …`);
}

export function empty(text) {
  return el('p', {class: 'state'}, text);
}

export function failure(problem, again) {
  const retry = again && el('button', {type: 'button', onclick: again}, 'Try again');
  return el('div', {class: 'state error', role: 'alert'}, el('p', {}, problem.message), retry);
}

/** What takes no longer than this needs no word of waiting. */
const PATIENCE_MS = 200;

/** A server that starts, or whose partitions move, is asked again by itself. */
const UNAVAILABLE = 503;
const AGAIN_MS = 2_000;

function notReady(problem) {
  return el('div', {class: 'state', role: 'status'},
    el('p', {}, 'The server is getting ready. The figures appear here as soon as it is.'),
    el('p', {}, `It says: ${problem.message}`));
}

/** Shows what a task makes, a word of waiting when that takes a while, and the problem if there is one. */
export async function show(place, what, task) {
  const run = {};
  place.shown = run;
  const waiting = setTimeout(() => fill(place, loading(what)), place.childElementCount ? PATIENCE_MS : 0);
  let content;
  try {
    content = await task();
  } catch (problem) {
    const again = () => show(place, what, task);
    if (problem.status === UNAVAILABLE) {
      content = notReady(problem);
      setTimeout(() => place.shown === run && again(), AGAIN_MS);
    } else {
      content = failure(problem, again);
    }
  }
  clearTimeout(waiting);
  if (place.shown === run) {
    fill(place, content);
  }
}
