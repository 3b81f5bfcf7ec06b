import type { ConlluSentence } from '../conllu.ts';
import type { Lexemes } from '../lexemes.ts';
import { padded, type Tagger } from '../tagger.ts';
import { type TaggerTraining, trainTagger } from './tags.ts';

/** A sentence with a tagger's tags: what a parser will see. */
export interface TaggedSentence extends ConlluSentence {
  tags: Int32Array;
}

/** Adds a tagger's tags to sentences. */
export function withTags(tagger: Tagger, lexemes: Lexemes, sentences: readonly ConlluSentence[]): TaggedSentence[] {
  return sentences.map((sentence) => {
    const forms = sentence.words.map(({ form }) => form);
    const tags = new Int32Array(forms.length);
    tagger.tag(lexemes, padded(lexemes, forms), forms.length, tags);
    return { ...sentence, tags };
  });
}

/**
 * Tags each half of the sentences by a tagger that learned from the other half, so that a parser trained on them
 * meets as many wrong tags as it will in text.
 */
export function jackknifed(sentences: readonly ConlluSentence[], options: TaggerTraining): TaggedSentence[] {
  const halves = [0, 1].map((half) => sentences.filter((_, i) => i % 2 === half));
  const [even = [], odd = []] = halves.map((half, i) => {
    options.log(`tags for half ${i + 1} of 2`);
    return withTags(trainTagger(halves[1 - i] ?? [], options), options.lexemes, half);
  });
  return sentences.flatMap((_, i) => (i % 2 === 0 ? even : odd)[i >> 1] ?? []);
}
