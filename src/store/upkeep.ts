import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Articles that come or go before the first upkeep of an opened store. */
const FIRST = 200;

/**
 * PGlite has no autovacuum. Without it rows that were replaced are kept for ever, and plans that were made while a
 * table was small are never made anew.
 *
 * @returns to be told each time that an article came or went; sees to the tables whenever their number has doubled
 */
export function upkeepOf(db: Db): () => Promise<void> {
  let [since, due] = [0, FIRST];
  return async () => {
    if (++since < due) return;
    since = 0;
    await sql`vacuum (analyze)`.execute(db);
    const { rows } = await sql<{ articles: number }>`
      select coalesce(sum(uses), 0)::int as articles from facet where kind = 'articles'`.execute(db);
    due = Math.max(FIRST, rows[0]?.articles ?? 0);
  };
}
