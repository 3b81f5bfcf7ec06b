import type { Article } from '../article/article.ts';
import { type Annotation, annotate } from './annotate.ts';
import type { Model } from './load.ts';
import type { Sentence, Token } from './sentence.ts';
import type { RawToken } from './tokens.ts';

/**
 * Reads what an article says: block by block, sentence by sentence. Offsets point into `article.text`; a sentence
 * never reaches over the end of a block, and what is skipped is in no token.
 */
export function read(article: Pick<Article, 'text' | 'blocks' | 'skips'>, model: Model): Sentence[] {
  const { text, blocks, skips } = article;
  return blocks.flatMap(({ start, end, kind }) => {
    const tokens = model.tokenizer.tokens(text, start, end, skips);
    const sentences = model.splitter.split(text, tokens, model.lexemes);
    return sentences.map((sentence) => readSentence(tokens.slice(sentence.start, sentence.end), kind, model));
  });
}

function readSentence(found: readonly RawToken[], kind: Sentence['kind'], model: Model): Sentence {
  const written = found.map(({ form }) => form);
  const forms = model.usualCase.recased(written);
  const annotations = annotate(forms, model);
  const tokens = found.map(({ start, end, form }, i): Token => {
    const { upos, xpos, lemma, head, relation, margin } = annotations[i] ?? UNREAD;
    return { start, end, form, upos, xpos, lemma, head, relation, margin };
  });
  const words = forms === written ? tokens : tokens.map(({ form, xpos }, i) => ({ form: forms[i] ?? form, xpos }));
  return {
    start: found[0]?.start ?? 0,
    end: found.at(-1)?.end ?? 0,
    tokens,
    names: model.names?.tag(words) ?? [],
    kind,
  };
}

const UNREAD: Annotation = { upos: 'X', xpos: 'FW', lemma: '', head: -1, relation: 'dep', margin: 0 };
