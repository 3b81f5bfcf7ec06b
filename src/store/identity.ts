import { sql } from 'kysely';
import type { Extraction } from '../extraction.ts';
import { type Claim, claimsOf, entityName, identify } from '../graph/index.ts';
import type { EdgeChanges } from './edge-changes.ts';
import { jsonRows } from './json.ts';
import { reattach } from './reattach.ts';
import type { Tx } from './schema.ts';

/** Every name whose node may change when an article with these entities comes or goes. */
export const namesOf = (entities: Extraction['entities']): string[] => [
  ...new Set(entities.flatMap((entity) => claimsOf(entity).map(({ alias }) => alias))),
];

/** Counts an article's names in (`by` 1) or out (-1). */
export async function countNames(tx: Tx, entities: Extraction['entities'], by: 1 | -1): Promise<void> {
  if (entities.length === 0) return;
  const claims = new Map<string, Claim & { uses: number }>();
  const spellings = new Map<string, { name: string; form: string; labels: number; uses: number }>();
  for (const entity of entities) {
    for (const { name, alias } of claimsOf(entity)) {
      const claim = claims.get(`${name}\n${alias}`) ?? { name, alias, uses: 0 };
      claims.set(`${name}\n${alias}`, { ...claim, uses: claim.uses + by });
    }
    const name = entityName(entity);
    for (const form of [entity.label, ...entity.aliases]) {
      const id = `${name}\n${form}`;
      const old = spellings.get(id) ?? { name, form, labels: 0, uses: 0 };
      spellings.set(id, { ...old, labels: old.labels + (form === entity.label ? by : 0), uses: old.uses + by });
    }
  }
  await sql`
    insert into claim (name, alias, uses)
    select name, alias, uses from json_to_recordset(${jsonRows([...claims.values()])}::json) as c(name text, alias text, uses int)
    on conflict (name, alias) do update set uses = claim.uses + excluded.uses`.execute(tx);
  await sql`
    insert into spelling (name, form, labels, uses)
    select name, form, labels, uses
    from json_to_recordset(${jsonRows([...spellings.values()])}::json) as s(name text, form text, labels int, uses int)
    on conflict (name, form) do update
    set labels = spelling.labels + excluded.labels, uses = spelling.uses + excluded.uses`.execute(tx);
  if (by === 1) return;
  const names = [...new Set([...claims.values()].map(({ name }) => name))];
  await sql`delete from claim where name = any(${names}) and uses <= 0`.execute(tx);
  await sql`delete from spelling where name = any(${names}) and uses <= 0`.execute(tx);
}

/** All claims that hang together with these names, however far. */
async function claimsAround(tx: Tx, names: readonly string[]): Promise<{ names: string[]; claims: Claim[] }> {
  const known = new Set(names);
  const claims = new Map<string, Claim>();
  let frontier = [...known];
  while (frontier.length > 0) {
    const found = await sql<Claim>`
      select name, alias from claim where name = any(${frontier}) union
      select name, alias from claim where alias = any(${frontier})`.execute(tx);
    frontier = [];
    for (const { name, alias } of found.rows) {
      claims.set(`${name}\n${alias}`, { name, alias });
      for (const next of [name, alias]) if (!known.has(next)) frontier.push(next);
      known.add(name).add(alias);
    }
    frontier = [...new Set(frontier)];
  }
  return { names: [...known], claims: [...claims.values()] };
}

/**
 * Works out anew which node each of these names, and all that hang together with them, leads to. A node that goes on
 * under another key keeps its place in the layout.
 *
 * @param edges is told what articles of the store bring to other edges than before
 * @returns nodes that gained or lost a name, by their old and new keys
 */
export async function reidentify(tx: Tx, changed: readonly string[], edges: EdgeChanges): Promise<string[]> {
  if (changed.length === 0) return [];
  const { names, claims } = await claimsAround(tx, changed);
  const standsFor = identify(claims);
  const before = await sql<{ name: string; entity: string }>`
    select name, entity from name where name = any(${names})`.execute(tx);
  const old = new Map(before.rows.map(({ name, entity }) => [name, entity]));
  const moved = names.filter((name) => old.get(name) !== standsFor.get(name));
  if (moved.length === 0) return [];

  const leading = moved.flatMap((name) => {
    const entity = standsFor.get(name);
    return entity === undefined ? [] : [{ name, entity, old: old.get(name) ?? null }];
  });
  await sql`delete from name where name = any(${moved})`.execute(tx);
  const leads = sql`json_to_recordset(${jsonRows(leading)}::json) as n(name text, entity text, old text)`;
  await sql`insert into name (name, entity) select name, entity from ${leads}`.execute(tx);
  await sql`
    insert into position (entity, x, y)
    select distinct on (n.entity) n.entity, p.x, p.y from ${leads} join position p on p.entity = n.old
    order by n.entity, n.old on conflict (entity) do nothing`.execute(tx);
  await reattach(tx, new Map(leading.map(({ name, entity }) => [name, entity])), edges);
  return [...new Set(moved.flatMap((name) => [old.get(name) ?? [], standsFor.get(name) ?? []].flat()))];
}
