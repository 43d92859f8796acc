// Names instead of ids. The list of companies has most; what it lacks is spelt from the slug.

import {all} from './api.js';

const SPELLING = {
  ai: 'AI', api: 'API', gpqa: 'GPQA', mmlu: 'MMLU', swe: 'SWE', metr: 'METR', lmarena: 'LMArena', frontiermath: 'FrontierMath',
  gpt: 'GPT', openai: 'OpenAI', xai: 'xAI', deepseek: 'DeepSeek', nvidia: 'NVIDIA', ibm: 'IBM', minimax: 'MiniMax', glm: 'GLM',
};

const known = new Map([['open', 'Open weights'], ['closed', 'Closed weights'], ['market', 'The market']]);

/** Reads the names of companies, once. */
export async function loadNames() {
  if (known.size <= 3) {
    (await all('/v1/companies')).forEach((each) => known.set(each.companyId, each.company));
  }
}

/** The name of a company, of `open` or of `closed`. */
export function company(id) {
  return known.get(id) ?? spelt(id);
}

/** The name of a model, without its company. */
export function model(modelId) {
  return spelt(modelId.slice(modelId.indexOf('/') + 1));
}

/** The name of a benchmark: the one it was reported with, unless that is only its id. */
export function benchmark(id, reported = id) {
  return reported === id ? spelt(id) : reported;
}

/** The name of whatever a signal or a change is about. */
export function subject(id) {
  if (!id.includes('/')) {
    return company(id);
  }
  const [maker, name] = [company(id.split('/')[0]), model(id)];
  return name.startsWith(maker) ? name : `${maker} ${name}`;
}

/** A word of a slug; o1 and 4o are written so. */
function spelling(word) {
  return SPELLING[word] ?? (/^o\d/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1));
}

function spelt(slug) {
  return slug.split('-').map(spelling).join(' ').replace(/\b(\d) (?=\d\b)/g, '$1.').replace(/\b(GPT|GLM) (?=\d)/g, '$1-');
}
