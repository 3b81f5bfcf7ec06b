import { sql } from 'kysely';
import type { Bounds, Position } from '../../graph/index.ts';
import { jsonRows } from '../json.ts';
import type { Db } from '../schema.ts';
import { deriveAlone, inTransaction } from '../transaction.ts';
import type { Unplaced } from '../views.ts';

type Node = Unplaced['nodes'][number];

/** Above this, only the surroundings of new nodes are looked at. */
const FEW = 20_000;
/** Half the side of a square around a neighbour in which a new node may push and be pushed. */
const AROUND = 600;

export async function unplaced(db: Db): Promise<Unplaced | null> {
  const fresh = await sql<Node>`
    select key, label, degree from entity where not exists (select 1 from position where entity = key)
    order by key`.execute(db);
  if (fresh.rows.length === 0) return null;
  const keys = fresh.rows.map(({ key }) => key);
  const edges = await sql<{ source: string; target: string }>`
    select source, target from edge where source = any(${keys}) union all
    select source, target from edge where target = any(${keys}) and source <> all(${keys})`.execute(db);
  const ends = [...new Set(edges.rows.flatMap(({ source, target }) => [source, target]))];
  const standing = await sql<Node & Position>`
    with anchor as (select x, y from position where entity = any(${ends}))
    select p.entity as key, e.label, e.degree, p.x, p.y from position p join entity e on e.key = p.entity
    where (select count(*) from position) <= ${FEW}
    or exists (select 1 from anchor a where abs(a.x - p.x) < ${AROUND} and abs(a.y - p.y) < ${AROUND})
    order by p.entity`.execute(db);
  const bounds = await sql<Bounds>`
    select min(x) as "left", max(x) as "right", min(y) as bottom, max(y) as top from position having count(*) > 0`.execute(
    db,
  );
  return {
    nodes: fresh.rows,
    edges: edges.rows,
    placed: new Map(standing.rows.map((node) => [node.key, node])),
    bounds: bounds.rows[0] ?? null,
  };
}

/** Nodes that went meanwhile are passed over, and those that have a place keep it. */
export function place(db: Db, positions: ReadonlyMap<string, Position>): Promise<void> {
  const placed = [...positions].map(([entity, { x, y }]) => ({ entity, x, y }));
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    await sql`
      insert into position (entity, x, y)
      select p.entity, p.x, p.y
      from json_to_recordset(${jsonRows(placed)}::json) as p(entity text, x double precision, y double precision)
      join entity e on e.key = p.entity
      on conflict (entity) do nothing`.execute(tx);
  });
}
