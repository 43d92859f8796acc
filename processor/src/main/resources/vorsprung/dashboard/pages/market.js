// Market: who is worth what.

import {all} from '../core/api.js';
import {el} from '../core/dom.js';
import {date, money, months, multiple} from '../core/format.js';
import {label, meaning} from '../core/figures.js';
import {go, ids} from '../core/route.js';
import {believedThen, differs, times} from '../core/time.js';
import {toggle, watched} from '../core/watchlist.js';
import {valuations} from '../charts/valuations.js';
import {headline} from '../parts/headline.js';
import {empty} from '../parts/states.js';
import {table} from '../parts/table.js';
import {why} from '../parts/why.js';

const MOST = 5;
const FIGURES = ['valuationUsd', 'stepUp', 'totalRaisedUsd', 'announcedUsd', 'runwayMonths', 'revenueMultiple', 'talks'];
const COMPARED = [...FIGURES, 'monthlyBurnUsd', 'annualizedRevenueUsd', 'yearOverYearMultiple', 'drawdown', 'debtRaisedUsd', 'rounds'];
const FORMATS = {stepUp: multiple, runwayMonths: months, revenueMultiple: multiple, yearOverYearMultiple: multiple};

export const title = 'Market';

export async function market(params) {
  const asked = times(params);
  const sort = params.get('sort') || 'valuationUsd';
  const [companies, then] = await Promise.all([all('/v1/companies', {...asked, sort}), earlier(asked)]);
  if (companies.length === 0) {
    return [el('h1', {}, 'Market'), empty('Nothing was known of any company then. Choose a later day.')];
  }
  const byValue = [...companies].sort((one, other) => (other.valuationUsd ?? 0) - (one.valuationUsd ?? 0));
  const compared = ids(params, 'compare').filter((id) => companies.some((each) => each.companyId === id)).slice(0, MOST);
  const charted = compared.length ? compared : byValue.filter((each) => each.valuationUsd).slice(0, MOST).map((each) => each.companyId);
  return [
    el('h1', {}, 'Who is worth what in AI'),
    el('p', {class: 'lead'}, 'Valuations, money and time left. A click on an underlined figure tells why it is so; check two to five companies to see them side by side.'),
    await headline(byValue, then, asked),
    charted.length ? el('div', {class: 'grid'}, await valuations(charted, asked)) : null,
    compared.length > 1 ? sideBySide(compared.map((id) => companies.find((each) => each.companyId === id)), then) : null,
    list(companies, {params, compared, sort, then}),
  ];
}

/** The companies as they were believed to be on the day asked about, by id; empty when that is now. */
async function earlier(asked) {
  const then = believedThen(asked);
  return then && new Map((await all('/v1/companies', then)).map((each) => [each.companyId, each]));
}

function list(companies, {params, compared, sort, then}) {
  const watching = watched(params);
  const only = params.get('only') === 'watched';
  const shown = only ? companies.filter((each) => watching.includes(each.companyId)) : companies;
  return el('section', {class: 'grid', 'aria-label': 'Companies'},
    el('div', {class: 'fields'},
      only || watching.length ? watchedOnly(only, watching) : null,
      compared.length ? el('button', {type: 'button', onclick: () => go({compare: ''})}, 'Compare none') : null),
    shown.length ? table(`${shown.length} companies`, columns({params, watching, compared, then}), shown, order(sort))
      : empty('No company is watched. A star before a name watches it.'));
}

function watchedOnly(only, watching) {
  return el('button', {type: 'button', id: 'only', 'aria-pressed': String(only), onclick: () => go({only: only ? '' : 'watched'})},
    only ? 'Show all companies' : `Show the ${watching.length} watched`);
}

function columns({params, watching, compared, then}) {
  return [
    {name: 'Watch', hidden: true, cell: (item) => star(params, item, watching.includes(item.companyId))},
    {name: 'Compare', hidden: true, cell: (item) => choice(item, compared)},
    {name: 'Company', header: true, sort: 'company', cell: (item) => item.company},
    ...FIGURES.map((figure) => ({
      name: label(figure), title: meaning(figure), number: true, sort: figure === 'talks' ? null : figure,
      cell: (item) => shown(item, figure, then),
    })),
    {name: 'Valued on', number: true, cell: (item) => date(item.valuationAt)},
  ];
}

function star(params, {companyId, company}, isWatched) {
  return el('button', {type: 'button', class: 'star', id: `watch-${companyId}`, 'aria-pressed': String(isWatched),
    'aria-label': `Watch ${company}`, onclick: () => toggle(params, companyId)}, isWatched ? '★' : '☆');
}

function choice({companyId, company}, compared) {
  const isChosen = compared.includes(companyId);
  return el('input', {type: 'checkbox', id: `compare-${companyId}`, 'aria-label': `Compare ${company}`, checked: isChosen,
    disabled: !isChosen && compared.length >= MOST,
    onchange: () => go({compare: (isChosen ? compared.filter((id) => id !== companyId) : [...compared, companyId]).join(',')},
      {replace: true})});
}

function shown(item, figure, then) {
  const text = textOf(item, figure);
  if (item[figure] === undefined) {
    return text;
  }
  const before = then?.get(item.companyId);
  const isCorrected = then && differs(item[figure], before?.[figure]) && (before || item[figure] !== 0);
  return why({kind: 'companies', id: item.companyId, figure}, text, isCorrected ? textOf(before ?? {}, figure) : undefined);
}

function textOf(item, figure) {
  const value = item[figure];
  if (figure === 'talks') {
    return value ? `${money(value.valuationUsd ?? value.amountUsd)}${value.valuationUsd ? '' : ' to raise'}` : '–';
  }
  if (figure === 'drawdown') {
    return value === undefined ? '–' : `${Math.round(value * 100)} %`;
  }
  return figure === 'rounds' ? String(value) : (FORMATS[figure] ?? money)(value);
}

function order(sort) {
  const ascending = sort.endsWith(':asc') || /^company(Id)?$/.test(sort);
  const by = sort.replace(/^-/, '').replace(/:(asc|desc)$/, '');
  return {by, ascending, change: (column) => go({sort: column === by ? `${column}:${ascending ? 'desc' : 'asc'}` : column}, {replace: true})};
}

function sideBySide(companies, then) {
  return el('div', {class: 'grid'},
    table('Side by side', [
      {name: 'Figure', header: true, cell: (figure) => el('span', {title: meaning(figure)}, label(figure))},
      ...companies.map((item) => ({name: item.company, number: true, cell: (figure) => shown(item, figure, then)})),
    ], COMPARED));
}
