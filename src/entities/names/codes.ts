import type { Token } from '../../language/sentence.ts';
import { nounType } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import type { Name, NameType, Step } from './name.ts';
import { isCountryOrDemonym, isGlue } from './words.ts';

/** "RQX-12": letters and a number over a hyphen, named for what the nearest class noun says they are. */
export const codes: Step = (names, text) => {
  const cover = new Cover(names, text);
  const found: Name[] = [];
  for (const [sentence, { tokens }] of text.sentences.entries()) {
    for (let hyphen = 1; hyphen < tokens.length - 1; hyphen++) {
      const [from, to] = [hyphen - 1, hyphen + 2];
      if (!isCode(tokens, hyphen) || !cover.isFree(sentence, from, to)) continue;
      const type = typeNear(tokens, from, to);
      found.push({ sentence, from, to, type: type ?? 'other', scores: {}, ...(type && { settled: 'described' }) });
    }
  }
  return [...names, ...found];
};

const isCode = (tokens: readonly Token[], hyphen: number): boolean => {
  const [letters = '', number = ''] = [tokens[hyphen - 1]?.form, tokens[hyphen + 1]?.form];
  if (!isGlue(tokens, hyphen)) return false;
  const form = /^\p{Lu}{2,5}$/u.test(letters) && letters !== 'COVID' && /^\p{N}{1,4}\p{L}?$/u.test(number);
  return form && !isCountryOrDemonym(letters);
};

/** How far away a class noun still speaks of the code. */
const NEAR = 6;

/** The type of "mission" in "its final mission will be RQX-12", "RQX-12, the first mission". */
function typeNear(tokens: readonly Token[], from: number, to: number): NameType | null {
  const behind = /^[,(]$/u.test(tokens[to]?.form ?? '') ? tokens.slice(to + 1, to + 1 + NEAR) : [];
  const before = tokens.slice(Math.max(0, from - NEAR), from).reverse();
  const nouns = [typeOfLastNoun(behind), ...before.map(typeOfNoun)];
  return nouns.find((type) => type !== null) ?? null;
}

const typeOfNoun = ({ xpos, lemma }: Token): NameType | null => (xpos === 'NN' ? nounType(lemma) : null);

/** Of "the first shuttle mission to the moon", what "mission" is. */
function typeOfLastNoun(tokens: readonly Token[]): NameType | null {
  const first = tokens.findIndex(({ xpos }) => xpos === 'NN');
  let last = first;
  while (last >= 0 && tokens[last + 1]?.xpos === 'NN') last++;
  const noun = tokens[last];
  return noun ? typeOfNoun(noun) : null;
}
