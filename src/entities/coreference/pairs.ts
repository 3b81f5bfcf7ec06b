import type { Discourse } from '../discourse.ts';
import { type Phrase, PRONOUNS } from '../phrase.ts';
import type { Chains } from './chains.ts';
import type { Sieve } from './index.ts';

/**
 * "Mara Ilves and Tomas Reyl left. They …": those who are named together as the subject of the same sentence or of the
 * one before, or were just spoken of so, where nothing else in the plural was said since.
 */
export const pairs: Sieve = function* (discourse, chains) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (!isThey(phrase) || chains.isLinked(index)) continue;
    const parts = pairBefore(phrase, discourse, chains);
    if (parts) yield { phrase: index, to: parts, certainty: 0.75 };
  }
};

const isThey = ({ kind, noun, number }: Phrase): boolean =>
  kind === 'pronoun' && number === 'plural' && PRONOUNS.get(noun)?.person === 'third';

function pairBefore(pronoun: Phrase, discourse: Discourse, chains: Chains): readonly number[] | null {
  const { phrases, inSentence } = discourse;
  const { sentence } = pronoun;
  const near = [...(inSentence[sentence - 1] ?? []), ...(inSentence[sentence] ?? [])]
    .map((index) => ({ index, phrase: phrases[index], parts: partsOf(index, discourse, chains) }))
    .filter(({ phrase }) => phrase !== undefined && phrase.end <= pronoun.start && phrase.number === 'plural')
    .sort((a, b) => (a.phrase?.end ?? 0) - (b.phrase?.end ?? 0));
  // "their children" are no others that "they" could be
  const last = near.findLast(({ phrase, parts }) => parts !== null || phrase?.determiner !== 'possessive');
  return last?.parts ?? null;
}

/** The named phrases that a subject in the plural is made of, or that a pronoun was found to stand for. */
function partsOf(index: number, discourse: Discourse, chains: Chains): readonly number[] | null {
  const phrase = discourse.phrases[index];
  if (!phrase) return null;
  if (!phrase.parts) return isThey(phrase) ? (chains.several(index) ?? null) : null;
  const isNamed = phrase.parts.every((part) => chains.isNamed(part) && !discourse.phrases[part]?.adjective);
  return isNamed && isSubject(phrase, discourse) ? phrase.parts : null;
}

/** Also behind a noun that calls them: "[actors] Mara Ilves and Tomas Reyl". */
function isSubject({ sentence, head }: Phrase, { trees }: Discourse): boolean {
  const { tokens } = trees[sentence] ?? { tokens: [] };
  const caller = /^(?:appos|flat|nmod:desc)/.test(tokens[head]?.relation ?? '') ? tokens[head]?.head : head;
  return /^nsubj/.test(tokens[caller ?? head]?.relation ?? '');
}
