import { RENAMING } from '../names/renaming.ts';
import type { Phrase } from '../phrase.ts';
import type { Sieve } from './index.ts';
import { typesAgree } from './name-forms.ts';

/** "X (formerly Y)", "X, previously known as Y", "X, née Y": two names of one thing. */
export const renamed: Sieve = function* ({ article, phrases }) {
  let before: [number, Phrase] | null = null;
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.kind !== 'name' || phrase.adjective) continue;
    const cue = before && cueBetween(before[1], phrase, article.text);
    if (before && cue)
      yield {
        phrase: index,
        to: [before[0]],
        certainty: 0.95,
        ...(FORMER.test(cue) ? { former: true as const } : {}),
      };
    before = [index, phrase];
  }
};

const FORMER = /\b(?:formerly|previously|originally|once|née|nee|born)\b/iu;

/** The words between two names where they say that both name one thing, or null. */
function cueBetween(first: Phrase, second: Phrase, text: string): string | null {
  if (first.sentence !== second.sentence || second.start < first.end || second.start - first.end > 40) return null;
  const between = text.slice(first.end, second.start);
  return RENAMING.test(between) && typesAgree(first, second) ? between : null;
}
