import type { Token } from '../../language/sentence.ts';
import {
  headType,
  isAbbreviatedTitle,
  isFirstName,
  isSubject,
  LONGEST_TITLE,
  roleKind,
  titleKind,
} from '../../lexicon/index.ts';
import { formsOf, isCapitalized, type Name, type Step, type Text, tokensOf } from './name.ts';
import { isCalendar, isGivenName, isGlue, isHyphen, isNamePrefix, isPlaceWord, isPrefix, isSyllable } from './words.ts';

/** Cuts off what is no part of a name: articles, titles, offices, words in small letters, weekdays. */
export const trimNames: Step = (names, text) => names.flatMap((name) => trimmed(name, text));

/** Small words that may begin a name ("al-Shabaab", "de Gaulle", "the Hague" has its own capital). */
const PARTICLE =
  /^(?:al|el|an|as|ad|ar|az|de|da|di|du|del|della|der|den|van|von|bin|ibn|abu|ben|le|la|ter|ten|zu|dos|das)$/iu;

/** Words that have a capital only because a sentence begins with them. */
const OPENING =
  /^(?:After|All|Also|Although|And|As|At|Because|Before|Both|But|By|During|Each|Even|For|From|Her|His|How|However|If|In|Its|Many|Most|No|Now|Of|On|Once|Only|Or|Our|Since|So|Some|That|Their|Then|There|These|This|Though|To|Under|Until|What|When|Where|While|Who|Why|With|Yet)$/u;

function trimmed(name: Name, text: Text): Name[] {
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  let { from, to } = name;
  const form = (at: number): string => tokens[at]?.form ?? '';
  const opens = (at: number): boolean =>
    (isCapitalized(form(at)) && !/^(?:the|a|an)$/iu.test(form(at))) ||
    /\p{N}/u.test(form(at)) ||
    (PARTICLE.test(form(at)) && to - at > 1) ||
    /^\p{Ll}+\p{Lu}/u.test(form(at));
  const closes = (at: number): boolean => isCapitalized(form(at)) || /\p{N}/u.test(form(at)) || isNameTail(tokens, at);
  const isCompound = isNamePrefix(form(from)) && isCapitalized(form(from + 2));
  if (isPrefix(form(from)) && isHyphen(tokens[from + 1]) && !isCompound) from += 2;
  if (from === 0 && to > 1 && OPENING.test(form(0)) && /^(?:IN|CC|RB|W|PRP|DT|EX)/u.test(tokens[0]?.xpos ?? '')) from++;
  while (from < to && !opens(from)) from++;
  while (from < to && !(closes(to - 1) && !isLoose(tokens[to - 1], to - from, name))) to--;
  // "North of Varna"
  if (/^(?:North|South|East|West)\p{Ll}*$/u.test(form(from)) && form(from + 1) === 'of') from += 2;
  if (isHyphened(tokens, from, to) && titleKind(wordsOf(tokens, from, to)) !== null) return [];
  const begun = name.type === 'person' ? from : behindBegunTitle(tokens, from, to);
  const ranked = begun > from || isRanked(tokens, name, from, to);
  from = begun;
  if (name.type === 'person' || ranked) [from, to] = withoutTitles(tokens, from, to);
  to = withoutOffice(tokens, from, beforeTitle(tokens, from, to));
  // "Kenya 3" of "Kenya 3 - 0 Chad"
  const scored = to - from > 1 && /^\p{N}+$/u.test(form(to - 1));
  if (scored && isPlaceWord(tokens.slice(from, to - 1).map((token) => token.form))) to--;
  const forms = tokens.slice(from, to).map((token) => token.form);
  if (from >= to || forms.every((one) => isCalendar(one) || /^[\p{N}.,:%/-]+$/u.test(one))) return [];
  const rank = ranked ? { type: 'person' as const, settled: 'rank' } : {};
  return [{ ...name, ...rank, from: afterPrefix(tokens, name, from, to) ? from + 1 : from, to }];
}

