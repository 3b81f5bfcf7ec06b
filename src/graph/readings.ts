import type { Article } from '../article/article.ts';
import type { Extraction } from '../extraction.ts';
import { byCodeUnit } from './identity.ts';

/** What tells one reading of an article from another. */
export type About = Pick<Article, 'id' | 'title' | 'date' | 'source' | 'url'>;

const factsOf = ({ title, source, url }: About): number => [title, source, url].filter((fact) => fact !== null).length;

const facts = ({ title, source, url, id }: About): string => JSON.stringify([title, source, url, id]);

/**
 * Which of two readings of one article stands: the one of the later date, then the one that knows more of itself, then
 * the first in the order of code units. A total order, so that it does not matter which was read first.
 *
 * @returns negative where it is `a`; 0 where they are the same reading
 */
export const byStanding = (a: About, b: About): number =>
  byCodeUnit(b.date ?? '', a.date ?? '') || factsOf(b) - factsOf(a) || byCodeUnit(facts(a), facts(b));

/** One reading of each article (of one text, or of one address of the web), in the order of their ids. */
export function standing(extractions: Iterable<Extraction>): Extraction[] {
  const taken = new Set<string>();
  return [...extractions]
    .sort((a, b) => byStanding(a.article, b.article))
    .filter(({ article: { id, url } }) => {
      const names = [id, ...(url === null ? [] : [url])];
      if (names.some((name) => taken.has(name))) return false;
      for (const name of names) taken.add(name);
      return true;
    })
    .sort((a, b) => byCodeUnit(a.article.id, b.article.id));
}
