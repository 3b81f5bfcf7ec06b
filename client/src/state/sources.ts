import type { Evidence } from '../../../src/server/schemas/edges.ts';

/** A publisher's name however it is spelt, as the store folds it. */
const publisher = (name: string): string => name.toLowerCase().replace(/^\s*the\s+|\s+/g, '');

type Said = Pick<Evidence, 'article' | 'articleSource' | 'text' | 'attributedTo'>;

/**
 * How many stand behind a statement on their own: articles of one publisher, that have the sentence from each other or
 * name the same source, count as one.
 */
export function independentSources(evidence: readonly Said[]): number {
  const parent = new Map<string, string>();
  const root = (of: string): string => {
    const up = parent.get(of) ?? of;
    return up === of ? of : root(up);
  };
  const join = (a: string, b: string) => parent.set(root(a), root(b));
  const articles = new Set<string>();
  for (const { article, articleSource, text, attributedTo } of evidence) {
    const self = `article ${article}`;
    articles.add(self);
    join(self, `text ${text.replace(/\s+/g, ' ').trim()}`);
    if (articleSource !== null) join(self, `source ${publisher(articleSource)}`);
    for (const { label } of attributedTo) join(self, `said by ${label}`);
  }
  return new Set([...articles].map(root)).size;
}
