import { sql } from 'kysely';
import { ENTITY_TYPES, MODALITIES } from '../../ontology.ts';
import type { Db } from '../schema.ts';
import type { Counts, Facet, Facets } from '../views.ts';

/** Values of a facet that are listed. */
const MOST = 200;

type Kind = 'articles' | 'entityType' | 'type' | 'modality' | 'publisher';

export async function counts(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select coalesce(sum(uses) filter (where kind = 'articles'), 0)::int as articles,
      coalesce(sum(uses) filter (where kind = 'entityType'), 0)::int as entities,
      coalesce(sum(uses) filter (where kind = 'modality'), 0)::int as edges
    from facet where kind in ('articles', 'entityType', 'modality')`.execute(db);
  return rows[0] ?? { articles: 0, entities: 0, edges: 0 };
}

async function facet(db: Db, kind: Kind): Promise<Facet> {
  const { rows } = await sql<{ value: string; count: number; total: number }>`
    select word as value, uses as count, (count(*) over ())::int as total from facet where kind = ${kind}
    order by uses desc, word limit ${MOST}`.execute(db);
  return { values: rows.map(({ value, count }) => ({ value, count })), total: rows[0]?.total ?? 0 };
}

/** A facet of few values, all known beforehand. */
async function closed<T extends string>(db: Db, kind: Kind, known: readonly T[]): Promise<Facet<T>> {
  const { values, total } = await facet(db, kind);
  return {
    values: values.flatMap(({ value, count }) =>
      known.filter((one) => one === value).map((one) => ({ value: one, count })),
    ),
    total,
  };
}

export async function facets(db: Db): Promise<Facets> {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select (select since from edge where since is not null order by since limit 1) as first,
      (select until from edge where until is not null order by until desc limit 1) as last`.execute(db);
  const [days] = rows;
  return {
    ...(await counts(db)),
    entityTypes: await closed(db, 'entityType', ENTITY_TYPES),
    types: await facet(db, 'type'),
    modalities: await closed(db, 'modality', MODALITIES),
    sources: await facet(db, 'publisher'),
    dates: days && days.first !== null && days.last !== null ? { first: days.first, last: days.last } : null,
  };
}
