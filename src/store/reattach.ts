import { sql } from 'kysely';
import type { Evidence } from '../relations/statement.ts';
import type { EdgeChanges, Said } from './edge-changes.ts';
import { jsonRows } from './json.ts';
import { statementOf } from './said.ts';
import type { StatementTable, Tx } from './schema.ts';

/** Articles that are in memory at once. */
const BATCH = 200;

/** What an article of the store says, statements and entities each in the order of their index. */
export interface Stored extends Said {
  entities: { name: string; entity: string }[];
  edges: (string | null)[];
}

type StatementRow = Omit<StatementTable, 'attributed_to' | 'evidence'> & {
  attributed_to: (number | string)[];
  evidence: Evidence;
};

const grouped = <T extends { article: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.article);
    if (group) group.push(row);
    else groups.set(row.article, [row]);
  }
  return groups;
};

export async function storedArticles(tx: Tx, ids: readonly string[]): Promise<Stored[]> {
  const articles = await sql<Said['article']>`
    select id, date, source from article where id = any(${[...ids]}) order by id`.execute(tx);
  const entities = await sql<{ article: string; name: string; entity: string }>`
    select article, name, entity from article_entity where article = any(${[...ids]}) order by article, index`.execute(
    tx,
  );
  const statements = await sql<StatementRow>`
    select * from statement where article = any(${[...ids]}) order by article, index`.execute(tx);
  const [named, said] = [grouped(entities.rows), grouped(statements.rows)];
  return articles.rows.map((article) => ({
    article,
    entities: named.get(article.id) ?? [],
    keys: (named.get(article.id) ?? []).map(({ entity }) => entity),
    statements: (said.get(article.id) ?? []).map(statementOf),
    edges: (said.get(article.id) ?? []).map(({ edge }) => edge),
  }));
}

/**
 * Gives entities of articles to other nodes, and their statements to other edges.
 *
 * @param leading the node that each of these names leads to now
 * @param edges is told what comes and goes
 */
export async function reattach(tx: Tx, leading: ReadonlyMap<string, string>, edges: EdgeChanges): Promise<void> {
  const names = [...leading.keys()];
  const leads = sql`json_to_recordset(${jsonRows([...leading].map(([name, entity]) => ({ name, entity })))}::json)
    as n(name text, entity text)`;
  const { rows } = await sql<{ article: string }>`
    select distinct e.article from ${leads} join article_entity e on e.name = n.name
    where e.name = any(${names}) and e.entity <> n.entity`.execute(tx);
  if (rows.length === 0) return;
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = await storedArticles(
      tx,
      rows.slice(at, at + BATCH).map(({ article }) => article),
    );
    const moved = batch.flatMap((old) => {
      edges.count(old, -1);
      const keys = old.entities.map(({ name, entity }) => leading.get(name) ?? entity);
      return edges
        .count({ ...old, keys }, 1)
        .map((edge, index) => ({ article: old.article.id, index, edge }))
        .filter(({ edge, index }) => edge !== old.edges[index]);
    });
    await sql`
      update statement s set edge = n.edge
      from json_to_recordset(${jsonRows(moved)}::json) as n(article text, index int, edge text)
      where s.article = n.article and s.index = n.index`.execute(tx);
  }
  await sql`
    update article_entity e set entity = n.entity from ${leads} 
    where e.name = any(${names}) and e.name = n.name and e.entity <> n.entity`.execute(tx);
}
