import { strict } from 'chrono-node/en';
import { isoDay } from './dates.ts';

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:[ ](?:\p{Lu}[\p{L}.'’-]*|de|la|of|the|al))*`;
const PLACE = String.raw`(?<place>${NAME}(?:,[ ]?${NAME}){0,2}(?:[ ]?\[${NAME}\])?)`;
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\.?`;
const DAY = String.raw`(?<date>${MONTH}[ ]\d{1,2}(?:,?[ ]\d{4})?|\d{1,2}[ ]${MONTH}(?:[ ]\d{4})?)`;
const AGENCY = String.raw`\((?<agency>[\p{Lu}\p{N}][\p{L}\p{N} ./&-]{0,60}(?:,[ ]?\d{4})?)\)`;
const LINE = new RegExp(`^${PLACE}(?:,?[ ]?${DAY})?(?:,?[ ]?${AGENCY})?(?:[ ]?(?<mark>--|[-–—:])|(?<=\\)))[ ]`, 'u');

/** A dateline at the beginning of a paragraph. Lengths count from the paragraph's beginning. */
export interface Dateline {
  /** Behind the place: "Varna [Bulgaria]". */
  placeEnd: number;
  /** Behind the mark that closes the line and its blank. */
  length: number;
  /** ISO day, or null where the line names none or its year is not known. */
  date: string | null;
}

/**
 * Reads "Varna [Bulgaria], May 3 : ", "VARNA, Bulgaria, May 3 (AP) — ", "VARNA — ", "Varna, May 3 (BTA) ".
 * A capitalised phrase before a colon or dash is a dateline only where a date, an agency, a bracketed country or
 * capitals all through say so: "Analysts: …" is none.
 *
 * @param head the beginning of the paragraph
 * @param known the article's ISO date, whose year a day without one takes
 */
export function dateline(head: string, known: string | null): Dateline | null {
  const found = LINE.exec(head.slice(0, 160));
  const place = found?.groups?.place;
  if (!found || !place) return null;
  const { date, agency, mark } = found.groups ?? {};
  const capitals = place === place.toUpperCase() && /\p{Lu}{3}/u.test(place);
  // agencies may leave the mark out: "VARNA (BTA) The minister said"
  if (!mark && !(agency && (date || capitals))) return null;
  if (!date && !agency && !place.includes('[') && !(capitals && mark !== ':')) return null;
  return { placeEnd: place.length, length: found[0].length, date: date ? dayOf(date, known) : null };
}

function dayOf(words: string, known: string | null): string | null {
  const [found] = strict.parse(words, known ? new Date(`${known}T12:00:00`) : undefined);
  if (!found) return null;
  const { start } = found;
  const year = start.isCertain('year') ? start.get('year') : known ? Number(known.slice(0, 4)) : null;
  const [month, day] = [start.get('month'), start.get('day')];
  return year && month && day ? isoDay(year, month, day) : null;
}
