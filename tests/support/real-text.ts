import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Article, makeArticle } from '../../src/article/index.ts';

/** News with its tokens, tags and names, one token a line: no part of the project, and not always there. */
const shared = process.env.DATELINE_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const file = `${shared}/data/ner/gmb-train.tsv`;

export const hasRealText = existsSync(file);

const SENTENCES = 20;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAY = 86_400_000;

/** Sets tokens as text: "the war , he said" → "the war, he said". */
const written = (tokens: readonly string[]): string =>
  tokens
    .join(' ')
    .replace(/ (?=[.,;:!?%)\]]|'(?:s|re|ve|ll|d|m)?\b|n't\b)/gu, '')
    .replace(/(?<=[([$]) /gu, '');

/** Real sentences, in the order of the file, twenty an article; as many articles as are asked for, or as there are. */
export function realArticles(most: number): Article[] {
  const sentences = readFileSync(file, 'utf8')
    .split('\n\n')
    .map((lines) => written(lines.split('\n').flatMap((line) => line.split('\t')[0] || [])))
    .filter((sentence) => sentence !== '');
  const count = Math.min(most, Math.ceil(sentences.length / SENTENCES));
  return Array.from({ length: count }, (_, n) => {
    const text = sentences.slice(n * SENTENCES, (n + 1) * SENTENCES).join(' ');
    const date = new Date(FIRST_DAY + n * DAY).toISOString().slice(0, 10);
    return makeArticle(text, { date, source: `Source ${n % 20}` });
  });
}
