import type { Token } from '../../language/sentence.ts';
import {
  headType,
  isFirstName,
  isSubject,
  LONGEST_TITLE,
  matchPlace,
  roleKind,
  titleKind,
} from '../../lexicon/index.ts';
import { formsOf, isCapitalized, type Name, type Step, type Text, tokensOf } from './name.ts';
import { isSurnameFirst } from './short-forms.ts';
import { isCalendar, isGivenName, isGlue, isHyphen, isNamePrefix, isPlaceWord, isPrefix, isSyllable } from './words.ts';

/**
 * Cuts off and apart what is no part of a name: quotes and brackets, "'s", spaced dashes, articles, titles, words in
 * small letters at the ends.
 */
export const repairBoundaries: Step = (names, text) =>
  names
    .flatMap((name) => divided(name, text))
    .flatMap((name) => withoutTown(name, text))
    .flatMap((name) => withoutCountry(name, text))
    .flatMap((name) => pairOf(name, text))
    .flatMap((piece) => trimmed(piece, text));

/** "Quill Museum of Dover, Delaware": before a state or country, a town is where it stands and not part of its name. */
function withoutTown(name: Name, text: Text): Name[] {
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  const forms = tokens.map(({ form }) => form);
  const of = forms.lastIndexOf('of', name.to - 1);
  const [comma, ...after] = forms.slice(name.to, name.to + 4);
  const state = comma === ',' && matchPlace(after, 0)?.as === 'name';
  if (!state || of <= name.from + 1 || of >= name.to - 1 || headType(forms[of - 1] ?? '') === null) return [name];
  return [
    { ...name, to: of },
    { ...name, from: of + 1, type: 'place', scores: {} },
  ];
}

/** "DPRK Pak Min Jae", run together from "… of the DPRK Pak Min Jae": a country before a person is no part of the name. */
function withoutCountry(name: Name, text: Text): Name[] {
  const forms = formsOf(text, name);
  const match = matchPlace(forms, 0);
  if (match === null || match.as !== 'name' || forms.length < match.length + 2) return [name];
  const rest = forms.slice(match.length);
  const person = isSurnameFirst(rest) || (isGivenName(rest[0] ?? '') && headType(rest.at(-1) ?? '') === null);
  if (!person) return [name];
  return [
    { ...name, to: name.from + match.length, type: 'place', scores: {} },
    { ...name, from: name.from + match.length, type: 'person', scores: {} },
  ];
}

/** "Aurelia and Kestrel": two names where the article has one of them by itself too. */
function pairOf(name: Name, text: Text): Name[] {
  const forms = formsOf(text, name);
  const [first = '', and, second = ''] = forms;
  if (forms.length !== 3 || and !== 'and' || isPlaceWord(forms)) return [name];
  const alone = text.sentences.some(({ tokens }) =>
    tokens.some(
      ({ form }, i) =>
        (form === first && tokens[i + 1]?.form !== 'and') ||
        (form === second && i > 0 && tokens[i - 1]?.form !== 'and'),
    ),
  );
  if (!alone && name.type !== 'person') return [name];
  return [
    { ...name, to: name.from + 1 },
    { ...name, from: name.to - 1 },
  ];
}

