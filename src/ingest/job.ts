import { z } from 'zod';
import type { Article } from '../article/index.ts';
import { keyOf, type Place, storable } from '../store/index.ts';

/** An article that waits in the store to be read. */
export interface Queued {
  /** Names it in progress and errors. */
  name: string;
  article: Article;
  place: Place;
}

const Stored = z.object({
  name: z.string(),
  place: z.object({ origin: z.string(), part: z.string() }),
  article: z.object({
    id: z.string(),
    text: z.string(),
    title: z.string().nullable(),
    date: z.string().nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    blocks: z.array(z.object({ start: z.int(), end: z.int(), kind: z.enum(['title', 'dateline', 'paragraph']) })),
    skips: z.array(z.tuple([z.int(), z.int()])),
  }),
});

/** The job of a place; there is one at most. */
export const jobOf = (place: Place): string => keyOf(place).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');

/** An article as the data of a job; PostgreSQL's JSON takes neither zeros nor halves of characters. */
export const dataOf = (article: Queued): Queued =>
  queuedOf(JSON.parse(JSON.stringify(article, (_key, part) => (typeof part === 'string' ? storable(part) : part))));

/** The article that the data of a job is. */
export const queuedOf = (data: unknown): Queued => Stored.parse(data);
