import { type RawBuilder, sql } from 'kysely';
import { foldName } from '../../graph/index.ts';
import type { EntityType } from '../../ontology.ts';
import type { Page, PageQuery } from '../queries.ts';
import type { Db, EntityTable } from '../schema.ts';
import type { EntityView, NodeRow } from '../views.ts';
import { countContradictions } from './contradictions.ts';
import { decodeCursor, NumberNumberString, pageOf } from './cursor.ts';
import { nodeKey } from './node-key.ts';
import { measured, nodeRow } from './rows.ts';

/** Articles that an entity's page lists. */
const NEWEST = 100;
/** Shorter words are alike too easily. */
const SHORTEST_MISTYPED = 4;

type Ranked = EntityTable & { rank: number };

/** Names that are only alike rank from here on; they are looked for where there are no better ones. */
const ALIKE = 3;

/** Whole names first (rank 0), then beginnings of names (1) and of words (2). */
const beginning = (q: string) => sql`
  select entity, min(case when form = ${` ${q}`} then 0 when starts_with(form, ${` ${q}`}) then 1 else 2 end)::float8 as rank
  from entity_form where form like ${`% ${q}%`} group by entity`;

/** The more alike the closer to 3. */
const alike = (q: string) => sql`
  select entity, min(4 - word_similarity(${q}, form))::float8 as rank from entity_form where ${q} <% form group by entity`;

type Cursor = [rank: number, minusDegree: number, key: string];

/** One more than the limit where there are more. */
async function ranked(
  db: Db,
  found: RawBuilder<unknown>,
  { type, limit }: { type?: EntityType | undefined; limit: number },
  from: Cursor | null,
): Promise<Ranked[]> {
  const { rows } = await sql<Ranked>`
    select e.*, rank from (${found}) found join entity e on e.key = found.entity
    where ${type === undefined ? sql`true` : sql`type = ${type}`}
    and ${from === null ? sql`true` : sql`(rank, -degree, key) > (${from[0]}, ${from[1]}, ${from[2]})`}
    order by rank, -degree, key limit ${limit + 1}`.execute(db);
  return rows;
}

export async function entities(
  db: Db,
  { q, after, ...query }: PageQuery & { q?: string | undefined; type?: EntityType | undefined },
): Promise<Page<NodeRow>> {
  const from = decodeCursor(after, NumberNumberString);
  const folded = q === undefined ? '' : foldName(q);
  if (folded === '' && q !== undefined && q.trim() !== '') return { items: [], next: null };
  const everything = sql`select key as entity, 0::float8 as rank from entity`;
  const better = folded === '' ? everything : beginning(folded);
  let rows = from !== null && from[0] >= ALIKE ? [] : await ranked(db, better, query, from);
  const mayBeMistyped = rows.length === 0 && folded.length >= SHORTEST_MISTYPED && (from === null || from[0] >= ALIKE);
  if (mayBeMistyped) rows = await ranked(db, alike(folded), query, from);
  return pageOf(rows, query.limit, nodeRow, ({ rank, degree, key }) => [rank, -degree, key]);
}

async function rolesOf(db: Db, key: string): Promise<EntityView['roles']> {
  const found = await sql<EntityView['roles'][number]>`
    with held as (
      select s.role, object.entity as other from article_entity e
      join statement s on s.article = e.article and s.subject = e.index and s.role_of is null
      join article_entity object on object.article = s.article and object.index = s.object
      where e.entity = ${key} and s.role is not null and s.modality <> 'negated'
      union all
      select s.role, subject.entity from article_entity e
      join statement s on s.article = e.article and s.object = e.index and s.role_of = 'object'
      join article_entity subject on subject.article = s.article and subject.index = s.subject
      where e.entity = ${key} and s.role is not null and s.modality <> 'negated')
    select role, other as of, n.label, count(*)::int as statements
    from held left join entity n on n.key = other
    group by role, other, n.label order by statements desc, role collate "C", other limit ${NEWEST}`.execute(db);
  return found.rows;
}

async function relationsOf(db: Db, key: string): Promise<EntityView['relations']> {
  const found = await sql<EntityView['relations'][number]>`
    select type, case when undirected then 'both' when source = ${key} then 'out' else 'in' end as direction,
      count(*)::int as edges
    from edge where source = ${key} or target = ${key} group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return found.rows;
}

export async function entity(db: Db, name: string): Promise<EntityView | null> {
  const key = await nodeKey(db, name);
  if (key === null) return null;
  const row = await db
    .selectFrom('entity')
    .leftJoin('measure', 'measure.entity', 'entity.key')
    .selectAll('entity')
    .select(['community', 'rank'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return null;
  const sources = await sql<EntityView['sources'][number]>`
    select a.id, a.title, a.date, a.source, sum(e.mentions)::int as mentions
    from article_entity e join article a on a.id = e.article where e.entity = ${key}
    group by a.id order by coalesce(a.date, '') desc, a.id desc limit ${NEWEST}`.execute(db);
  return {
    ...nodeRow(row),
    ...measured(row),
    roles: await rolesOf(db, key),
    relations: await relationsOf(db, key),
    sources: sources.rows,
    contradictions: await countContradictions(db, key),
  };
}
