import { sql } from 'kysely';
import type { Db, EdgeTable } from '../schema.ts';
import type { EdgeFilter, EdgeRow, NodeRow } from '../store.ts';
import { fits } from './filter.ts';
import { edgeRow } from './rows.ts';

/** A node with more edges than this times the number of nodes is a hub: its pairs are looked up, its edges not read. */
const HUB = 2;

/**
 * The edges between these nodes that fit, sorted by key. Each edge has an end that is no hub, and is found among that
 * one's few; or it joins two hubs, of which there are few.
 */
export async function edgesAmong(
  db: Db,
  nodes: readonly Pick<NodeRow, 'key' | 'degree'>[],
  filter: EdgeFilter,
): Promise<EdgeRow[]> {
  const isHub = ({ degree }: Pick<NodeRow, 'degree'>) => degree > HUB * nodes.length;
  const keys = nodes.map(({ key }) => key);
  const hubs = nodes.filter(isHub).map(({ key }) => key);
  const others = nodes.filter((node) => !isHub(node)).map(({ key }) => key);
  const found = await sql<EdgeTable>`
    select edge.* from unnest(${others}::text[]) near(key) join edge on edge.source = near.key
      join unnest(${keys}::text[]) far(key) on far.key = edge.target where ${fits(filter)}
    union all
    select edge.* from unnest(${others}::text[]) near(key) join edge on edge.target = near.key
      join unnest(${hubs}::text[]) far(key) on far.key = edge.source where ${fits(filter)}
    union all
    select edge.* from unnest(${hubs}::text[]) near(key) cross join unnest(${hubs}::text[]) far(key)
      join edge on edge.source = near.key and edge.target = far.key where ${fits(filter)}
    order by key`.execute(db);
  return found.rows.map(edgeRow);
}
