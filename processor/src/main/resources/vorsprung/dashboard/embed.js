// One chart, for a frame on another page: ?chart=valuations|race|capability and what the chart is of.

import {all, ask, path} from './core/api.js';
import {el} from './core/dom.js';
import {benchmark as nameOf, loadNames} from './core/names.js';
import {end, times} from './core/time.js';
import {capability} from './charts/capability.js';
import {race} from './charts/race.js';
import {valuations} from './charts/valuations.js';
import {empty, show} from './parts/states.js';

const CHARTS = {
  valuations: (params, asked) => valuations(params.get('companies').split(','), asked),
  race: async (params, asked) => {
    const benchmarkId = params.get('benchmark');
    const by = params.get('by') ?? 'company';
    const [records, leads, pinned] = await Promise.all([
      all(path('benchmarks', benchmarkId, 'records'), {...asked, by}),
      all(path('benchmarks', benchmarkId, 'leads'), {...asked, by}), ask(path('benchmarks', benchmarkId), asked)]);
    return race({title: nameOf(benchmarkId, pinned.benchmark), benchmarkId, records, leads, end: end(pinned)});
  },
  capability: async (params, asked) => {
    const question = {benchmark: params.get('benchmark'), minScore: params.get('minScore')};
    const answer = await ask('/v1/prices/capability', {...question, ...asked});
    return answer.items.length ? capability(answer, nameOf(question.benchmark)) : empty('No model reached this score then.');
  },
};

const params = new URLSearchParams(location.search);
show(document.getElementById('page'), 'the chart', async () => {
  await loadNames();
  const chart = CHARTS[params.get('chart')];
  const shown = chart ? await chart(params, times(params)) : empty(`There is no such chart; there are ${Object.keys(CHARTS).join(', ')}.`);
  return [el('h1', {class: 'sr'}, 'A chart by Vorsprung'), shown];
});
