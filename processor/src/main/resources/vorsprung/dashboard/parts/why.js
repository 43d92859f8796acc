// A figure that opens its reason: the rule, the facts, their reports and sources, and where these disagree.

import {el, fill} from '../core/dom.js';
import {go, route} from '../core/route.js';
import {times} from '../core/time.js';
import {date, days, figure as formatted, moment} from '../core/format.js';
import {label, meaning} from '../core/figures.js';
import {explain} from './reasons.js';
import {failure, loading} from './states.js';
import {benchmark, company, subject} from '../core/names.js';

/**
 * A button that shows a figure. `about` is {kind: companies, benchmarks or models; id; figure}; `before` is what was
 * believed on the day asked about, when a later correction changed it.
 */
export function why(about, text, before) {
  const name = `${about.kind}/${about.id}/${about.figure}`;
  const button = el('button', {type: 'button', class: 'why', 'data-why': name, title: `Why? ${meaning(about.figure)}`,
    onclick: () => go({why: name})}, text);
  return before === undefined ? button : [button, ' ', corrected(before)];
}

/** The mark of a figure that is no longer what it was believed to be. */
export function corrected(before) {
  return el('span', {class: 'corrected', title: 'A later report changed this figure; so it was believed to be on that day'},
    before === '–' ? 'not known then' : `was ${before}`);
}

/** Opens the dialog when the URL names a figure. */
export function showWhy() {
  const {params} = route();
  const open = document.querySelector('dialog.reasons');
  const wanted = params.get('why');
  if (open?.dataset.of === wanted) {
    return;
  }
  open?.remove();
  if (wanted) {
    openReasons(wanted, times(params));
  }
}

function openReasons(wanted, asked) {
  const parts = wanted.split('/');
  const about = {kind: parts[0], id: parts.slice(1, -1).join('/'), figure: parts.at(-1)};
  const body = el('div', {}, loading('the reasons'));
  const dialog = el('dialog', {class: 'reasons', 'data-of': wanted, 'aria-labelledby': 'why-title'},
    el('header', {}, el('h2', {id: 'why-title'}, `${nameOf(about)}: ${label(about.figure)}`),
      el('button', {type: 'button', 'aria-label': 'Close', onclick: () => dialog.close()}, '✕')),
    body);
  dialog.addEventListener('close', () => {
    dialog.remove();
    go({why: ''}, {replace: true});
    document.querySelector(`[data-why="${CSS.escape(wanted)}"]`)?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  explain(about, asked).then(
    (reasons) => fill(body, reasonsView(about, reasons, asked)),
    (problem) => fill(body, failure(problem)));
}

function nameOf({kind, id}) {
  return kind === 'companies' ? company(id) : kind === 'benchmarks' ? benchmark(id) : subject(id);
}

function reasonsView(about, {value, rule, facts, left, leaps}, asked) {
  return [
    el('p', {class: 'value'}, formatted(about.figure, value)),
    el('p', {class: 'rule'}, rule),
    asked.asOf || asked.knownAt
      ? el('p', {class: 'small'}, `As of ${asked.asOf || 'now'}, as known by ${asked.knownAt || 'now'}.`) : null,
    leaps.length ? [el('h3', {}, 'The leads it is the median of'), el('ul', {}, leaps.map(leapView))] : null,
    el('h3', {}, facts.length === 1 ? 'It rests on one fact' : `It rests on ${facts.length} facts`),
    facts.map(factView),
    left ? el('p', {class: 'small'}, `${left} more are not shown.`) : null,
  ];
}

function leapView({record, catchUp, lagDays}) {
  return el('li', {}, `${company(catchUp.companyId)} matched ${company(record.companyId)} on ${date(catchUp.at)}, after ${days(lagDays)}`);
}

function factView(fact) {
  return el('section', {class: 'fact', 'aria-label': fact.eventId},
    el('p', {}, el('strong', {}, date(fact.occurredAt)), ` · ${fact.type.replaceAll('-', ' ')} · `, el('code', {}, fact.eventId)),
    said(fact.fields),
    el('ul', {}, fact.reports.map((report) => el('li', {}, sourceOf(report.source),
      report.recordedAt ? `, reported ${moment(report.recordedAt)}` : '',
      el('span', {class: 'small'}, ` (${report.topic}, partition ${report.partition}, offset ${report.offset})`)))),
    fact.disagreements?.length
      ? el('p', {class: 'disagree'}, `Reports disagree on ${fact.disagreements.join(', ')}.`) : null);
}

/** The numbers that a fact holds. */
function said(fields = {}) {
  const numbers = Object.entries(fields).filter(([, value]) => typeof value === 'number');
  return numbers.length
    ? el('p', {class: 'small'}, numbers.map(([name, value]) => `${label(name)} ${formatted(name, value)}`).join(' · ')) : null;
}

function sourceOf(source) {
  if (!source) {
    return 'Source unknown';
  }
  const isWeb = /^https?:\/\//.test(source.url ?? '');
  return isWeb ? el('a', {href: source.url, rel: 'noreferrer noopener', target: '_blank'}, source.name) : source.name;
}
