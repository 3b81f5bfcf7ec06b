import type { Discourse } from '../discourse.ts';
import type { Phrase } from '../phrase.ts';
import type { Sieve } from './index.ts';

/** "X (formerly Y)", "X, previously known as Y", "X, née Y": two names of one thing. */
export const renamed: Sieve = function* ({ article, phrases }) {
  let before: [number, Phrase] | null = null;
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.kind !== 'name' || phrase.adjective) continue;
    if (before && saysRenamed(before[1], phrase, article.text))
      yield { phrase: index, to: [before[0]], certainty: 0.95 };
    before = [index, phrase];
  }
};

const CUE =
  /^[\s,]*[([]?\s*(?:(?:formerly|previously|originally|once|now|also|better|commonly|then)\s+(?:known|called|named)(?:\s+as)?|(?:formerly|previously|originally|a\.?k\.?a\.?|née|nee|born|alias)|known\s+(?:simply\s+)?as)\s+(?:the\s+)?["“'‘]?$/iu;

function saysRenamed(first: Phrase, second: Phrase, text: Discourse['article']['text']): boolean {
  if (first.sentence !== second.sentence || second.start < first.end || second.start - first.end > 40) return false;
  return CUE.test(text.slice(first.end, second.start)) && (first.type === 'person') === (second.type === 'person');
}
