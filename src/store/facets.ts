import { sql } from 'kysely';
import { publisherOf } from './edge-changes.ts';
import type { Tx } from './schema.ts';

/** Counts an article in (`by` 1) or out (-1); nodes and edges are counted by triggers. Only where it derives alone. */
export async function countArticle(tx: Tx, source: string | null, by: 1 | -1): Promise<void> {
  const publisher = source === null ? [] : [publisherOf(source)];
  const kinds = ['articles', ...publisher.map(() => 'publisher')];
  await sql`
    with changed as (update revision set changes = changes + 1)
    select count_facets(${kinds}, ${['', ...publisher]}, ${kinds.map(() => by)}::int[])`.execute(tx);
}
