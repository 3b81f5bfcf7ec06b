import { createHash } from 'node:crypto';
import type { Span } from '../ontology.ts';

/**
 * A stretch of an article that is to be read, in the order of the text. What is not in a block (URLs on a line of
 * their own, "Disclaimer:" and "Read more" lines, the date line, bylines) is no text to extract from.
 */
export interface Block {
  start: number;
  end: number;
  /** `dateline`: "Varna [Bulgaria], May 3": gives place and date, and holds no clause. */
  kind: 'title' | 'dateline' | 'paragraph';
}

/** One article as it was read, with what stands in the text about itself. Offsets count UTF-16 code units of `text`. */
export interface Article {
  /** `a` and 16 hexadecimal digits of the text's SHA-256: the same text is the same article. */
  id: string;
  text: string;
  title: string | null;
  /** ISO 8601 calendar date, or null where neither the caller nor the text gives one. */
  date: string | null;
  source: string | null;
  url: string | null;
  blocks: readonly Block[];
  /** Stretches inside blocks that are to be skipped: the `#` of a hashtag, a URL in running text. Sorted, disjoint. */
  skips: readonly Span[];
}

export const articleId = (text: string): string => `a${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
