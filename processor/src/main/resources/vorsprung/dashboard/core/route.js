// The whole state of a view stands in the fragment of the URL: #/page?name=value.

/** The page and the parameters that the URL names. */
export function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return {page: path || 'market', params: new URLSearchParams(query)};
}

/** The URL of a page; parameters that are empty are left out. */
export function href(page, params) {
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(params)) {
    if (value !== '') {
      kept.set(name, value);
    }
  }
  const query = kept.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return `#/${page}${query ? `?${query}` : ''}`;
}

/** The URL of the same page with some parameters changed. */
export function changed(changes) {
  const {page, params} = route();
  for (const [name, value] of Object.entries(changes)) {
    params.set(name, value ?? '');
  }
  return href(page, params);
}

/** Goes there. A change within a view leaves no trail for the back button. */
export function go(changes, {replace = false} = {}) {
  const target = changed(changes);
  if (target === location.hash) {
    return;
  }
  if (replace) {
    history.replaceState(null, '', target);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = target;
  }
}

/** The ids in a parameter, separated by commas. */
export function ids(params, name) {
  return (params.get(name) ?? '').split(',').filter(Boolean);
}
