import type { Sentence, Token } from '../../language/sentence.ts';
import { headType } from '../../lexicon/index.ts';
import { isCalledPlace, typeByApposition, typeByNounBefore, typeByNounBehind } from './described.ts';
import { bySentence, formsOf, hinted, type Name, type NameType, type Step, type Text, tokensOf } from './name.ts';
import { titleBefore } from './persons.ts';
import { RENAMING } from './renaming.ts';
import { typeBySelection } from './selection.ts';
import { isPlaceWord } from './words.ts';

/** How much a hint says beside the tagger's scores, which mostly lie between 0 and 30,000 for the best type of a word. */
const [STRONG, FAIR, WEAK] = [20_000, 14_000, 8000];

/** What stands around a name says what it is; the tagger's own opinion still counts. */
export const heedHints: Step = (names, text) => {
  const neighbours = bySentence(names);
  return names.map((name) => {
    if (name.settled !== undefined || name.type === 'demonym' || isPlaceWord(formsOf(text, name))) return name;
    const sentence = text.sentences[name.sentence];
    const others = neighbours.get(name.sentence) ?? [];
    if (!sentence) return name;
    const described = typeByNounBefore(sentence.tokens, name) ?? typeByApposition(sentence, name);
    const classed = typeByNounBehind(sentence.tokens, name);
    const renamed = typeByOtherName(name, others, text);
    const headed = headType(sentence.tokens[name.to - 1]?.form ?? '') !== null && name.type !== 'person';
    let hint = described === null ? name : hinted(name, described, FAIR);
    const selected = headed ? null : typeBySelection(sentence, name);
    if (selected !== null) hint = hinted(hint, selected, WEAK);
    if (classed !== null) hint = hinted(hint, classed, STRONG);
    if (renamed !== null) hint = hinted(hint, renamed, STRONG);
    if (!headed && (isTitled(sentence.tokens, name) || hasAge(sentence.tokens, name)))
      hint = hinted(hint, 'person', STRONG);
    if (isCalledPlace(sentence.tokens, name)) hint = hinted(hint, 'place', STRONG);
    if (isRegion(sentence.tokens, name)) hint = hinted(hint, 'place', FAIR);
    const fellow = fellowOf(sentence.tokens, name, others);
    if (fellow !== null && !headed) hint = hinted(hint, fellow, WEAK / 2);
    if (isOwned(sentence, name, others, text) && !headed) hint = hinted(hint, 'person', WEAK);
    if (isLed(sentence, name)) hint = hinted(hinted(hint, 'organization', WEAK), 'person', -FAIR);
    return isOwner(sentence, name, others, text) ? hinted(hinted(hint, 'organization', WEAK), 'person', -FAIR) : hint;
  });
};

/** Lower-case words that stand before organizations as well as before persons: "head", "chief". */
const NO_TITLE =
  /^(?:head|chief|senior|private|general|justice|official|officer|boss|deputy|official|partner|ally|captain)$/u;

function isTitled(tokens: readonly Token[], { from, to }: Name): boolean {
  const title = titleBefore(tokens, from);
  if (title === null) return false;
  const words = tokens.slice(...title).map(({ form }) => form);
  const small = words.join(' ') === words.join(' ').toLowerCase();
  // "spokesman" before one word may be before a longer name that was not found whole
  return !small || (to - from > 1 && !NO_TITLE.test(words.at(-1) ?? ''));
}

/** "Halden West", "the Halden Bay district": a part of the compass behind it, or the noun of a place. */
function isRegion(tokens: readonly Token[], { from, to, type }: Name): boolean {
  const compass = to - from > 1 && /^(?:North|South|East|West|Central)$/u.test(tokens[to - 1]?.form ?? '');
  const nouns = tokens.slice(to, to + 2).filter(({ xpos }) => xpos === 'NN');
  return (
    type !== 'person' &&
    (compass ||
      nouns.some(({ lemma }) =>
        /^(?:province|district|constituency|county|region|neighbou?rhood|suburb|municipality|peninsula)$/u.test(lemma),
      ))
  );
}

/** The type of the full name before it in a list: "Mara Ilves, Tomas Reyl and …". */
function fellowOf(tokens: readonly Token[], { from, to }: Name, others: readonly Name[]): NameType | null {
  const link = tokens[from - 1]?.form ?? '';
  const end = link === 'and' && tokens[from - 2]?.form === ',' ? from - 2 : from - 1;
  if (!/^(?:,|and|&)$/u.test(link) || to - from < 2) return null;
  const before = others.find((other) => other.to === end && other.to - other.from > 1);
  return before?.type === 'person' ? 'person' : null;
}

/** The type of the name before it, of which it is said to be another: "Mara Ilves, known as Kestrel". */
function typeByOtherName(name: Name, others: readonly Name[], text: Text): NameType | null {
  const before = others.findLast(({ to }) => to <= name.from);
  const [last, first] = [before && tokensOf(text, before).at(-1), tokensOf(text, name)[0]];
  if (!before || !last || !first || before.type === 'demonym' || before.type === 'other') return null;
  return RENAMING.test(text.article.text.slice(last.end, first.start)) ? before.type : null;
}

function hasAge(tokens: readonly Token[], { to }: Name): boolean {
  const [comma, age, after] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  return comma?.form === ',' && /^[1-9]\d$/u.test(age?.form ?? '') && /^[,.;]$/u.test(after?.form ?? '');
}

/** "Halden's Mara Ilves": two or three capitalised words that a body has are one of its people. */
function isOwned({ tokens }: Sentence, { from, to }: Name, others: readonly Name[], text: Text): boolean {
  if (!/^['’]s$/u.test(tokens[from - 1]?.form ?? '') || to - from < 2 || to - from > 3) return false;
  const owner = others.find((name) => name.to === from - 1);
  return owner?.type === 'organization' && formsOf(text, owner).length === 1;
}

/** "Halden's Mara Ilves", "Mara Ilves of Halden": whom a person belongs to is a body or a place. */
function isOwner({ tokens }: Sentence, { from, to }: Name, others: readonly Name[], text: Text): boolean {
  const isPerson = (name: Name): boolean => name.type === 'person' && formsOf(text, name).length > 1;
  if (/^['’]s?$/u.test(tokens[to]?.form ?? '')) {
    return others.some(
      (name) => isPerson(name) && (name.from === to + 1 || titleBefore(tokens, name.from)?.[0] === to + 1),
    );
  }
  const of = tokens[from - 1]?.form === 'the' ? from - 2 : from - 1;
  return tokens[of]?.form === 'of' && others.some((name) => isPerson(name) && name.to === of);
}

/** "deputy chairman of Halden": what has a chairman is a body. */
function isLed({ tokens }: Sentence, { from }: Name): boolean {
  const of = tokens[from - 1]?.form === 'the' ? from - 2 : from - 1;
  const office =
    /^(?:(?:vice-)?chair(?:man|woman|person)?|director|founder|co-founder|treasurer|spokes(?:man|woman|person)|member|employee|secretary)s?$/u;
  return /^(?:of|for)$/u.test(tokens[of]?.form ?? '') && office.test(tokens[of - 1]?.form ?? '');
}
