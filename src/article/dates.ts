import { strict } from 'chrono-node/en';

const WORDS_BEFORE = /^(?:(?:published|updated|posted|date|dated)\b\s*(?:on\b|at\b|:)?\s*)*/iu;
const AFTER = /^(?:,?\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:utc|gmt|[ec][sd]?t|ist|bst)?)?\s*/iu;

/**
 * A calendar date at the beginning of a line ("Thursday, May 7, 2015", "date 2023-10-19"), with year, month and day.
 *
 * @returns the ISO date and the length of what stands for it, blanks behind it included; null where there is none.
 *   A date that runs on into a sentence ("May 7, 2015 was …", "On May 7 …") is none.
 */
export function leadingDate(line: string): { date: string; length: number } | null {
  const before = WORDS_BEFORE.exec(line)?.[0].length ?? 0;
  const [found] = strict.parse(line.slice(before), undefined, { forwardDate: false });
  if (found?.index !== 0 || found.end) return null;
  const { start } = found;
  if (!start.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) return null;
  let length = before + found.text.length;
  length += AFTER.exec(line.slice(length))?.[0].length ?? 0;
  const rest = line.slice(length);
  if (rest !== '' && !/^["“‘'(]?\p{Lu}/u.test(rest)) return null;
  return { date: isoDay(start.get('year') ?? 0, start.get('month') ?? 1, start.get('day') ?? 1), length };
}

export const isoDay = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
