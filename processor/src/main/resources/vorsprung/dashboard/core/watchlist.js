// Companies that a person watches: in the URL while there, in the browser for next time.

import {go, ids} from './route.js';

const KEY = 'vorsprung.watch';

/** The companies watched. The URL wins, so that a link shows what it was made with. */
export function watched(params) {
  return params.has('watch') ? ids(params, 'watch') : stored();
}

/** Watches a company, or no longer. */
export function toggle(params, companyId) {
  const now = watched(params);
  const then = now.includes(companyId) ? now.filter((each) => each !== companyId) : [...now, companyId];
  try {
    localStorage.setItem(KEY, then.join(','));
  } catch {
    // A browser that keeps nothing still has the URL.
  }
  go({watch: then.join(',')}, {replace: true});
}

function stored() {
  try {
    return (localStorage.getItem(KEY) ?? '').split(',').filter(Boolean);
  } catch {
    return [];
  }
}
