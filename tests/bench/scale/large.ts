import { readFileSync } from 'node:fs';
import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../../../src/store/schema.ts';

const STATEMENTS_PER_ARTICLE = 8;

/** @returns what was built, in words */
export async function buildLarge(db: Db, entities: number, statements: number): Promise<string> {
  const begin = performance.now();
  // names by Zipf's law: of those that could be drawn, some two thirds are
  const size = { entities: Math.round(entities * 1.5), articles: Math.ceil(statements / STATEMENTS_PER_ARTICLE) };
  const text = readFileSync(new URL('./large.sql', import.meta.url), 'utf8')
    .replaceAll(':entities', String(size.entities))
    .replaceAll(':articles', String(size.articles));
  await db.connection().execute(async (session) => {
    for (const statement of text.replace(/^--.*$/gmu, '').split(/;\s*\n/u))
      if (statement.trim() !== '') await session.executeQuery(CompiledQuery.raw(statement));
  });
  const { rows } = await sql<Record<'nodes' | 'edges' | 'statements' | 'bytes', string>>`
    select (select count(*) from entity) as nodes, (select count(*) from edge) as edges,
      (select count(*) from statement) as statements, pg_database_size(current_database()) as bytes`.execute(db);
  const [row] = rows;
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  return `${row?.nodes} nodes, ${row?.edges} edges, ${row?.statements} statements, ${(Number(row?.bytes) / 1e9).toFixed(2)} GB, built in ${seconds} s`;
}
