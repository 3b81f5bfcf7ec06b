import type { Sieve } from './index.ts';
import { nameKey, namesOf, nameWords } from './name-forms.ts';

/**
 * The same name is the same thing. A person's single name waits where full names of the article hold it: which
 * of them it means is another rule's to say.
 */
export const exact: Sieve = function* (discourse) {
  const partOfFull = new Set<string>();
  for (const [, phrase] of namesOf(discourse)) {
    if (phrase.type !== 'person') continue;
    const words = nameWords(phrase.text);
    if (words.length > 1) for (const word of words) partOfFull.add(word);
  }
  const first = new Map<string, number>();
  for (const [index, phrase] of namesOf(discourse)) {
    const isPerson = phrase.type === 'person';
    const key = nameKey(phrase.text);
    if (isPerson && partOfFull.has(key)) continue;
    const typed = `${isPerson ? 'person' : 'other'} ${key}`;
    const before = first.get(typed);
    if (before === undefined) first.set(typed, index);
    else yield { phrase: index, to: [before], certainty: 1 };
  }
};
