import { sql } from 'kysely';
import { entityName } from '../graph/index.ts';
import { refreshContradictions, refreshTypes } from './contradictions.ts';
import { EdgeChanges } from './edge-changes.ts';
import { applyChanges, endsOf } from './edges.ts';
import { countArticle } from './facets.ts';
import { countNames, namesOf, reidentify } from './identity.ts';
import { jsonRows } from './json.ts';
import type { Kept } from './kept.ts';
import { refreshNodes } from './nodes.ts';
import type { Tx } from './schema.ts';

async function insertArticle(tx: Tx, { article, entities, mentions, statements }: Kept): Promise<void> {
  const { blocks, skips, ...about } = article;
  await tx
    .insertInto('article')
    .values({
      ...about,
      blocks: JSON.stringify(blocks),
      skips: JSON.stringify(skips),
      entities: entities.length,
      mentions: mentions.length,
      statements: statements.length,
    })
    .execute();
}

async function insertEntities(tx: Tx, { article, entities, mentions }: Kept): Promise<void> {
  const counts = new Map<number, number>();
  for (const mention of mentions)
    for (const index of new Set(mention.entities)) counts.set(index, (counts.get(index) ?? 0) + 1);
  const named = entities.map((entity, index) => {
    return { ...entity, index, name: entityName(entity), mentions: counts.get(index) ?? 0 };
  });
  await sql`
    insert into article_entity (article, index, type, label, aliases, born, titles, mentions, date, name, entity)
    select ${article.id}, index, type, label, array(select json_array_elements_text(aliases)), born,
      array(select json_array_elements_text(titles)), mentions,
      ${article.date}, e.name, (select entity from name where name = e.name)
    from json_to_recordset(${jsonRows(named)}::json)
      as e(index int, type text, label text, aliases json, born int, titles json, mentions int, name text)`.execute(tx);
}

async function insertMentions(tx: Tx, { article, mentions }: Kept): Promise<void> {
  const places = mentions.flatMap(({ start, end, kind, text, entities }) =>
    entities.map((entity_index) => ({ start, stop: end, entity_index, kind, text })),
  );
  await sql`
    insert into mention (article, start, stop, entity_index, kind, text)
    select ${article.id}, start, stop, entity_index, kind, text
    from json_to_recordset(${jsonRows(places)}::json)
      as m(start int, stop int, entity_index int, kind text, text text)
    on conflict do nothing`.execute(tx);
}

/** @param edges is told what the statements bring to which edge */
async function insertStatements(tx: Tx, { article, statements }: Kept, edges: EdgeChanges): Promise<void> {
  const entities = await tx
    .selectFrom('article_entity')
    .select('entity')
    .where('article', '=', article.id)
    .orderBy('index')
    .execute();
  const attested = edges.count({ article, statements, keys: entities.map(({ entity }) => entity) }, 1);
  const said = statements.map(({ roleOf, attributedTo, ...rest }, index) => {
    return { ...rest, index, role_of: roleOf, attributed_to: attributedTo, edge: attested[index] ?? null };
  });
  await sql`
    insert into statement (article, index, subject, object, type, predicate, role, role_of, details, date, place,
      modality, attributed_to, confidence, evidence, edge)
    select ${article.id}, index, subject, object, type, predicate, role, role_of, details, date, place,
      modality, attributed_to, confidence, evidence, edge
    from json_to_recordset(${jsonRows(said)}::json) as s(index int, subject int, object int, type text,
      predicate text, role text, role_of text, details text, date text, place int, modality text, attributed_to json,
      confidence double precision, evidence json, edge text)`.execute(tx);
}

const nodesOf = async (tx: Tx, article: string): Promise<string[]> => {
  const rows = await tx.selectFrom('article_entity').select('entity').where('article', '=', article).execute();
  return rows.map(({ entity }) => entity);
};

/** Adds an article, and derives from it what it brings to nodes and edges. Only in a transaction that derives alone. */
export async function derive(tx: Tx, reading: Kept): Promise<void> {
  const { article, entities } = reading;
  await insertArticle(tx, reading);
  await insertMentions(tx, reading);
  await countArticle(tx, article.source, 1);
  await countNames(tx, entities, 1);
  const edges = new EdgeChanges();
  const renamed = await reidentify(tx, namesOf(entities), edges);
  await insertEntities(tx, reading);
  await insertStatements(tx, reading, edges);
  const changed = await applyChanges(tx, edges);
  const mentioned = await nodesOf(tx, article.id);
  const nodes = [...new Set([...mentioned, ...renamed, ...endsOf(changed)])];
  await refreshNodes(tx, nodes);
  await refreshTypes(tx, nodes);
  await refreshContradictions(tx, changed);
}
