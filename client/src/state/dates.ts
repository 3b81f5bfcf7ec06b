/** First and last day, ISO 8601, both inside. */
export type Days = readonly [first: string, last: string];

const known = new Map<string, Days | null>();

/** The days that a date, a month, a year or a span of these covers; null for what is none of them. */
export function daysOf(date: string): Days | null {
  const before = known.get(date);
  if (before !== undefined) return before;
  const [from = '', to = from] = date.split('/');
  const [first, last] = [wholeOf(from), wholeOf(to)];
  const days: Days | null = first && last ? [first[0], last[1]] : null;
  known.set(date, days);
  return days;
}

function wholeOf(date: string): Days | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (day !== undefined) return [date, date];
  return [`${date}-01`, `${date}-${String(lastDay(Number(year), Number(month))).padStart(2, '0')}`];
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether days and a stretch that may be open at either end have one in common. */
export const within = ([first, last]: Days, since: string | null, until: string | null): boolean =>
  (since === null || last >= since) && (until === null || first <= until);
