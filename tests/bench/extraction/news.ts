import { join } from 'node:path';
import { type Article, makeArticle } from '../../../src/article/index.ts';
import { readNames } from '../../../src/language/training/name-data.ts';
import { goldArticles } from './graphs.ts';

/** About as many sentences as a short report has; neighbours in the corpus come from one story. */
const SENTENCES = 20;

/** Agency news to measure speed on, an article of twenty sentences each: the gold articles first, then GMB's test part. */
export function newsArticles(shared: string, most: number): Article[] {
  const sentences = readNames(join(shared, 'data'), 'ner/names-gmb-test.tsv').map(({ forms }) => written(forms));
  const articles = goldArticles(shared).map(({ article }) => article);
  for (let at = 0; at < sentences.length && articles.length < most; at += SENTENCES)
    articles.push(makeArticle(sentences.slice(at, at + SENTENCES).join(' ')));
  return articles;
}

/** Words as a sentence: no blank before marks that close and "'s", none after marks that open. */
const written = (forms: readonly string[]): string =>
  forms
    .join(' ')
    .replaceAll(/ ([.,;:!?)\]%]|['’]s\b|n't\b)/g, '$1')
    .replaceAll(/([([$]) /g, '$1');
