import { sql } from 'kysely';
import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import type { Evidence } from '../relations/statement.ts';
import { type StatementColumns, statementOf } from './said.ts';
import type { ArticleEntityTable, Tx } from './schema.ts';

/** What the store keeps of an extraction: all but the syntax of mentions. */
export interface Kept {
  article: Article;
  entities: Extraction['entities'];
  mentions: Pick<Extraction['mentions'][number], 'start' | 'end' | 'kind' | 'text' | 'entities'>[];
  statements: Extraction['statements'];
}

/** An entity of an article as it was added. */
export const entityOf = ({
  born,
  titles,
  ...entity
}: Pick<ArticleEntityTable, 'label' | 'type' | 'aliases' | 'born' | 'titles'>): Extraction['entities'][number] => ({
  ...entity,
  ...(born !== null && { born }),
  ...(titles.length > 0 && { titles }),
});

/** An article of the store as it was added; null where there is none. */
export async function keptArticle(tx: Tx, id: string): Promise<Kept | null> {
  const article = await tx
    .selectFrom('article')
    .select(['id', 'text', 'title', 'date', 'source', 'url', 'blocks', 'skips'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (article === undefined) return null;
  const entities = await tx
    .selectFrom('article_entity')
    .select(['label', 'type', 'aliases', 'born', 'titles'])
    .where('article', '=', id)
    .orderBy('index')
    .execute();
  const mentions = await sql<Kept['mentions'][number]>`
    select start, stop as "end", kind, text, array_agg(entity_index order by entity_index) as entities
    from mention where article = ${id} group by start, stop, kind, text order by start, stop desc`.execute(tx);
  const statements = await sql<StatementColumns<number> & { evidence: Evidence }>`
    select * from statement where article = ${id} order by index`.execute(tx);
  return {
    article,
    entities: entities.map(entityOf),
    mentions: mentions.rows,
    statements: statements.rows.map(statementOf),
  };
}
