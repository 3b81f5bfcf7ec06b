import { sql } from 'kysely';
import { contradictionOf, type EdgeClaim } from '../graph/index.ts';
import type { EdgeChange, EdgeChanges } from './edge-changes.ts';
import { jsonRows } from './json.ts';
import type { EdgeTable, Tx } from './schema.ts';

interface Candidate {
  a: string;
  b: string;
  apart: boolean;
}

/** Births in places of which one may lie in the other from now on, or no more. */
async function birthsIn(tx: Tx, changes: readonly EdgeChange[]): Promise<string[]> {
  const contained = changes.filter(({ type }) => type === 'located_in' || type === 'part_of');
  if (contained.length === 0) return [];
  const places = [...new Set(contained.flatMap(({ source, target }) => [source, target]))];
  const { rows } = await sql<{ key: string }>`
    select key from edge where target = any(${places}) and type = 'born_in' and modality = 'actual'`.execute(tx);
  return rows.map(({ key }) => key);
}

/** Pairs that one of these edges is in, and that are alike enough to be looked at: each half reads one index. */
async function candidates(tx: Tx, edges: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with t as materialized (select * from edge where key = any(${[...edges]}))
    select least(a, b) as a, greatest(a, b) as b, bool_and(apart) as apart from (
      select t.key as a, o.key as b, true as apart from t join edge o on o.target = t.target and o.source <> t.source
        and o.type = 'leads' and o.modality = 'actual'
      where t.type = 'leads' and t.modality = 'actual'
      union all
      select t.key, o.key, not exists (
        select 1 from edge c where c.type in ('located_in', 'part_of') and c.modality = 'actual'
        and ((c.source = t.target and c.target = o.target) or (c.source = o.target and c.target = t.target)))
      from t join edge o on o.source = t.source and o.key <> t.key and o.type = 'born_in' and o.modality = 'actual'
      where t.type = 'born_in' and t.modality = 'actual'
      union all
      select t.key, o.key, not exists (
        select 1 from statement x join statement y on y.article = x.article where x.edge = t.key and y.edge = o.key)
      from t join edge o on o.source = t.source and o.target = t.target and o.key <> t.key
        and o.type = 'met' and o.modality = 'actual' and o.date is not null
        and o.since between to_char(t.since::date - 4, 'YYYY-MM-DD') and to_char(t.since::date + 4, 'YYYY-MM-DD')
      where t.type = 'met' and t.modality = 'actual' and t.date is not null and t.since = t.until
      union all
      select t.key, o.key, true from t join edge o on o.source = t.source and o.target = t.target
        and o.type = t.type and o.modality = 'negated'
      where t.modality = 'actual'
      union all
      select t.key, o.key, true from t join edge o on o.source = t.source and o.target = t.target
        and o.type = t.type and o.modality = 'actual'
      where t.modality = 'negated') pairs
    group by 1, 2`.execute(tx);
  return rows;
}

async function claims(tx: Tx, keys: readonly string[]): Promise<Map<string, EdgeClaim>> {
  const { rows } = await sql<EdgeTable & { target_label: string }>`
    select edge.*, entity.label as target_label from edge join entity on entity.key = edge.target
    where edge.key = any(${[...keys]})`.execute(tx);
  return new Map(rows.map((row) => [row.key, { ...row, roleOf: row.role_of, targetLabel: row.target_label }]));
}

/** Finds anew what edges that came, changed or went contradict. Edges and nodes are up to date. */
export async function refreshContradictions(tx: Tx, changes: EdgeChanges): Promise<void> {
  const changed = changes.edges();
  if (changed.length === 0) return;
  const edges = [...new Set([...changed.map(({ key }) => key), ...(await birthsIn(tx, changed))])];
  await sql`delete from contradiction where a = any(${edges}) or b = any(${edges})`.execute(tx);
  const pairs = await candidates(tx, edges);
  if (pairs.length === 0) return;
  const known = await claims(tx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const found = pairs.flatMap(({ a, b, apart }) => {
    const [one, other] = [known.get(a), known.get(b)];
    const kind = one && other ? contradictionOf(one, other, apart) : null;
    if (!one || !other || kind === null) return [];
    return [{ kind, a, b, entities: [...new Set([one.source, one.target, other.source, other.target])] }];
  });
  await sql`
    insert into contradiction (kind, a, b, entities)
    select kind, a, b, array(select json_array_elements_text(entities))
    from json_to_recordset(${jsonRows(found)}::json) as c(kind text, a text, b text, entities json)`.execute(tx);
}

/** Finds anew which of these nodes, that came or went, go by one name of several words under two types. */
export async function refreshTypes(tx: Tx, keys: readonly string[]): Promise<void> {
  const composed = keys.filter((key) => key.includes('-'));
  if (composed.length === 0) return;
  await sql`
    with gone as (
      delete from contradiction c where kind = 'types' and (a = any(${composed}) or b = any(${composed}))
      and (select count(*) from entity where key in (c.a, c.b)) < 2)
    insert into contradiction (kind, a, b, entities)
    select distinct 'types', least(e.key, o.key), greatest(e.key, o.key), array[least(e.key, o.key), greatest(e.key, o.key)]
    from entity e join entity o on substr(o.key, strpos(o.key, ':') + 1) = substr(e.key, strpos(e.key, ':') + 1)
      and o.key like '%-%' and o.key <> e.key
    where e.key = any(${composed})
    on conflict do nothing`.execute(tx);
}
