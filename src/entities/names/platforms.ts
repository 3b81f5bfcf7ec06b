import type { Token } from '../../language/sentence.ts';
import { isPlatform } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import type { Name, Step } from './name.ts';

/** "posted on X": where people post, which the tagger overlooks where the name is a letter or a common word. */
export const platforms: Step = (names, text) => {
  const cover = new Cover(names, text);
  const found: Name[] = [];
  for (const [sentence, { tokens }] of text.sentences.entries()) {
    for (let from = 1; from < tokens.length; from++) {
      if (!isPostedOn(tokens, from) || !cover.isFree(sentence, from)) continue;
      found.push({ sentence, from, to: from + 1, type: 'organization', scores: {}, settled: 'platform' });
    }
  }
  return [...names, ...found];
};

const POSTING = /^(?:post|write|tweet|share|say|announce|publish|message|statement|account|video|photo|page)$/u;

function isPostedOn(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 6), at);
  return (
    isPlatform(tokens[at]?.form ?? '') &&
    /^(?:on|to|via|through)$/u.test(tokens[at - 1]?.form ?? '') &&
    near.some(({ lemma }) => POSTING.test(lemma))
  );
}
