import type { Component, ParsedComponents, ParsedResult } from 'chrono-node';
import { casual } from 'chrono-node/en';
import type { Sentence } from '../language/sentence.ts';
import type { Span } from '../ontology.ts';
import { nounRulesOf, singular } from './verbs.ts';

/** A date in a sentence. Tokens `from` (inclusive) to `to` (exclusive). */
export interface TimeExpression {
  from: number;
  to: number;
  span: Span;
  /** ISO 8601, as precise as the words ("2019", "2019-05", "2019-05-06/2019-05-12"); of what has been. */
  past: string;
  /** The same for what is to come: the coming Thursday, next year's May. Equal to `past` where the words leave no choice. */
  future: string;
}

/** Words without which a sentence holds no date; asking chrono-node costs more than parsing the sentence. */
const HINT =
  /\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:yesterday|today|tonight|tomorrow|ago|weeks?|months?|years?|weekend|day)\b|(?:1[6-9]|20)\d\d\b|\d+\/\d+)/i;
/** A sentence longer than this is no sentence. */
const LONGEST = 2000;

/**
 * The dates that a sentence names, relative ones resolved against the article's date (ISO, or null: then only full
 * dates and years are known). What stands inside a name ("Sunday Times") is none.
 *
 * @param isNamed whether a token is part of a name
 * @param isHistory the text tells of years long gone, so that "2 June" is of no known year
 */
export function datesOf(
  text: string,
  sentence: Sentence,
  reference: string | null,
  isNamed: (token: number) => boolean,
  isHistory = false,
): TimeExpression[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST));
  if (!HINT.test(words)) return [];
  const anchor = reference === null ? null : new Date(`${reference}T12:00:00Z`);
  const found: TimeExpression[] = [];
  const put = (start: number, end: number, dates: { past: string; future: string } | null) => {
    const range = tokensIn(sentence, start, end);
    if (!dates || !range || found.some((one) => range.from < one.to && one.from < range.to)) return;
    for (let t = range.from; t < range.to; t++) if (isNamed(t)) return;
    found.push({ ...range, span: [start, end], ...dates });
  };
  for (const result of casual.parse(words, anchor ?? new Date(0))) {
    const start = sentence.start + result.index;
    // chrono-node may take a mark or the word behind along
    const length = /^in the day\b/i.test(result.text)
      ? 'in the day'.length
      : result.text.replace(/[\s,;]+$/, '').length;
    const { start: first } = result;
    const isLoose = isHistory && first.isCertain('month') && !first.isCertain('year');
    put(start, start + length, isLoose ? null : resolve(result, words, anchor));
  }
  for (const { from, to, dates } of years(sentence))
    put(sentence.tokens[from]?.start ?? 0, sentence.tokens[to - 1]?.end ?? 0, dates);
  return joined(found.sort((a, b) => a.from - b.from));
}

/** Of "the end of the month, on April 29" the finer one, over the tokens of both. */
function joined(dates: readonly TimeExpression[]): TimeExpression[] {
  const all: TimeExpression[] = [];
  for (const date of dates) {
    const last = all.at(-1);
    const isNear = last !== undefined && date.from - last.to <= 2;
    if (isNear && date.future.startsWith(`${last.future}-`)) all.splice(-1, 1, { ...date, from: last.from });
    else if (isNear && last.future.startsWith(`${date.future}-`)) all.splice(-1, 1, { ...last, to: date.to });
    else all.push(date);
  }
  return all;
}

function tokensIn({ tokens }: Sentence, start: number, end: number): { from: number; to: number } | null {
  const from = tokens.findIndex((token) => token.end > start && token.start < end);
  if (from < 0) return null;
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++;
  return { from, to };
}

const DAY = 86_400_000;
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const shifted = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);

function resolve(result: ParsedResult, sentence: string, anchor: Date | null): { past: string; future: string } | null {
  const { start, end, text } = result;
  if (/^(?:for|within|now|in (?:the|a|an|\d|two|three)\b)/i.test(text) && !/^in the (?:day|year|month)\b/i.test(text))
    return null;
  // counted from what is told, not from the day it is told on: "two years after the war"
  const behind = sentence.slice(result.index + text.length, result.index + text.length + 8).toLowerCase();
  if (/\b(?:days?|weeks?|months?|years?)$/i.test(text) && /^\s(?:after|before|since)\b/.test(behind)) return null;
  if (/\blater\b|^after\b|\bfollowing\b|\bnext (?:few|several|\w+) (?:days|weeks|months|years)\b/i.test(text))
    return null;
  if (
    /minute|hour|second|moment/i.test(text) ||
    (/^[\p{Ll}]/u.test(text) && /^(?:may|march|mar|sun|sat|mon|wed|fri|dec|oct|second)\b/.test(text))
  )
    return null;
  const before = sentence.slice(Math.max(0, result.index - 12), result.index).toLowerCase();
  if (/^in the day\b/i.test(text)) return anchor && /(?:earlier|later)\s*$/.test(before) ? both(iso(anchor)) : null;
  const week = /\b(last|this|next|previous|past|coming)\s+(?:week|weekend)$/i.exec(text);
  if (week) return anchor ? weekOf(anchor, week[1]?.toLowerCase() ?? '', /weekend$/i.test(text)) : null;
  if (/^(?:the )?weekend$/i.test(text) && anchor) return weekOf(anchor, 'last', true);
  const from = point(start, text, anchor);
  if (!from) return null;
  if (
    anchor &&
    LATELY.test(text) &&
    (/\d|s$/i.test(text) || /\b(?:over|during|for|within)\s+(?:the\s+)?$/.test(before))
  )
    return both(`${from.past}/${iso(anchor).slice(0, from.past.length)}`);
  // "at the end of the month" is no day
  const part = /^(?:the )?(?:end|start|beginning|middle) of\b.*\b(month|year)$/i.exec(text)?.[1];
  if (part !== undefined) {
    const length = part.toLowerCase() === 'month' ? 'yyyy-mm'.length : 'yyyy'.length;
    return { past: from.past.slice(0, length), future: from.future.slice(0, length) };
  }
  const to = end ? point(end, text, anchor) : null;
  return to ? { past: `${from.past}/${to.past}`, future: `${from.future}/${to.future}` } : from;
}