/** "pro-Kremlin Unity Bloc": what a prefix hangs on is a name of its own. */
const afterPrefix = (tokens: readonly Token[], name: Name, from: number, to: number): boolean =>
  from > name.from &&
  isPrefix(tokens[name.from]?.form ?? '') &&
  to - from > 1 &&
  isPlaceWord([tokens[from]?.form ?? '']);

/** What is no end of a name: a weekday behind it, an adverb that begins the next sentence. */
function isLoose(token: Token | undefined, length: number, { type }: Name): boolean {
  if (!token || length < 2) return false;
  const day =
    isCalendar(token.form) &&
    type !== 'event' &&
    /day$|^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u.test(token.form);
  return day || (/^(?:RB|UH|PRP|WP|WRB|WDT)/u.test(token.xpos) && length > 2);
}

/** A small word that ends a name by a hyphen ("Min-jae") or stands in the tagger's name with a head ("Kenyan navy"). */
const isNameTail = (tokens: readonly Token[], at: number): boolean =>
  isGlue(tokens, at - 1) && isSyllable(tokens[at]?.form ?? '') && isSyllable(tokens[at - 2]?.form ?? '');

const wordsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ form }) => form)
    .join(' ');

/** "Secretary-General" */
const isHyphened = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from === 3 && isHyphen(tokens[from + 1]);

const RANK = /^(?:General|Gen\.?|Colonel|Col\.?|Admiral|Lieutenant|Sergeant|Marshal|Brigadier)$/u;
/** What may stand behind "General" in the name of a company or body. */
const COMPANY =
  /^(?:Motors|Electric|Mills|Dynamics|Atomics|Foods|Accident|Instruments?|Staff|Elections?|Strike|Synod|Post|Secretariat|Directorate|Prosecutor|Medical|Accounting|Services?|Workers|Confederation|People|Federation|Union|Command|Hospital|Council|Assembly|Conference|Intelligence|Security|Blvd|Ave|Rd)\.?$/u;

const CROWN = /^(?:King|Queen|Prince|Princess|Pope|Ayatollah)$/u;

/**
 * "Major-General Tun Maung" is a person, and so are "General Maung", "King Maung" and "PM Maung", whatever the tagger
 * says; "General Motors" is none.
 */
function isRanked(tokens: readonly Token[], { type }: Name, from: number, to: number): boolean {
  return [3, 2, 1].some((length) => {
    const title = wordsOf(tokens, from, from + length);
    const rest = tokens.slice(from + length, to);
    const isCrowned = CROWN.test(title) && (type === 'organization' || isGivenName(rest[0]?.form ?? ''));
    const isName =
      length === 1 &&
      ((rest.length === 1 && (isCrowned || RANK.test(title))) || /^Colonel$/u.test(title)) &&
      !COMPANY.test(rest[0]?.form ?? '');
    const kind = length > 1 || title.includes('-') || isName ? titleKind(title) : null;
    const isOffice =
      kind === 'military' ||
      isAbbreviatedTitle(title) ||
      (kind !== null && (isCrowned || isHyphened(tokens, from, from + length)));
    return isOffice && rest.length > 0 && rest.every(({ form }) => headType(form) === null);
  });
}

/** "State Mara Ilves", behind "Secretary of": where the title ends that began before what the tagger took for a name. */
function behindBegunTitle(tokens: readonly Token[], from: number, to: number): number {
  for (let end = from + 1; end < to && end - from < LONGEST_TITLE; end++) {
    for (let begin = from - 1; begin >= Math.max(0, end - LONGEST_TITLE); begin--) {
      const title = wordsOf(tokens, begin, end);
      const isOffice = / of /u.test(title) && titleKind(title) === 'political';
      if (isOffice && tokens.slice(end, to).every(({ form }) => headType(form) === null)) return end;
    }
  }
  return from;
}

