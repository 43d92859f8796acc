// Figures as people read them.

const NONE = '–';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Dollars: $300bn, $61.5bn, $850m. */
export function money(usd) {
  if (usd === undefined || usd === null) {
    return NONE;
  }
  const [unit, size] = usd >= 1e12 ? ['tn', 1e12] : usd >= 1e9 ? ['bn', 1e9] : usd >= 1e6 ? ['m', 1e6] : ['', 1];
  const value = usd / size;
  return `$${trimmed(value, value < 100 ? (unit === 'tn' ? 2 : 1) : 0)}${unit}`;
}

/** A price in dollars per million tokens, with as many decimals as it needs. */
export function price(usd) {
  if (usd === undefined || usd === null) {
    return NONE;
  }
  return usd === 0 ? 'free' : `$${usd >= 1 ? trimmed(usd, 2) : Number(usd.toPrecision(4))}`;
}

export function multiple(value) {
  return value === undefined ? NONE : `${value < 100 ? value.toFixed(value < 10 ? 2 : 1) : grouped(Math.round(value))}×`;
}

export function days(value) {
  return value === undefined ? NONE : value === 1 ? '1 day' : `${grouped(Math.round(value * 10) / 10)} days`;
}

export function months(value) {
  return value === undefined ? NONE : `${trimmed(value, 1)} months`;
}

export function percent(value, decimals = 1) {
  return value === undefined ? NONE : `${trimmed(value, decimals)} %`;
}

/** A score, in three or four significant digits. */
export function score(value) {
  return value === undefined ? NONE : trimmed(value, Math.abs(value) < 10 ? 3 : Math.abs(value) < 1000 ? 1 : 0);
}

export function count(value) {
  if (value === undefined) {
    return NONE;
  }
  const [unit, size] = value >= 1e12 ? [' trillion', 1e12] : value >= 1e9 ? [' billion', 1e9]
    : value >= 1e6 ? [' million', 1e6] : ['', 1];
  return `${grouped(Math.round(value / size * 10) / 10)}${unit}`;
}

/** A day: 31 Mar 2025. */
export function date(instant) {
  if (!instant) {
    return NONE;
  }
  const time = new Date(instant);
  return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
}

/** A day and a time of day: 31 Mar 2025, 09:30. */
export function moment(instant) {
  return `${date(instant)}, ${new Date(instant).toISOString().slice(11, 16)}`;
}

/** A day as inputs and the API have it: 2025-03-31. */
export function day(instant) {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Any figure, by its name. */
export function figure(name, value) {
  if (value === undefined || value === null) {
    return NONE;
  }
  if (typeof value === 'object') {
    return Array.isArray(value) ? count(value.length) : money(value.valuationUsd ?? value.amountUsd);
  }
  if (typeof value !== 'number') {
    return /^\d{4}-\d{2}-\d{2}T/.test(value) ? date(value) : String(value);
  }
  return formatOf(name)(value);
}

function formatOf(name) {
  if (name.endsWith('UsdPerMillionTokens')) {
    return price;
  }
  if (name.endsWith('Usd')) {
    return money;
  }
  if (name.endsWith('Days')) {
    return days;
  }
  if (name.endsWith('Months')) {
    return months;
  }
  if (name.endsWith('Percent')) {
    return percent;
  }
  if (['stepUp', 'revenueMultiple', 'yearOverYearMultiple'].includes(name)) {
    return multiple;
  }
  return name === 'drawdown' ? (value) => percent(value * 100) : ['frontier', 'margin', 'score'].includes(name) ? score : count;
}

function trimmed(value, decimals) {
  return grouped(rounded(value, decimals));
}

/** Rounded as it is written, halves up: toFixed makes 29.9 of 29.95, which lies a hair below it in binary. */
function rounded(value, decimals) {
  const written = String(value);
  return written.includes('e') ? Number(value.toFixed(decimals)) : Number(`${Math.round(Number(`${written}e${decimals}`))}e-${decimals}`);
}

function grouped(value) {
  return value.toLocaleString('en-GB', {maximumFractionDigits: 20});
}
