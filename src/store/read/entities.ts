import { sql } from 'kysely';
import { foldName } from '../../graph/index.ts';
import type { EntityType } from '../../ontology.ts';
import type { Db, EntityTable } from '../schema.ts';
import type { EntityView, NodeRow, Page, PageQuery } from '../store.ts';
import { decodeCursor, NumberNumberString, pageOf } from './cursor.ts';
import { nodeRow } from './rows.ts';

/** Articles that an entity's page lists. */
const NEWEST = 100;
/** Shorter words are alike too easily. */
const SHORTEST_MISTYPED = 4;

type Ranked = EntityTable & { rank: number };

/** Names that are only alike rank from here on; they are shown where there are no better ones. */
const ALIKE = 3;

/** Whole names first (rank 0), then beginnings of names (1) and of words (2), then names that are alike (3 to 4). */
function matching(q: string) {
  const form = ` ${q}`;
  const alike = q.length >= SHORTEST_MISTYPED ? sql`or ${q} <% form` : sql``;
  return sql`
    select entity, min(case when form = ${form} then 0 when starts_with(form, ${form}) then 1
      when form like ${`%${form}%`} then 2 else 4 - word_similarity(${q}, form) end)::float8 as rank
    from entity_form where form like ${`%${form}%`} ${alike} group by entity`;
}

export async function entities(
  db: Db,
  { q, type, limit, after }: PageQuery & { q?: string | undefined; type?: EntityType | undefined },
): Promise<Page<NodeRow>> {
  const from = decodeCursor(after, NumberNumberString);
  const folded = q === undefined ? '' : foldName(q);
  if (folded === '' && q !== undefined && q.trim() !== '') return { items: [], next: null };
  const ranked =
    folded === ''
      ? sql`select e.*, 0::float8 as rank from entity e`
      : sql`select e.*, rank from (${matching(folded)}) found join entity e on e.key = found.entity`;
  const found = await sql<Ranked>`
    with ranked as (
      select * from (${ranked}) r where ${type ?? null}::text is null or type = ${type ?? null})
    select * from ranked
    where (rank < ${ALIKE} or not exists (select 1 from ranked where rank < ${ALIKE}))
    and (${from === null} or (rank, -degree, key) > (${from?.[0] ?? 0}, ${from?.[1] ?? 0}, ${from?.[2] ?? ''}))
    order by rank, -degree, key limit ${limit + 1}`.execute(db);
  return pageOf(found.rows, limit, nodeRow, ({ rank, degree, key }) => [rank, -degree, key]);
}

/** The key of the node that a name's key leads to: its own, or that of another of its names. */
export async function nodeKey(db: Db, name: string): Promise<string | null> {
  const found = await db.selectFrom('name').select('entity').where('name', '=', name).executeTakeFirst();
  return found?.entity ?? null;
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
  const row = await db.selectFrom('entity').selectAll().where('key', '=', key).executeTakeFirst();
  if (row === undefined) return null;
  const sources = await sql<EntityView['sources'][number]>`
    select a.id, a.title, a.date, a.source, sum(e.mentions)::int as mentions
    from article_entity e join article a on a.id = e.article where e.entity = ${key}
    group by a.id order by coalesce(a.date, '') desc, a.id desc limit ${NEWEST}`.execute(db);
  return {
    ...nodeRow(row),
    roles: await rolesOf(db, key),
    relations: await relationsOf(db, key),
    sources: sources.rows,
  };
}
