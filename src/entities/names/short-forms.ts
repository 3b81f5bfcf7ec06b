import type { Token } from '../../language/sentence.ts';
import { frontType, headType } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import { formsOf, isCapitalized, type Name, type NameType, type Step, type Text, wordsOf } from './name.ts';
import { isCountryOrDemonym, isGivenName, isPlaceWord, isSyllable } from './words.ts';

/** By how much per token the tagger must prefer a place to keep it against a longer name's type. */
const SURE = 10_000;

/** A short form takes the type of the long one that the article has: "Ilves" of "Mara Ilves", "Sonda" of "Sonda Bank". */
export const shortForms: Step = (names, text) => {
  const types = shortTypes(names, text);
  return names.map((name) => {
    const type = types.get(wordsOf(text, name));
    if (type === undefined || type === name.type || name.type === 'demonym' || name.settled !== undefined) return name;
    if (type === 'person' && isIn(text, name)) return name;
    // the town of the "Varna Gazette" stays a town
    const isTown = name.type === 'place' && (name.scores.place ?? 0) - (name.scores[type] ?? 0) > SURE;
    if (type === 'organization' && isTown) return name;
    return { ...name, type, settled: 'short form' };
  });
};

/** "in Varna" stays a place, whoever bears the name. */
function isIn(text: Text, { sentence, from, to }: Name): boolean {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  const owner = /^['’]s?$/u.test(tokens[to]?.form ?? '');
  return !owner && /^(?:in|near|at|outside)$/iu.test(tokens[from - 1]?.form ?? '');
}

/** What short forms the long names allow, with the type they would have. */
function shortTypes(names: readonly Name[], text: Text): Map<string, NameType> {
  const types = new Map<string, NameType>();
  const bodies = new Set<string>();
  for (const name of names) {
    for (const short of shortOf(name, text)) {
      // "Kestrel" of "Kestrel Systems" stays the company, though its founder Ann Kestrel is named later on
      const isTaken = types.get(short) === 'person' || (name.type === 'person' && bodies.has(short));
      if (!isTaken) types.set(short, name.type);
      if (name.type === 'organization' && short === formsOf(text, name)[0]) bodies.add(short);
    }
  }
  return types;
}

/** The short forms that a name may be called by in the rest of its article. */
export function shortOf(name: Name, text: Text): string[] {
  const forms = formsOf(text, name);
  const [first = '', last = ''] = [forms[0], forms.at(-1)];
  if (forms.length < 2) return [];
  if (name.type === 'person') return [surnameOf(forms), ...surnameWithParticle(forms)].filter((one) => one.length > 1);
  if (name.type === 'organization') {
    const long = first.length > 3 && !/^(?:the|new|old|first|united|national|royal|international)$/iu.test(first);
    const own = long && headType(first) === null && !isPlaceWord([first]) && !isGivenName(first);
    return [...(own ? [first] : []), ...withoutHead(forms)];
  }
  // "Odile" of "Hurricane Odile"
  const front = name.type === 'event' && forms.length === 2 && frontType(first) === 'event';
  if (front) return [last];
  if (name.type === 'facility' && forms.length <= 3 && headType(last) === null && isCapitalized(last)) return [last];
  return [];
}

/** "Halden" of "Halden Group": without its head. */
function withoutHead(forms: readonly string[]): string[] {
  const rest = forms.slice(0, -1);
  const all = rest.length > 1 && headType(forms.at(-1) ?? '') !== null && rest.every(isCapitalized);
  return all && !isPlaceWord(rest) && headType(rest.at(-1) ?? '') === null ? [rest.join(' ')] : [];
}

const surnameWithParticle = (forms: readonly string[]): string[] => {
  const at = forms.findIndex((form, i) => i > 0 && /^(?:al|el|de|da|di|van|von|bin|ben|le|la|der|den)$/iu.test(form));
  return at > 0 && at < forms.length - 1 ? [forms.slice(at).join(' ')] : [];
};

/** The family name: the first word of an East Asian name, the last of any other. */
export function surnameOf(forms: readonly string[]): string {
  const words = forms.filter((form) => !/^(?:Jr|Sr)\.?$|^[IVX]+$/u.test(form));
  return (isSurnameFirst(words) ? words[0] : words.at(-1)) ?? '';
}

/** "Lee Jae-yong", "Pak Min Jae", "Pak Min-jae": all syllables, and more than two. */
export function isSurnameFirst(words: readonly string[]): boolean {
  const syllables = words.flatMap((word) => word.split(/[-‐‑]/u)).filter((one) => one !== '');
  return syllables.length === 3 && syllables.every(isSyllable) && !isGivenName(words[0] ?? '');
}

/** Finds every other place where a name, or the surname of a person, stands. */
export const otherOccurrences: Step = (names, text) => {
  const wanted = new Map<string, Wanted[]>();
  const put = (forms: readonly string[], name: Name, whole: boolean) => {
    const [first] = forms;
    if (first === undefined || (forms.length === 1 && first.length < 2)) return;
    wanted.set(first, [...(wanted.get(first) ?? []), { forms, name, whole }]);
  };
  const seen = new Set<string>();
  for (const name of names) {
    if (name.type === 'demonym' || name.type === 'other') continue;
    const words = wordsOf(text, name);
    if (!seen.has(words)) put(formsOf(text, name), name, true);
    for (const short of shortOf(name, text)) if (!seen.has(short)) put(short.split(' '), name, false);
    seen.add(words);
  }
  const cover = new Cover(names, text);
  const found: Name[] = [];
  const gone = new Set<Name>();
  for (const [sentence, { tokens }] of text.sentences.entries()) {
    for (const [from, { form }] of tokens.entries()) {
      const match = longestAt(wanted.get(form) ?? [], tokens, from);
      if (match === null) continue;
      const to = from + match.forms.length;
      const pieces = new Set(tokens.slice(from, to).map((_, i) => cover.at(sentence, from + i)));
      const replaces = match.whole && match.forms.length > 1 && isMadeOf(pieces, from, to);
      if (!replaces && (!cover.isFree(sentence, from, to) || !isName(tokens, from, to, match))) continue;
      for (const piece of pieces) if (piece) gone.add(piece);
      const { type, settled, country } = match.name;
      const again: Name = {
        sentence,
        from,
        to,
        type,
        scores: {},
        ...(settled && { settled }),
        ...(country && match.whole && { country }),
      };
      cover.add(again);
      found.push(again);
    }
  }
  return [...names.filter((name) => !gone.has(name)), ...found];
};

/** Whether the names are smaller ones within these tokens: "Mara" and "Ilves", where "Mara Ilves" is known. */
const isMadeOf = (pieces: ReadonlySet<Name | undefined>, from: number, to: number): boolean =>
  [...pieces].every((name) => !name || (name.from >= from && name.to <= to && name.to - name.from < to - from));

interface Wanted {
  forms: readonly string[];
  name: Name;
  /** The whole name, not a short form. */
  whole: boolean;
}

function longestAt(wanted: readonly Wanted[], tokens: readonly Token[], from: number): Wanted | null {
  let best: Wanted | null = null;
  for (const one of wanted) {
    const stands = one.forms.every((form, i) => tokens[from + i]?.form === form);
    if (stands && one.forms.length > (best?.forms.length ?? 0)) best = one;
  }
  return best;
}

/** A word with a capital in the middle of a sentence, or one that the tagger calls a proper noun. */
function isName(tokens: readonly Token[], from: number, to: number, { forms, whole, name }: Wanted): boolean {
  if (forms.length > 1) return true;
  const token = tokens[from];
  if (!token || !isCapitalized(token.form) || isCountryOrDemonym(token.form)) return whole && name.type === 'place';
  const proper = /^NNPS?$/u.test(token.xpos);
  // beside another capital it is most likely part of a name that was not found
  const alone = !isCapitalized(tokens[to]?.form ?? '') || !/^NNPS?$/u.test(tokens[to]?.xpos ?? '');
  // at the beginning of a sentence, a bare noun before its verb: "Kestrel has landed"
  const subject = /^(?:VB[DZ]|MD|POS)$/u.test(tokens[to]?.xpos ?? '');
  return alone && (proper || from > 0 || subject);
}
