import { sql } from 'kysely';
import type { Db } from '../../../src/store/schema.ts';

/** What a person would type into psql for the same rows: the floor that the store's own reading is measured against. */

async function step(db: Db, frontier: readonly string[], reached: readonly string[], room: number): Promise<string[]> {
  const { rows } = await sql<{ other: string }>`
    select other from (
      select target as other, weight from edge where source = any(${[...frontier]})
      union all select source, weight from edge where target = any(${[...frontier]})) tie
    where other <> all(${[...reached]}) group by other order by sum(weight) desc, other limit ${room}`.execute(db);
  return rows.map(({ other }) => other);
}

export async function bareNeighbours(db: Db, key: string, depth: number, limit: number): Promise<number> {
  const reached = [key];
  let frontier = reached;
  for (let at = 0; at < depth && reached.length <= limit; at++) {
    frontier = await step(db, frontier, reached, limit + 1 - reached.length);
    reached.push(...frontier);
  }
  const edges = await sql`
    select * from edge where source = any(${reached}) and target = any(${reached}) order by key`.execute(db);
  const nodes = await sql`
    select e.*, p.x, p.y from entity e left join position p on p.entity = e.key where e.key = any(${reached})
    order by e.key`.execute(db);
  return edges.rows.length + nodes.rows.length;
}

export async function bareSearch(db: Db, word: string, limit: number): Promise<number> {
  const { rows } = await sql`
    select e.* from (select distinct entity from entity_form where form like ${`% ${word}%`}) f
    join entity e on e.key = f.entity order by e.degree desc, e.key limit ${limit}`.execute(db);
  return rows.length;
}

export async function bareGraph(db: Db, limit: number): Promise<number> {
  const { rows } = await sql<{ key: string }>`select * from entity order by degree desc, key limit ${limit}`.execute(
    db,
  );
  const keys = rows.map(({ key }) => key);
  const edges = await sql`
    select * from edge where source = any(${keys}) and target = any(${keys}) order by key`.execute(db);
  return rows.length + edges.rows.length;
}

interface Filter {
  type: readonly string[];
  modality: readonly string[];
  from: string;
  to: string;
}

/** How many edges and nodes fit, the nodes with most edges among them, and the edges between these. */
export async function bareFiltered(db: Db, { type, modality, from, to }: Filter, limit: number): Promise<number> {
  const fits = sql`type = any(${[...type]}) and modality = any(${[...modality]}) and until >= ${from} and since <= ${to}`;
  const { rows } = await sql<{ key: string; total: string }>`
    with fitting as materialized (select key, source, target from edge where ${fits}),
      ends as (select source as key from fitting union select target from fitting)
    select e.*, (select count(*) from fitting) as edges, count(*) over () as total from ends join entity e using (key)
    order by degree desc, key limit ${limit}`.execute(db);
  const keys = rows.map(({ key }) => key);
  const edges = await sql`
    select * from edge where source = any(${keys}) and target = any(${keys}) and ${fits} order by key`.execute(db);
  return rows.length + edges.rows.length;
}