/** "the last 18 months", "the past month": up to the day of the article. */
const LATELY = /^(?:(?:over|during|for|within|in) )?(?:the )?(?:last|past) .*(?:day|week|month|year|decade)s?$/i;

const both = (date: string): { past: string; future: string } => ({ past: date, future: date });

/** Monday to Sunday; of a weekend, its two days. */
function weekOf(anchor: Date, which: string, weekend: boolean): { past: string; future: string } {
  const monday = shifted(anchor, -((anchor.getUTCDay() + 6) % 7));
  const weeks = which === 'this' ? 0 : which === 'next' || which === 'coming' ? 1 : -1;
  const first = shifted(monday, weeks * 7 + (weekend ? 5 : 0));
  return both(`${iso(first)}/${iso(shifted(monday, weeks * 7 + 6))}`);
}

const two = (n: number | null): string => String(n ?? 0).padStart(2, '0');

function point(
  components: ParsedComponents,
  text: string,
  anchor: Date | null,
): { past: string; future: string } | null {
  const sure = (part: Component) => components.isCertain(part);
  const [year, month, day] = [components.get('year'), components.get('month'), components.get('day')];
  if (sure('year') && !sure('month')) return anchor || /\d{4}/.test(text) ? both(String(year)) : null;
  if (sure('year') && sure('month')) {
    if (!anchor && !/\d{4}/.test(text)) return null;
    return both(sure('day') ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`);
  }
  if (!anchor) return null;
  if (sure('weekday') && !sure('day')) return weekday(components.get('weekday') ?? 0, text, anchor);
  if (!sure('month')) return null;
  const rest = sure('day') ? `-${two(month)}-${two(day)}` : `-${two(month)}`;
  const now = iso(anchor).slice(4, 4 + rest.length);
  const current = anchor.getUTCFullYear();
  return {
    past: `${rest <= now ? current : current - 1}${rest}`,
    future: `${rest >= now ? current : current + 1}${rest}`,
  };
}

function weekday(wanted: number, text: string, anchor: Date): { past: string; future: string } {
  const back = (anchor.getUTCDay() - wanted + 7) % 7;
  const past = iso(shifted(anchor, -(back === 0 && /^(?:on )?last\b/i.test(text) ? 7 : back)));
  const future = iso(shifted(anchor, back === 0 ? (/\bnext\b/i.test(text) ? 7 : 0) : 7 - back));
  if (/\bnext\b|\bcoming\b/i.test(text)) return both(future);
  return /\blast\b|\bpast\b/i.test(text) ? both(past) : { past, future };
}

const YEAR = /^(?:1[6-9]|20)\d\d$/;
/** What can stand before a year that is a date. */
const BEFORE_YEAR =
  /^(?:in|since|from|until|till|by|before|after|during|of|early|late|mid|between|to|and|around|circa|through|[-–—(,]|spring|summer|autumn|fall|winter|for)$/i;

/** "B's 1990 invasion", "the 2004 public hanging": the year before what happened in it. */
function isOfHappening(tokens: Sentence['tokens'], year: number): boolean {
  if (!/^(?:POS|PRP\$|DT|JJ)$/.test(tokens[year - 1]?.xpos ?? '')) return false;
  let last = year;
  while (last < year + 4 && /^(?:NOUN|ADJ)$/.test(tokens[last + 1]?.upos ?? '')) last++;
  const noun = tokens[last];
  return last > year && noun?.xpos === 'NN' && nounRulesOf(singular(noun.lemma)).length > 0;
}

/** Years that stand alone: "in 2007", "between 2010 and 2012", "from 1939 to 1945". */
function years({ tokens }: Sentence): { from: number; to: number; dates: { past: string; future: string } }[] {
  const found: { from: number; to: number; dates: { past: string; future: string } }[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (!YEAR.test(token.form)) continue;
    if (isOfHappening(tokens, at)) found.push({ from: at, to: at + 1, dates: both(token.form) });
    if (before && !BEFORE_YEAR.test(before.form)) continue;
    const next = tokens[at + 1];
    if (next && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.upos)) continue;
    if (before && /^(?:for|to|and|[,(-])$/.test(before.form) && !YEAR.test(tokens[at - 2]?.form ?? '')) continue;
    const last = tokens[at + 2];
    const isRange =
      last &&
      YEAR.test(last.form) &&
      last.form > token.form &&
      /^(?:to|and|until|[-–—])$/.test(next?.form ?? '') &&
      (/^(?:between|from)$/i.test(before?.form ?? '') || /^[-–—]$/.test(next?.form ?? ''));
    found.push({
      from: at,
      to: isRange ? at + 3 : at + 1,
      dates: both(isRange ? `${token.form}/${last.form}` : token.form),
    });
  }
  return found;
}
