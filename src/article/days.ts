import { strict } from 'chrono-node/en';
import { isoDay } from './dates.ts';

/** Longer values are prose, not dates. */
const LONGEST = 80;

/**
 * The calendar day of a date as forms write it: "2023-10-19T23:30:00-05:00", "20231019", "Thu, 19 Oct 2023 23:30:00
 * -0500", "October 19, 2023", seconds or milliseconds since 1970. The day is that of the place where it was written:
 * no time zone moves it.
 *
 * @returns null for what names no day
 */
export function dayOf(value: unknown): string | null {
  if (typeof value === 'number') return ofEpoch(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  const words = value.trim();
  if (/^\d{10}(?:\d{3})?$/u.test(words)) return ofEpoch(Number(words));
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/u.exec(words);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const start = strict.parse(words)[0]?.start;
  if (!start?.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) return null;
  return checked(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}

/** Smaller numbers are years or counts, not moments. */
const EARLIEST_SECONDS = 1e8;
const MILLISECONDS_FROM = 1e11;

function ofEpoch(value: number): string | null {
  const milliseconds = value >= MILLISECONDS_FROM ? value : value * 1000;
  if (!(value >= EARLIEST_SECONDS && milliseconds < 4e12)) return null;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function checked(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const holds = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return holds ? isoDay(year, month, day) : null;
}
