import type { Article } from './article/index.ts';
import { resolve } from './entities/index.ts';
import type { Extraction } from './extraction.ts';
import { isEnglish, type Model, read } from './language/index.ts';
import { Problem } from './problem.ts';
import { relate } from './relations/index.ts';

/**
 * All that an article says: text → sentences → entities → statements.
 * Pure: the same article and model give the same extraction, on every machine.
 *
 * @throws Problem `not-english` where the text is in another language
 */
export function extract(article: Article, model: Model): Extraction {
  requireEnglish(article);
  const sentences = read(article, model);
  const reading = resolve(article, sentences);
  const statements = relate(article, sentences, reading);
  return { article, ...reading, statements };
}
