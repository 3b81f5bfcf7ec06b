import type { Phrase } from '../phrase.ts';
import type { Sieve } from './index.ts';
import { namesOf, nameWords, typesAgree } from './name-forms.ts';

/**
 * Two spellings of one name: "Sergei" and "Sergey", a slip of the pen. Names of two or more words that differ in one
 * longer word by one letter, put in, left out, changed or swapped with its neighbour.
 */
export const spellings: Sieve = function* (discourse, chains) {
  const byRest = new Map<string, { index: number; word: string; phrase: Phrase }[]>();
  for (const [index, phrase] of namesOf(discourse)) {
    const words = nameWords(phrase.text);
    if (words.length < 2 || words.length > 6) continue;
    for (const [at, word] of words.entries()) {
      if (word.length < 5 || /\d/u.test(word)) continue;
      const rest = words.toSpliced(at, 1, '*').join(' ');
      const known = byRest.get(rest) ?? [];
      const twin = known.find(
        (one) =>
          one.word !== word && typesAgree(one.phrase, phrase) && isDue(one.phrase, phrase) && isSlip(one.word, word),
      );
      if (twin && !chains.same(twin.index, index)) yield { phrase: index, to: [twin.index], certainty: 0.9 };
      if (known.length < 50 && known.every((one) => one.word !== word))
        byRest.set(rest, [...known, { index, word, phrase }]);
    }
  }
};

/** Two known countries are two, and so are a man and a woman, however alike they are written. */
const isDue = (a: Phrase, b: Phrase): boolean =>
  (a.country === undefined || b.country === undefined) && (a.gender ?? b.gender) === (b.gender ?? a.gender);

function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
