import type { Token } from '../../language/sentence.ts';
import {
  countryOf,
  countryOfDemonym,
  headType,
  isFirstName,
  matchPlace,
  remember,
  titleKind,
} from '../../lexicon/index.ts';
import { isCapitalized } from './name.ts';

const HYPHENS: ReadonlySet<string> = new Set(['-', '‐', '‑', '–']);
/** What may stand before a hyphen and a name and is no part of the name: "anti-American", "ex-President". */
const PREFIX = /^(?:anti|pro|non|pre|post|ex|mid|semi|inter|trans|pan|co|un|sub|multi|quasi|self|all|vice)$/iu;
/** Syllables of given names as East Asian languages are romanised: "min", "jae", "yong". */
const SYLLABLE =
  /^(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|ts|tz|kw|gw|ng|hs|hw|hy|[kmprsgdbj]y)?[aeiouyw]{1,3}(?:ng|n|k|m|p|t|l|r|h|ck|i|e)?$/iu;
/** Calendar words, ranks of quality and the like: capitalised, and never a name by themselves. */
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thurs?|fri|sat|sun|a\.?m|p\.?m|gmt|utc|est|edt|pst|pdt|bst|cet|ad|bc|bce|ce|b\.c|a\.d)\.?(?:['’]s)?$/iu;

export const isHyphen = (token: Token | undefined): boolean => token !== undefined && HYPHENS.has(token.form);
export const isPrefix = (form: string): boolean => PREFIX.test(form);
/** A prefix that begins names of its own: "Inter-American Court", "Trans-Siberian Railway". */
export const isNamePrefix = (form: string): boolean => /^(?:Inter|Trans|Pan)$/u.test(form);
export const isCalendar = remember((form) => CALENDAR.test(form));

/** A syllable short enough for an East Asian given name. */
export const isSyllable = (form: string): boolean => form.length <= 6 && SYLLABLE.test(form);

/** Whether a hyphen joins its two neighbours without blanks: "Quill-Sonda". */
export function isGlue(tokens: readonly Token[], at: number): boolean {
  const [before, hyphen, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !hyphen || !after || !isHyphen(hyphen)) return false;
  return before.end === hyphen.start && hyphen.end === after.start;
}

/** A proper noun by the tagger's word and its capital. */
export const isProper = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.xpos === 'NNP' || token.xpos === 'NNPS') &&
  isCapitalized(token.form) &&
  !isCalendar(token.form);

/** Where a run of words with capitals ends that begins at `from`; weekdays, months and what is taken are none of it. */
export function endOfCapitals(
  tokens: readonly Token[],
  from: number,
  isFree: (at: number) => boolean = () => true,
): number {
  let at = from;
  while (isCapitalized(tokens[at]?.form ?? '') && !isCalendar(tokens[at]?.form ?? '') && isFree(at)) at++;
  return at;
}

/** Whether these words are the name of a country, region or capital, or a demonym. */
export function isPlaceWord(forms: readonly string[]): boolean {
  return matchPlace(forms, 0)?.length === forms.length;
}

export const isCountryOrDemonym = (words: string): boolean =>
  countryOf(words) !== null || countryOfDemonym(words) !== null;

/** Whether a word could be the first of a person's name. */
export const isGivenName = (form: string): boolean =>
  isFirstName(form) && titleKind(form) === null && headType(form) === null;

/** "U.S." and "J." are initials, not ends of sentences. */
export const isInitial = (form: string): boolean => /^(?:\p{Lu}\.?|(?:\p{Lu}\.){2,})$/u.test(form);
