import { sql } from 'kysely';
import { type ContradictionKind, contradictionOf, type EdgeClaim } from '../graph/index.ts';
import type { Changed } from './edges.ts';
import { jsonRows } from './json.ts';
import type { Tx } from './schema.ts';

interface Candidate {
  a: string;
  b: string;
  apart: boolean;
}

interface Found {
  kind: ContradictionKind;
  a: string;
  b: string;
}

/** Kinds that are found together, and the edges for which they are to be found anew. */
interface Part {
  kinds: ContradictionKind[];
  edges: string[];
}

interface Scope {
  leaders: Part;
  births: Part;
  meetings: Part;
  denials: Part;
}

/** Births in places of which one lies in the other from now on, or no more. */
async function birthsIn(tx: Tx, changes: readonly Changed[]): Promise<string[]> {
  const contained = changes.flatMap(({ edge: { source, target, type, modality }, isOther }) =>
    isOther && modality === 'actual' && (type === 'located_in' || type === 'part_of') ? [{ source, target }] : [],
  );
  if (contained.length === 0) return [];
  const { rows } = await sql<{ key: string }>`
    select inner_birth.key from json_to_recordset(${jsonRows(contained)}::json) as c(source text, target text)
    join edge inner_birth on inner_birth.target = c.source
      and inner_birth.type = 'born_in' and inner_birth.modality = 'actual'
    join edge outer_birth on outer_birth.source = inner_birth.source and outer_birth.target = c.target
      and outer_birth.type = 'born_in' and outer_birth.modality = 'actual'`.execute(tx);
  return rows.map(({ key }) => key);
}

/** What is to be looked at again. All that a birth can contradict another by never changes while it is there. */
async function scopeOf(tx: Tx, changes: readonly Changed[]): Promise<Scope> {
  const part = (kinds: ContradictionKind[], isIn: (change: Changed) => boolean): Part => ({
    kinds,
    edges: changes.filter(isIn).map(({ edge }) => edge.key),
  });
  const isActual = ({ edge }: Changed, type: string) => edge.type === type && edge.modality === 'actual';
  const births = part(['birthplace', 'birthdate'], (one) => one.isOther && isActual(one, 'born_in'));
  return {
    leaders: part(['leaders'], (one) => one.saysOther && isActual(one, 'leads')),
    births: { ...births, edges: [...new Set([...births.edges, ...(await birthsIn(tx, changes))])] },
    // an article that tells of both days can come and go while the edges stay
    meetings: part(['meeting'], (one) => isActual(one, 'met') && one.edge.date !== undefined),
    denials: part(['denied'], ({ edge, saysOther }) => saysOther && ['actual', 'negated'].includes(edge.modality)),
  };
}

/** Pairs that an edge of the scope is in, and that are alike enough to be looked at: each part reads one index. */
async function candidates(tx: Tx, { leaders, births, meetings, denials }: Scope): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select least(a, b) as a, greatest(a, b) as b, bool_and(apart) as apart from (
      select t.key as a, o.key as b, true as apart from edge t join edge o on o.target = t.target
        and o.source <> t.source and o.type = 'leads' and o.modality = 'actual'
        and o.role is not null and o.role_of is null and o.since <= t.until and o.until >= t.since
      where t.key = any(${leaders.edges}) and t.role is not null and t.role_of is null
      union all
      select t.key, o.key, not exists (
        select 1 from edge c where c.type in ('located_in', 'part_of') and c.modality = 'actual'
        and ((c.source = t.target and c.target = o.target) or (c.source = o.target and c.target = t.target)))
      from edge t join edge o on o.source = t.source and o.key <> t.key and o.type = 'born_in' and o.modality = 'actual'
      where t.key = any(${births.edges})
      union all
      select t.key, o.key, not exists (
        select 1 from statement x join statement y on y.article = x.article where x.edge = t.key and y.edge = o.key)
      from edge t join edge o on o.source = t.source and o.target = t.target and o.key <> t.key
        and o.type = 'met' and o.modality = 'actual' and o.date is not null
        and o.since between to_char(t.since::date - 4, 'YYYY-MM-DD') and to_char(t.since::date + 4, 'YYYY-MM-DD')
      where t.key = any(${meetings.edges}) and t.since = t.until
      union all
      select t.key, o.key, true from edge t join edge o on o.source = t.source and o.target = t.target
        and o.type = t.type and o.modality = 'negated'
      where t.key = any(${denials.edges}) and t.modality = 'actual'
      union all
      select t.key, o.key, true from edge t join edge o on o.source = t.source and o.target = t.target
        and o.type = t.type and o.modality = 'actual'
      where t.key = any(${denials.edges}) and t.modality = 'negated') pairs
    group by 1, 2`.execute(tx);
  return rows;
}

async function claims(tx: Tx, keys: readonly string[]): Promise<Map<string, EdgeClaim>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<EdgeClaim>`
    select key, source, target, type, modality, date, since, until, role, role_of as "roleOf", place,
      (select label from entity where entity.key = edge.target) as "targetLabel"
    from edge where key = any(${[...keys]})`.execute(tx);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Contradictions of the scope as they were found last. */
async function known(tx: Tx, scope: Scope): Promise<Found[]> {
  const parts = Object.values(scope).filter(({ edges }: Part) => edges.length > 0);
  if (parts.length === 0) return [];
  const halves = parts.flatMap(({ kinds, edges }: Part) => [
    sql`select kind, a, b from contradiction where a = any(${edges}) and kind = any(${kinds})`,
    sql`select kind, a, b from contradiction where b = any(${edges}) and kind = any(${kinds})`,
  ]);
  return (await sql<Found>`${sql.join(halves, sql` union `)}`.execute(tx)).rows;
}

const idOf = ({ kind, a, b }: Found): string => `${kind}\n${a}\n${b}`;

/** Those of the first that the second lacks. */
function without<T extends Found>(some: readonly T[], others: readonly Found[]): T[] {
  const ids = new Set(others.map(idOf));
  return some.filter((one) => !ids.has(idOf(one)));
}

/**
 * Finds anew what edges that came, changed or went contradict. Edges and nodes are up to date. Many edges may stand
 * against one: what did not change is not written again.
 */
export async function refreshContradictions(tx: Tx, changes: readonly Changed[]): Promise<void> {
  const scope = await scopeOf(tx, changes);
  if (Object.values(scope).every(({ edges }: Part) => edges.length === 0)) return;
  const pairs = await candidates(tx, scope);
  const said = await claims(tx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const found = pairs.flatMap(({ a, b, apart }) => {
    const [one, other] = [said.get(a), said.get(b)];
    const kind = one && other ? contradictionOf(one, other, apart) : null;
    if (!one || !other || kind === null) return [];
    return [{ kind, a, b, entities: [...new Set([one.source, one.target, other.source, other.target])] }];
  });
  const before = await known(tx, scope);
  const gone = without(before, found);
  if (gone.length > 0)
    await sql`
      delete from contradiction c using json_to_recordset(${jsonRows(gone)}::json) as g(kind text, a text, b text)
      where c.kind = g.kind and c.a = g.a and c.b = g.b`.execute(tx);
  const fresh = without(found, before);
  if (fresh.length > 0)
    await sql`
      insert into contradiction (kind, a, b, entities)
      select kind, a, b, array(select json_array_elements_text(entities))
      from json_to_recordset(${jsonRows(fresh)}::json) as c(kind text, a text, b text, entities json)
      on conflict do nothing`.execute(tx);
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
