// Asks the query API.

import {openSession} from './session.js';

/** An answer that is a problem: status and what it says. */
export class ApiProblem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Answers so young are not asked for again: to sort a table is no new question. */
const FRESH_MS = 15_000;

const answers = new Map();

/** The answer to a question. Parameters that are empty are left out. */
export function ask(path, params = {}) {
  const target = url(path, params);
  const kept = answers.get(target);
  if (kept && Date.now() - kept.at < FRESH_MS) {
    return kept.answer;
  }
  const answer = fetched(target);
  answers.set(target, {at: Date.now(), answer});
  answer.catch(() => answers.delete(target));
  return answer;
}

async function fetched(target) {
  const response = await fetchOnce(target);
  if (response.status === 401 && await openSession()) {
    return read(await fetchOnce(target));
  }
  return read(response);
}

/** All items of a list, page by page. */
export async function all(path, params = {}) {
  const items = [];
  let cursor = '';
  do {
    const page = await ask(path, {...params, cursor});
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** Forgets what was answered, since something has changed. */
export function forget() {
  answers.clear();
}

/** A path of ids, each encoded but for the slash of a modelId. */
export function path(...parts) {
  return `/v1/${parts.map((part) => encodeURIComponent(part).replaceAll('%2F', '/')).join('/')}`;
}

async function fetchOnce(target) {
  try {
    return await fetch(target, {headers: {Accept: 'application/json'}});
  } catch {
    throw new ApiProblem(0, 'The server cannot be reached. Is it running?');
  }
}

async function read(response) {
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  const body = isJson ? await response.json() : {};
  if (!response.ok) {
    throw new ApiProblem(response.status, body.detail ?? `The server answered ${response.status}.`);
  }
  return body;
}

function url(path, params) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  return query.size ? `${path}?${query}` : path;
}
