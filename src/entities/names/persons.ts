import type { Token } from '../../language/sentence.ts';
import { headType, LONGEST_TITLE, roleKind, titleKind } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import { typeByNounBefore } from './described.ts';
import { formsOf, isCapitalized, type Name, type Step, type Text } from './name.ts';
import { isSurnameFirst } from './short-forms.ts';
import {
  isCalendar,
  isCountryOrDemonym,
  isGivenName,
  isGlue,
  isInitial,
  isPlaceWord,
  isProper,
  isSyllable,
} from './words.ts';

/** A first name and more: a person where the tagger was not sure of anything else, or saw nothing. */
export const findPersons: Step = (names, text) => {
  const retyped = names.map((name) => (isFullName(name, text) ? asPerson(name, 'full name') : name));
  const cover = new Cover(retyped, text);
  const found: Name[] = [];
  for (const [sentence, { tokens }] of text.sentences.entries()) {
    for (let from = 0; from < tokens.length; from++) {
      const to = isProper(tokens[from]) ? endOfPerson(tokens, from) : null;
      if (to === null || !cover.isFree(sentence, from, to)) continue;
      const name: Name = { sentence, from, to, type: 'person', scores: {}, settled: 'full name' };
      cover.add(name);
      found.push(name);
    }
  }
  return [...retyped, ...found];
};

const asPerson = (name: Name, settled: string): Name => ({ ...name, type: 'person', settled });

/** How much more per token another type than person must have scored to stand against a first name. */
const STRONG = 12_000;

function isFullName(name: Name, text: Text): boolean {
  const forms = formsOf(text, name);
  if (isSurnameFirst(forms) && forms.some((form) => /[-‐‑]/u.test(form))) return true;
  const [first = '', second = ''] = forms;
  if (forms.length < 2 || forms.length > 4 || !isGivenName(first)) return false;
  const last = forms.at(-1) ?? '';
  if (headType(last) !== null || forms.some((form) => /^(?:of|the|for|&|and|\p{N}+)$/u.test(form))) return false;
  if (isPlaceWord(forms) || isCountryOrDemonym(first) || !(isCapitalized(second) || isInitial(second))) return false;
  if (isCalledOtherwise(name, text)) return false;
  if (name.type === 'person') return true;
  const [own = 0, person = 0] = [name.scores[name.type], name.scores.person];
  return own - person < STRONG;
}

/** "the shipping company Adria Line": the noun before it knows better than its first word. */
function isCalledOtherwise(name: Name, text: Text): boolean {
  const type = typeByNounBefore(text.sentences[name.sentence]?.tokens ?? [], name);
  return type !== null && type !== 'person';
}

/** Where the name of a person ends that begins with the proper noun `from`; null where none does. */
function endOfPerson(tokens: readonly Token[], from: number): number | null {
  const form = (at: number): string => tokens[at]?.form ?? '';
  const isPart = (at: number): boolean =>
    isProper(tokens[at]) &&
    titleKind(form(at)) === null &&
    headType(form(at)) === null &&
    !isCountryOrDemonym(form(at));
  if (isProper(tokens[from - 1]) && titleKind(form(from - 1)) === null) return null;
  if (isGivenName(form(from))) {
    let to = from + 1;
    while (isPart(to) || (isInitial(form(to)) && isPart(to + 1))) to++;
    return to - from >= 2 && to - from <= 4 ? to : null;
  }
  // "Lee Jae-yong"
  const given = from + 1;
  const parts = isGlue(tokens, given + 1) && isCapitalized(form(given));
  const syllables = [from, given, given + 2].every((at) => isSyllable(form(at)));
  return parts && syllables && !isCountryOrDemonym(form(from)) && !isCalendar(form(from)) ? given + 3 : null;
}

/** The tokens of the longest title that ends right before token `at`: "Foreign Minister", "deputy director"; or null. */
export function titleBefore(tokens: readonly Token[], at: number): [from: number, to: number] | null {
  for (let length = Math.min(LONGEST_TITLE, at); length > 0; length--) {
    const words = tokens
      .slice(at - length, at)
      .map(({ form }) => form)
      .join(' ');
    const small = length === 1 && words === words.toLowerCase() && roleKind(words) !== null;
    if (titleKind(words) !== null || small || (length > 1 && roleKind(words) !== null && isWholeOffice(words))) {
      return [at - length, at];
    }
  }
  return null;
}

/** A role of several words whose first is part of it and no country, name or article before it. */
const isWholeOffice = (words: string): boolean =>
  /^(?:deputy|vice|assistant|associate|acting|former|chief|senior|executive|managing|general|press|home|foreign|finance|interior|defen[cs]e|prime|permanent|special|head|police|attorney|shadow)\b/iu.test(
    words,
  );
