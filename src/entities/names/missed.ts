import type { Token } from '../../language/sentence.ts';
import { frontType, headType, matchBody, roleKind, titleKind } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import { isCapitalized, type Name, type Step } from './name.ts';
import { isCalendar, isCountryOrDemonym, isPlaceWord, isProper } from './words.ts';

/** Proper nouns that the tagger left alone: those with a head, and abbreviations in capitals. */
export const missedNames: Step = (names, text) => {
  const cover = new Cover(names, text);
  const found: Name[] = [];
  for (const [sentence, { tokens, kind }] of text.sentences.entries()) {
    const opening = afterThe(tokens);
    if (opening && kind !== 'title' && cover.isFree(sentence, opening.from, opening.to)) {
      found.push({ sentence, ...opening, type: 'organization', scores: {} });
      cover.add({ sentence, ...opening, type: 'organization', scores: {} });
    }
    const forms = tokens.map(({ form }) => form);
    for (let from = 0; from < tokens.length; from++) {
      if (!beginsRun(tokens, from) || !cover.isFree(sentence, from)) continue;
      const body = matchBody(forms, from);
      if (body > 0 && cover.isFree(sentence, from, from + body)) {
        found.push({ sentence, from, to: from + body, type: 'organization', scores: {}, settled: 'known body' });
        from += body - 1;
        continue;
      }
      const to = endOfRun(tokens, from, (at) => cover.isFree(sentence, at));
      const type = typeOfRun(tokens, from, to, kind === 'title');
      if (type !== null) found.push({ sentence, from, to, scores: {}, ...type });
      from = to;
    }
  }
  return [...names, ...found];
};

/** A proper noun, or a word with a capital in the middle of a sentence that goes on with one. */
const beginsRun = (tokens: readonly Token[], at: number): boolean =>
  isProper(tokens[at]) || (at > 0 && isAdjective(tokens[at]) && isCapitalized(tokens[at + 1]?.form ?? ''));

/** "Communist", "Central": what the tagger of words takes for no noun, but which has a capital. */
const isAdjective = (token: Token | undefined): boolean =>
  token !== undefined && token.xpos === 'JJ' && isCapitalized(token.form) && !isCountryOrDemonym(token.form);

/** Where a run of proper nouns ends; a head with a capital closes it, whatever the tagger of words called it. */
function endOfRun(tokens: readonly Token[], from: number, isFree: (at: number) => boolean): number {
  let to = from + 1;
  while (isProper(tokens[to]) && isFree(to)) to++;
  const next = tokens[to];
  const isHead = next?.xpos === 'NN' && isCapitalized(next.form) && headType(next.form) !== null && isFree(to);
  return isHead ? to + 1 : to;
}

/** "The Lantern said": a word behind "The" at the beginning of a sentence has no other reason for its capital. */
function afterThe(tokens: readonly Token[]): { from: number; to: number } | null {
  const [article, name, verb] = tokens;
  const form = name?.form ?? '';
  if (article?.form !== 'The' || !/^\p{Lu}\p{Ll}{2,}$/u.test(form) || !/^VB[DZ]?/u.test(verb?.xpos ?? '')) return null;
  const listed = headType(form) ?? titleKind(form) ?? roleKind(form);
  return listed !== null ||
    isPlaceWord([form]) ||
    /^(?:North|South|East|West)$/u.test(form) ||
    isCalendar(form) ||
    /s$/u.test(form)
    ? null
    : { from: 1, to: 2 };
}

function typeOfRun(
  tokens: readonly Token[],
  from: number,
  to: number,
  title: boolean,
): Pick<Name, 'type' | 'settled'> | null {
  const forms = tokens.slice(from, to).map(({ form }) => form);
  const last = forms.at(-1) ?? '';
  const head = headType(last);
  const front = forms.length > 2 ? frontType(forms.slice(0, 2).join(' ')) : null;
  if (forms.length > 1 && forms.length < 5 && !title) {
    const fronted = front ?? (forms.length < 4 ? frontType(forms[0] ?? '') : null);
    if (fronted !== null && head === null) return { type: fronted, settled: 'head' };
  }
  if (forms.length > 1) {
    const known = isPlaceWord(forms) || forms.some((form) => titleKind(form) !== null);
    return head !== null && from > 0 && !known && !title ? { type: head, settled: 'head' } : null;
  }
  if (head !== null && head !== 'place' && !title && goesOn(tokens, to)) return { type: head };
  if (ownsOffice(tokens, to)) return { type: 'organization' };
  const acronym = /^\p{Lu}{2,6}$/u.test(last) && !NO_BODY.test(last) && roleKind(last) === null;
  return acronym && !title && !isCountryOrDemonym(last) ? { type: 'organization' } : null;
}

/** "Halden's Foreign Secretary": who has an office is a body, or a country that is found by other means. */
function ownsOffice(tokens: readonly Token[], to: number): boolean {
  if (!/^['’]s?$/u.test(tokens[to]?.form ?? '')) return false;
  return [1, 2, 3].some((length) => {
    const words = tokens.slice(to + 1, to + 1 + length).map(({ form }) => form);
    return words.every(isCapitalized) && roleKind(words.join(' ')) !== null;
  });
}

/** "Movement for the Sea": a head that is to be told from others by what follows. */
function goesOn(tokens: readonly Token[], to: number): boolean {
  const link = tokens[to]?.form ?? '';
  const next = tokens[tokens[to + 1]?.form === 'the' ? to + 2 : to + 1];
  return /^(?:of|for)$/u.test(link) && isProper(next) && !isPlaceWord([next?.form ?? '']);
}

/** Abbreviations that name no body. */
const NO_BODY =
  /^(?:[IVXLCDM]+|TV|CEO|CFO|COO|CTO|MP|MEP|AM|PM|GMT|UTC|EST|PST|BST|AD|BC|DNA|RNA|HIV|AIDS|GDP|IT|PR|ID|AI|DVD|CD|PC|OK|VIP|SUV|UFO|GPS|USB|HTML|FAQ|PDF|SMS|ATM|DJ|PhD|MD|LGBT|LGBTQ|AFTER|THE|AND|FOR|NEW|OF)$/u;
