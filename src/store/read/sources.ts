import { sql } from 'kysely';
import type { Db, EdgeTable } from '../schema.ts';

/** A publisher's name however it is spelt: "The  Varna Post" is "varnapost". */
const folded = sql`regexp_replace(lower(word), '^\\s*the\\s+|\\s+', '', 'g')`;

/**
 * How many independent sources stand behind each edge: the publishers of the articles that say so, and each article
 * that names none. A text that several print is one article, so it counts once.
 *
 * @returns by key; an edge that is absent has as many sources as articles
 */
export async function sourcesOf(
  db: Db,
  edges: readonly Pick<EdgeTable, 'key' | 'weight'>[],
): Promise<Map<string, number>> {
  const several = edges.filter(({ weight }) => weight > 1);
  if (several.length === 0) return new Map();
  const { rows } = await sql<{ edge: string; publishers: number; articles: number }>`
    select edge.edge, publishers, articles from unnest(${several.map(({ key }) => key)}::text[]) edge(edge) cross join lateral (
      select count(distinct ${folded})::int as publishers, coalesce(sum(uses), 0)::int as articles
      from tally where kind = 'publisher' and tally.edge = edge.edge) published`.execute(db);
  const published = new Map(rows.map((row) => [row.edge, row]));
  return new Map(
    several.map(({ key, weight }) => {
      const { publishers, articles } = published.get(key) ?? { publishers: 0, articles: 0 };
      return [key, publishers + weight - articles];
    }),
  );
}
