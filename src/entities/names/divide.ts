import type { Token } from '../../language/sentence.ts';
import { headType, isSubject, matchPlace, roleKind, titleKind } from '../../lexicon/index.ts';
import { formsOf, isCapitalized, type Name, type Step, type Text } from './name.ts';
import { isSurnameFirst } from './short-forms.ts';
import { isOffice } from './trim.ts';
import { isGivenName, isGlue, isHyphen, isPlaceWord } from './words.ts';

/** Takes apart what the tagger ran together: at brackets, quotes, spaced dashes and "'s", "of" and "and" between two names. */
export const divideNames: Step = (names, text) =>
  names
    .flatMap((name) => divided(name, text))
    .flatMap((name) => withoutTown(name, text))
    .flatMap((name) => withoutCountry(name, text))
    .flatMap((name) => pairOf(name, text));

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

/** "Kenya Pak Min Jae", run together from "… of the Kenya Pak Min Jae": a country before a person is no part of the name. */
function withoutCountry(name: Name, text: Text): Name[] {
  const forms = formsOf(text, name);
  const match = matchPlace(forms, 0);
  if (match === null || match.as !== 'name' || forms.length < match.length + 2) return [name];
  const rest = forms.slice(match.length);
  const person = isSurnameFirst(rest) || isGivenName(rest[0] ?? '') || isSentTo(text, name);
  if (!person || headType(rest.at(-1) ?? '') !== null) return [name];
  return [
    { ...name, to: name.from + match.length, type: 'place', scores: {} },
    { ...name, from: name.from + match.length, type: 'person', scores: {} },
  ];
}

/** "the ambassador to Kenya Pak Min Jae" */
function isSentTo({ sentences }: Text, { sentence, from }: Name): boolean {
  const [office, to] = sentences[sentence]?.tokens.slice(Math.max(0, from - 2), from) ?? [];
  return to?.form === 'to' && roleKind(office?.form ?? '') === 'represents';
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

/** Heads of bodies that no other body has for a subject: behind "and" they begin a name of their own. */
const STRONG =
  /^(?:University|College|Institute|School|Museum|Hospital|Bank|Company|Corporation|Corp|Party|Agency|Ministry|Court|Council|Airport|Cathedral|Church)$/u;

/** "Quill Institute of Dyes and Varna State University", "an Ana Prill and Mara Ilves exhibit". */
function areTwo(tokens: readonly Token[], at: number, name: Name): boolean {
  const [left, right] = [tokens.slice(name.from, at), tokens.slice(at + 1, name.to)].map((part) =>
    part.map(({ form }) => form),
  );
  if (!left || !right) return false;
  if (left.length === 2 && right.length === 2)
    return [left, right].every((part) => isGivenName(part[0] ?? '') && !part.some(isCommonPart));
  return left.slice(1).some((form) => STRONG.test(form)) && right.slice(1).some((form) => STRONG.test(form));
}

/** "Ko In Ho": a syllable of a name between two others. */
const isSyllableOf = (tokens: readonly Token[], at: number, { from, to }: Name): boolean =>
  /^(?:In|On)$/u.test(tokens[at]?.form ?? '') &&
  to - from === 3 &&
  at === from + 1 &&
  isSurnameFirst(tokens.slice(from, to).map(({ form }) => form)) &&
  !isPlaceWord([tokens[to - 1]?.form ?? '']);

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
  if (at > name.from && /^(?:In|At|On|By|From|With|After|During|As|When)$/u.test(form))
    return !isSyllableOf(tokens, at, name);
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
  if (form === 'and' && at > name.from && areTwo(tokens, at, name)) return true;
  // "Ana Prill Image: Mara Ilves": a caption and whose picture it is
  if (/^(?:Image|Photo|Photograph|Picture|Credit)$/u.test(form) && tokens[at + 1]?.form === ':') return true;
  // "the Quill Society honoured Ana Prill" taken for one name
  const says = tokens[at]?.xpos === 'VBD' && /^\p{Ll}/u.test(form) && at > name.from && at < name.to - 1;
  if (says && isCapitalized(tokens[at + 1]?.form ?? '')) return true;
  return BREAK.test(form);
}
