import type { Article } from '../article/article.ts';
import { annotate } from './annotate.ts';
import type { Model } from './load.ts';
import type { Sentence, Token } from './sentence.ts';
import type { Stretch } from './tokens.ts';

/**
 * Reads what an article says: block by block, sentence by sentence. Offsets point into `article.text`; a sentence
 * never reaches over the end of a block, and what is skipped is in no token.
 */
export function read(article: Pick<Article, 'text' | 'blocks' | 'skips'>, model: Model): Sentence[] {
  const { text, blocks, skips } = article;
  return blocks.flatMap(({ start, end, kind }) => {
    const tokens = model.tokenizer.tokens(text, start, end, skips);
    const sentences = model.splitter.split(text, tokens, model.lexemes);
    return sentences.map((sentence) => ({
      ...readSentence(text, tokens.slice(sentence.start, sentence.end), model),
      kind,
    }));
  });
}

const NOWHERE: Stretch = { start: 0, end: 0 };

function readSentence(text: string, spans: readonly Stretch[], model: Model): Omit<Sentence, 'kind'> {
  const written = spans.map(({ start, end }) => text.slice(start, end));
  const forms = model.usualCase.recased(written);
  const tokens = annotate(forms, model).map((annotation, i): Token => {
    const { start, end } = spans[i] ?? NOWHERE;
    return { start, end, form: written[i] ?? '', ...annotation };
  });
  const words = forms === written ? tokens : tokens.map(({ form, xpos }, i) => ({ form: forms[i] ?? form, xpos }));
  return {
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    tokens,
    names: model.names?.tag(words) ?? [],
  };
}