/** A person's name without the titles before and the offices behind it. */
function withoutTitles(tokens: readonly Token[], from: number, to: number): [from: number, to: number] {
  let start = from;
  for (let length = Math.min(LONGEST_TITLE, to - start); length > 0; length--) {
    const words = tokens.slice(start, start + length).map(({ form }) => form);
    const title = words.join(' ');
    // "Convenor Mara Ilves": an office is none of three names
    const isRole = to - start - length > 1 && /^\p{Lu}/u.test(title) && roleKind(title) !== null;
    if ((titleKind(title) === null && !isRole) || title === title.toLowerCase()) continue;
    // "Dean Marsh", "Prince Rogers Nelson": a first name is a title only where it must be
    const isCrowned = CROWN.test(title) && to - start === 2;
    if (length === 1 && isFirstName(words[0] ?? '') && to - start > 1 && !isCrowned) break;
    start += length;
    length = Math.min(LONGEST_TITLE, to - start) + 1;
  }
  // "Nonpartisan Paul Orr": what begins a sentence before a first name is most likely no name
  const late =
    start === 0 &&
    to - start > 2 &&
    !isSyllable(tokens[0]?.form ?? '') &&
    !isGivenName(tokens[0]?.form ?? '') &&
    isGivenName(tokens[1]?.form ?? '') &&
    !isHyphen(tokens[2]);
  return [late ? 1 : start, to];
}

/** "U.S. Defense" of "U.S. Defense Secretary Mara Ilves": where the title of a person begins within it, a name ends. */
function beforeTitle(tokens: readonly Token[], from: number, to: number): number {
  if (!isCapitalized(tokens[to]?.form ?? '') || !isCapitalized(tokens[to + 1]?.form ?? '')) return to;
  for (let begin = Math.max(from + 1, to - 2); begin < to; begin++) {
    const words = tokens.slice(begin, to + 1).map(({ form }) => form);
    if (isOffice(words.at(-1) ?? '') && words.slice(0, -1).every(isOfOffice)) return begin;
  }
  return to;
}

/** "NATO Commander": an office behind a name is no part of it, unless it goes on ("High Commissioner for Refugees"). */
function withoutOffice(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end - from > 1 && !isGivenName(tokens[from]?.form ?? '') && isOffice(tokens[end - 1]?.form ?? '')) end--;
  return /^(?:of|for)$/u.test(tokens[to]?.form ?? '') && end < to ? to : end;
}

export const isOffice = (form: string): boolean =>
  roleKind(form) !== null && headType(form) === null && !/[^s]s$/u.test(form);

const isOfOffice = (form: string): boolean =>
  isSubject(form) || /^(?:Shadow|Deputy|Vice|Chief|Acting|Former|Assistant|Prime|First)$/u.test(form);

/** A name of nothing but a title is none: "President", "Foreign Minister". */
export const dropBareTitles: Step = (names, text) =>
  names.filter((name) => {
    const forms = formsOf(text, name);
    const words = forms.join(' ');
    const next = text.sentences[name.sentence]?.tokens[name.to]?.form ?? '';
    // "Roman Catholic Archbishop" of
    if (
      name.type !== 'person' &&
      next === 'of' &&
      titleKind(forms.at(-1) ?? '') !== null &&
      isOffice(forms.at(-1) ?? '')
    )
      return false;
    // "Shadow Home" of "Shadow Home Secretary"
    if (roleKind(`${forms.at(-1) ?? ''} ${next}`) !== null && isOffice(next) && forms.every(isOfOffice)) return false;
    // "Fuel" of "Fuel and Energy Minister"
    if (forms.every(isOfOffice) && isListOfOffice(text.sentences[name.sentence]?.tokens ?? [], name.to)) return false;
    return titleKind(words) === null && (roleKind(words) === null || tokensOf(text, name).length > 1);
  });

/** "and Energy Minister": what an office is for goes on over "and". */
function isListOfOffice(tokens: readonly Token[], and: number): boolean {
  if (!/^(?:and|,)$/u.test(tokens[and]?.form ?? '')) return false;
  let at = and + 1;
  while (isOfOffice(tokens[at]?.form ?? '')) at++;
  return at > and + 1 && isCapitalized(tokens[at]?.form ?? '') && isOffice(tokens[at]?.form ?? '');
}
