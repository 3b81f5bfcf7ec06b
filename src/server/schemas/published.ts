import { z } from 'zod';
import { ArticleItem } from './articles.ts';
import { GraphQuery } from './graph.ts';

/*
 * The files of a published folder: those of the explorer, and under `published/`
 *
 *     manifest.json        what is there
 *     graph.json           all nodes and edges, as /api/graph answers
 *     entities/N.json      entities by key, as /api/entities/:id answers
 *     edges/N.json         edges by key with their evidence, as /api/edges/:id answers
 *     contradictions.json  those of which both sides are there, as /api/contradictions lists them
 *     articles/ID.json     as /api/articles/:id answers
 *
 * N is what `shardOf` gives for the key.
 */

export const PUBLISHED = 'published';

export const Manifest = z.object({
  version: z.string().meta({ description: 'Of the Dateline that wrote it' }),
  shards: z.int().min(1),
  texts: z.boolean().meta({ description: 'Articles are there as a whole; otherwise the sentences that are evidence' }),
  articles: z.array(ArticleItem),
});
export type Manifest = z.infer<typeof Manifest>;

/** Items of a shard, on average. */
const ITEMS = 150;

export const shardsFor = (items: number): number => Math.max(1, Math.ceil(items / ITEMS));

/** Which of so many files holds a key (FNV-1a). */
export function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

/** `/api/published`: the folder as a zip archive. */
export const PublishedQuery = GraphQuery.omit({ limit: true }).extend({
  limit: z.coerce.number().int().min(1).max(20_000).default(20_000).meta({ description: 'Nodes at most' }),
  texts: z.enum(['true', 'false']).default('false').meta({
    description: 'Put articles in as a whole; otherwise only the sentences that are evidence',
  }),
});
export type PublishedQuery = z.infer<typeof PublishedQuery>;
