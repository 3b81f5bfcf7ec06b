import type { Token } from '../../language/sentence.ts';
import { isCapitalized, type Name, overlaps, type Step } from './name.ts';
import { isGivenName } from './words.ts';

/** Titles with a colon in the middle of a sentence: "she played in Raven: The Animated Series". */
export const works: Step = (names, text) => {
  const found = text.sentences.flatMap(({ tokens, kind }, sentence) =>
    kind === 'title'
      ? []
      : tokens.flatMap((_, colon): Name[] => {
          const span = titleAround(tokens, colon);
          return span ? [{ sentence, ...span, type: 'document', scores: {}, settled: 'work' }] : [];
        }),
  );
  return [...names.filter((name) => !found.some((work) => overlaps(name, work))), ...found];
};

const LINK = /^(?:of|the|and|in|a|an|for|to|on|&)$/u;
const LONGEST = 4;

/** The title whose colon is this token: capitals on both sides, and a small word before. */
function titleAround(tokens: readonly Token[], colon: number): { from: number; to: number } | null {
  if (tokens[colon]?.form !== ':' || tokens[colon - 1]?.end !== tokens[colon]?.start) return null;
  let from = colon;
  while (colon - from < LONGEST && isPart(tokens, from - 1)) from--;
  let to = colon + 1;
  let capitals = 0;
  while (isPart(tokens, to) || (LINK.test(tokens[to]?.form.toLowerCase() ?? '') && isPart(tokens, to + 1))) {
    if (isPart(tokens, to) && !LINK.test(tokens[to]?.form.toLowerCase() ?? '')) capitals++;
    to++;
  }
  const before = tokens[from - 1];
  // "The Ferry Image: Mara Ilves": a caption and whose picture it is
  if (/^(?:Image|Photo|Photograph|Picture|Credit|Source|Video)s?$/u.test(tokens[colon - 1]?.form ?? '')) return null;
  const isTitle = from < colon && capitals >= 2 && /^\p{Ll}+$/u.test(before?.form ?? '') && before?.form !== 'by';
  const isClause = /^(?:VB[DPZ]|MD)$/u.test(tokens[to]?.xpos ?? '');
  const isSpeaker = colon - from > 1 && isGivenName(tokens[from]?.form ?? '');
  return isTitle && !isClause && !isSpeaker ? { from, to } : null;
}

const isPart = (tokens: readonly Token[], at: number): boolean => {
  const form = tokens[at]?.form ?? '';
  return isCapitalized(form) || (form === '-' && isCapitalized(tokens[at + 1]?.form ?? ''));
};