const BREAK = /^(?:["“”«»()[\]{},;:!?/|•…]|[-–—]+|``|'')$/u;
const POSSESSIVE = /^['’]s?$/u;
/** Whose things are named so: "People's Army", "Valentine's Day", "St George's Chapel". */
const OWNER =
  /^(?:people|women|men|children|workers|farmers|teachers|students|soldiers|players|writers|mothers|fathers|veterans|king|queen|prince|princess|lord|god|saint|valentine|year|master|champions|prime|minister|president|governor)s?$/iu;

function divided(name: Name, text: Text): Name[] {
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  const pieces: Name[] = [];
  let from = name.from;
  for (let at = name.from; at <= name.to; at++) {
    if (at < name.to && !breaks(tokens, at, name)) continue;
    if (at > from) {
      const owned = from > name.from && POSSESSIVE.test(tokens[from - 1]?.form ?? '');
      pieces.push({ ...name, from, to: at, ...(owned ? ownedType(tokens.slice(from, at), name) : {}) });
    }
    from = at + 1;
  }
  return pieces;
}

/** "Halden's Mara Ilves" taken for one name: the score was the owner's. What it owns, and has no head, is a person. */
function ownedType(tokens: readonly Token[], name: Name): Partial<Name> {
  const forms = tokens.map(({ form }) => form);
  const person = forms.length >= 2 && forms.length <= 4 && forms.every(isCapitalized) && !forms.some(isCommonPart);
  return person ? { type: 'person', scores: { ...name.scores, person: name.scores[name.type] ?? 0 } } : {};
}

const isCommonPart = (form: string): boolean => headType(form) !== null || isSubject(form) || isPlaceWord([form]);

function breaks(tokens: readonly Token[], at: number, name: Name): boolean {
  const form = tokens[at]?.form ?? '';
  if (isHyphen(tokens[at]) && isGlue(tokens, at) && at > name.from && at < name.to - 1) return false;
  if (POSSESSIVE.test(form)) {
    const before = tokens[at - 1]?.form ?? '';
    const inside = at > name.from && at < name.to - 1 && isCapitalized(tokens[at + 1]?.form ?? '');
    const saint = /^(?:St\.?|Saint)$/u.test(tokens[at - 2]?.form ?? '');
    return !(inside && (OWNER.test(before) || saint));
  }
  // "Ana Prill In the port of Varna": two lines run together
  if (at > name.from && /^(?:In|At|On|By|From|With|After|During|As|When)$/u.test(form)) return true;
  // "Archbishop of Varna": an office is no name, but where it is held may be
  const office = form === 'of' && at > name.from && isOffice(tokens[at - 1]?.form ?? '');
  if (office && titleKind(tokens[at - 1]?.form ?? '') !== null) return true;
  // "Gregory Holm of Halden"
  const holder =
    form === 'of' &&
    at - name.from >= 2 &&
    (name.type === 'person' || (at - name.from <= 3 && isGivenName(tokens[name.from]?.form ?? '')));
  const head = headType(tokens[at - 1]?.form ?? '');
  if (holder && (head === null || head === 'document')) return true;
  if (name.type === 'person' && at > name.from && /^(?:and|&|or)$/u.test(form)) return true;
  return BREAK.test(form);
}

/** Small words that may begin a name ("al-Shabaab", "de Gaulle", "the Hague" has its own capital). */
const PARTICLE =
  /^(?:al|el|an|as|ad|ar|az|de|da|di|du|del|della|der|den|van|von|bin|ibn|abu|ben|le|la|ter|ten|zu|dos|das)$/iu;

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
  while (from < to && !opens(from)) from++;
  while (from < to && !(closes(to - 1) && !isLoose(tokens[to - 1], to - from, name))) to--;
  // "North of Varna"
  if (/^(?:North|South|East|West)\p{Ll}*$/u.test(form(from)) && form(from + 1) === 'of') from += 2;
  if (name.type === 'person') [from, to] = withoutTitles(tokens, from, to);
  to = withoutOffice(tokens, from, to);
  // "Kenya 3" of "Kenya 3 - 0 Chad"
  const scored = to - from > 1 && /^\p{N}+$/u.test(form(to - 1));
  if (scored && isPlaceWord(tokens.slice(from, to - 1).map((token) => token.form))) to--;
  const forms = tokens.slice(from, to).map((token) => token.form);
  if (from >= to || forms.every((one) => isCalendar(one) || /^[\p{N}.,:%/-]+$/u.test(one))) return [];
  const [place] = afterPrefix(tokens, name, from, to) ? [from + 1] : [from];
  return [{ ...name, from: place ?? from, to }];
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

/** A small word that ends a name by a hyphen ("Jong-un") or stands in the tagger's name with a head ("Indonesian navy"). */
const isNameTail = (tokens: readonly Token[], at: number): boolean =>
  isGlue(tokens, at - 1) && isSyllable(tokens[at]?.form ?? '') && isSyllable(tokens[at - 2]?.form ?? '');

/** A person's name without the titles before and the offices behind it. */
function withoutTitles(tokens: readonly Token[], from: number, to: number): [from: number, to: number] {
  let start = from;
  for (let length = Math.min(LONGEST_TITLE, to - start); length > 0; length--) {
    const words = tokens.slice(start, start + length).map(({ form }) => form);
    if (titleKind(words.join(' ')) === null || words.join(' ') === words.join(' ').toLowerCase()) continue;
    // "Dean Marsh", "Prince Rogers Nelson": a first name is a title only where it must be
    if (length === 1 && isFirstName(words[0] ?? '') && to - start > 1) break;
    start += length;
    length = Math.min(LONGEST_TITLE, to - start) + 1;
  }
  // "Nonpartisan Paul Orr": what begins a sentence before a first name is most likely no name
  const late =
    start === 0 &&
    to - start > 2 &&
    !isSyllable(tokens[0]?.form ?? '') &&
    !isGivenName(tokens[0]?.form ?? '') &&
    isGivenName(tokens[1]?.form ?? '');
  return [late ? 1 : start, to];
}

/** "NATO Commander": an office behind a name is no part of it, unless it goes on ("High Commissioner for Refugees"). */
function withoutOffice(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end - from > 1 && !isGivenName(tokens[from]?.form ?? '') && isOffice(tokens[end - 1]?.form ?? '')) end--;
  return /^(?:of|for)$/u.test(tokens[to]?.form ?? '') && end < to ? to : end;
}

const isOffice = (form: string): boolean => roleKind(form) !== null && headType(form) === null && !/[^s]s$/u.test(form);

const isOfOffice = (form: string): boolean =>
  isSubject(form) || /^(?:Shadow|Deputy|Vice|Chief|Acting|Former|Assistant|Prime|First)$/u.test(form);

/** A name of nothing but a title is none: "President", "Foreign Minister". */
export const dropBareTitles: Step = (names, text) =>
  names.filter((name) => {
    const forms = formsOf(text, name);
    const words = forms.join(' ');
    const next = text.sentences[name.sentence]?.tokens[name.to]?.form ?? '';
    // "Shadow Home" of "Shadow Home Secretary"
    if (roleKind(`${forms.at(-1) ?? ''} ${next}`) !== null && isOffice(next) && forms.every(isOfOffice)) return false;
    return titleKind(words) === null && (roleKind(words) === null || tokensOf(text, name).length > 1);
  });
