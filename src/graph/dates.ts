const pad = (value: number): string => String(value).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** First and last day of an ISO 8601 date of any precision ("2023-10" → the 1st and the 31st), or of a span of two. */
export function daysOf(date: string): { first: string; last: string } | null {
  const [from, to, more] = date.split('/');
  if (from === undefined || more !== undefined) return null;
  if (to !== undefined) {
    const start = daysOf(from);
    const end = daysOf(to);
    return start && end ? { first: start.first, last: end.last } : null;
  }
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(from);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const days = lastDay(Number(year), Number(month));
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${pad(days)}` };
  return Number(day) < 1 || Number(day) > days ? null : { first: from, last: from };
}
