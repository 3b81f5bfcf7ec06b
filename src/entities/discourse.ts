import type { Article } from '../article/article.ts';
import type { Sentence } from '../language/sentence.ts';
import { type Tree, treeOf } from '../language/tree.ts';
import type { NamedMention } from './names/index.ts';
import type { Phrase } from './phrase.ts';
import { phrasesOf } from './phrases.ts';
import { type Quotation, quotationsOf } from './quotations.ts';

/** An article made ready for coreference: its trees, its phrases in order, and what is said in quotation marks. */
export interface Discourse {
  article: Article;
  sentences: readonly Sentence[];
  trees: readonly Tree[];
  /** In order of `start`, then longer first; groups ("A and B") stand behind all others. */
  phrases: readonly Phrase[];
  /** Indices of phrases, by sentence. */
  inSentence: readonly (readonly number[])[];
  /** The phrase that a token heads, by sentence and token; groups and hidden phrases are not in it. */
  headed: readonly ReadonlyMap<number, number>[];
  quotations: readonly Quotation[];
}

export function discourseOf(
  article: Article,
  sentences: readonly Sentence[],
  names: readonly NamedMention[],
): Discourse {
  const trees = sentences.map((sentence) => treeOf(sentence));
  const phrases = phrasesOf(article.text, sentences, trees, names);
  const inSentence: number[][] = sentences.map(() => []);
  const headed: Map<number, number>[] = sentences.map(() => new Map());
  for (const [index, phrase] of phrases.entries()) {
    inSentence[phrase.sentence]?.push(index);
    const heads = headed[phrase.sentence];
    if (!phrase.parts && !phrase.hidden && !heads?.has(phrase.head)) heads?.set(phrase.head, index);
  }
  return { article, sentences, trees, phrases, inSentence, headed, quotations: quotationsOf(article, sentences) };
}
