// Follows the stream of the server, and says how the connection is.

/** Calls `on.signal`, `on.change` and `on.gap` with what comes, and `on.state` with live, waiting or lost. */
export function follow(on) {
  const source = new EventSource('/v1/stream');
  source.onopen = () => on.state('live');
  source.onerror = () => on.state(source.readyState === EventSource.CLOSED ? 'lost' : 'waiting');
  for (const kind of ['signal', 'change', 'gap']) {
    source.addEventListener(kind, (event) => on[kind](JSON.parse(event.data)));
  }
  return () => source.close();
}
