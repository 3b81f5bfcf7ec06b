import { type Days, daysOf } from './dates.ts';
import { dateWords } from './words.ts';

/** A year, a month or a day as a bar of the timeline. */
export interface Bin {
  first: string;
  last: string;
  label: string;
}

export type Unit = 'years' | 'months' | 'days';

export interface Axis {
  unit: Unit;
  bins: readonly Bin[];
}

const MOST_DAYS = 70;
const MOST_MONTHS = 72;
const MOST_YEARS = 120;
const DAY = 86_400_000;

/** The bars that cover all of these dates: days, months or years, by how far the dates lie apart; null for no dates. */
export function axisOf(dates: Iterable<string>): Axis | null {
  const covered = extentOf(dates);
  if (covered === null) return null;
  const [first, last] = covered;
  const days = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  if (days <= MOST_DAYS) return { unit: 'days', bins: dayBins(first, days) };
  const months = monthOf(last) - monthOf(first) + 1;
  if (months <= MOST_MONTHS) return { unit: 'months', bins: monthBins(monthOf(first), months) };
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return { unit: 'years', bins: yearBins(from, to, Math.ceil((to - from + 1) / MOST_YEARS)) };
}

function extentOf(dates: Iterable<string>): Days | null {
  const days = [...dates].flatMap((date) => daysOf(date) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const dayBins = (first: string, days: number): Bin[] =>
  Array.from({ length: days }, (_, i) => {
    const day = new Date(Date.parse(first) + i * DAY).toISOString().slice(0, 10);
    return { first: day, last: day, label: dateWords(day) };
  });

const monthBins = (first: number, months: number): Bin[] =>
  Array.from({ length: months }, (_, i) => {
    const month = first + i;
    return binOf(`${year(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`);
  });

function yearBins(from: number, to: number, step: number): Bin[] {
  const bins: Bin[] = [];
  for (let at = from; at <= to; at += step)
    bins.push(binOf(step === 1 ? year(at) : `${year(at)}/${year(Math.min(to, at + step - 1))}`));
  return bins;
}

const year = (n: number): string => String(n).padStart(4, '0');

function binOf(date: string): Bin {
  const [first, last] = daysOf(date) ?? [date, date];
  return { first, last, label: dateWords(date) };
}

/** How many edges have a day in each bar; one that lasts over several counts in each, as brushing each would show it. */
export function heights(bins: readonly Bin[], dates: ReadonlyMap<string, number>): number[] {
  const sums = bins.map(() => 0);
  for (const [date, edges] of dates) {
    const days = daysOf(date);
    if (days === null) continue;
    const from = indexOf(bins, days[0]);
    for (let i = from; i < bins.length && (bins[i]?.first ?? '') <= days[1]; i++) sums[i] = (sums[i] ?? 0) + edges;
  }
  return sums;
}

/** The bar that a day stands in, or the nearest. */
function indexOf(bins: readonly Bin[], day: string): number {
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bins[middle]?.last ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of bars: from the one, up to but without the other. */
export type Stretch = readonly [from: number, to: number];

/** The stretch that a view's days cover. */
export function stretchOf(bins: readonly Bin[], since: string | null, until: string | null): Stretch {
  const from = since === null ? 0 : indexOf(bins, since);
  const to = until === null ? bins.length : indexOf(bins, until) + 1;
  return [from, Math.max(from + 1, to)];
}

/** The days of a stretch, open where it reaches the end. */
export const daysIn = (bins: readonly Bin[], [from, to]: Stretch): { since: string | null; until: string | null } => ({
  since: from <= 0 ? null : (bins[from]?.first ?? null),
  until: to >= bins.length ? null : (bins[to - 1]?.last ?? null),
});

/**
 * The next picture while the timeline plays: what is all of it begins anew and grows, a part of it moves on.
 *
 * @param begun the stretch that playing began with
 * @returns null at the end
 */
export function nextStretch(length: number, begun: Stretch, now: Stretch | null): Stretch | null {
  const whole = begun[0] === 0 && begun[1] === length;
  if (now === null) return whole ? [0, 1] : begun;
  if (now[1] >= length) return null;
  return whole ? [0, now[1] + 1] : [now[0] + 1, now[1] + 1];
}
