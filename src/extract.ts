import type { Article } from './article/index.ts';
import { resolve } from './entities/index.ts';
import type { Extraction } from './extraction.ts';
import { type Model, read, recognise } from './language/index.ts';
import { Problem } from './problem.ts';
import { relate } from './relations/index.ts';

/**
 * All that an article says: text → sentences → entities → statements.
 * Pure: the same article and model give the same extraction, on every machine.
 *
 * @param what names the article in an error
 * @throws Problem `not-english` where the text is in another language
 */
export function extract(article: Article, model: Model, what = 'the text'): Extraction {
  requireEnglish(article.text, what);
  const sentences = read(article, model);
  const reading = resolve(article, sentences);
  const statements = relate(article, sentences, reading);
  return { article, ...reading, statements };
}

const languageName = new Intl.DisplayNames('en', { type: 'language' });

/** @throws Problem `not-english` where the text is in another language */
export function requireEnglish(text: string, what: string): void {
  const { english, language } = recognise(text);
  if (english) return;
  throw new Problem('not-english', {
    title: `${what} seems to be in ${language ? languageName.of(language) : 'another language'}`,
    hint: 'Dateline reads English. Give an English text',
  });
}
