import { sql } from 'kysely';
import { chooseLabel, foldName, type Spelling } from '../graph/index.ts';
import { jsonRows } from './json.ts';
import type { EntityTable, Tx } from './schema.ts';

type Totals = Pick<EntityTable, 'key' | 'type' | 'articles' | 'mentions' | 'first_date' | 'last_date' | 'degree'>;

async function totalsOf(tx: Tx, keys: readonly string[]): Promise<Totals[]> {
  const found = await sql<Totals>`
    with said as (
      select e.entity, min(e.type) as type, count(distinct e.article)::int as articles, sum(e.mentions)::int as mentions,
        min(a.date) as first_date, max(a.date) as last_date
      from article_entity e join article a on a.id = e.article where e.entity = any(${[...keys]}) group by e.entity
    ), tied as (
      select entity, count(*)::int as degree from (
        select source as entity from edge where source = any(${[...keys]}) union all
        select target from edge where target = any(${[...keys]})) ends
      group by entity)
    select said.entity as key, type, articles, mentions, first_date, last_date, coalesce(degree, 0) as degree
    from said left join tied using (entity)`.execute(tx);
  return found.rows;
}

async function spellingsOf(tx: Tx, keys: readonly string[]): Promise<Map<string, Spelling[]>> {
  const found = await sql<Spelling & { entity: string }>`
    select n.entity, s.form, s.labels, s.uses from name n join spelling s using (name)
    where n.entity = any(${[...keys]})`.execute(tx);
  const spellings = new Map<string, Spelling[]>();
  for (const { entity, ...spelling } of found.rows) spellings.set(entity, [...(spellings.get(entity) ?? []), spelling]);
  return spellings;
}

/** What a search looks through: every name folded, with a space before each word, so that "% ki%" finds its beginning. */
const searchForms = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => ` ${foldName(name).slice(0, 200)}`).filter((form) => form.length > 1)),
];

/** Sums these nodes up anew, as `foldGraph` does; those that no article mentions any more go, with their places. */
export async function refreshNodes(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const totals = await totalsOf(tx, keys);
  const spellings = await spellingsOf(tx, keys);
  const nodes = totals.map((total) => ({ ...total, ...chooseLabel(total.key, spellings.get(total.key) ?? []) }));
  const alive = new Set(nodes.map(({ key }) => key));
  const gone = keys.filter((key) => !alive.has(key));
  await sql`delete from position where entity = any(${gone})`.execute(tx);
  await sql`delete from entity where key = any(${[...keys]})`.execute(tx);
  await sql`
    insert into entity (key, type, label, aliases, degree, articles, mentions, first_date, last_date)
    select key, type, label, array(select json_array_elements_text(aliases)), degree, articles, mentions, first_date,
      last_date
    from json_to_recordset(${jsonRows(nodes)}::json) as e(key text, type text, label text, aliases json, degree int,
      articles int, mentions int, first_date text, last_date text)`.execute(tx);
  const forms = nodes.flatMap(({ key, label, aliases }) =>
    searchForms([label, ...aliases]).map((form) => ({ entity: key, form })),
  );
  const wanted = sql`json_to_recordset(${jsonRows(forms)}::json) as f(entity text, form text)`;
  await sql`
    delete from entity_form old where entity = any(${[...keys]})
    and not exists (select 1 from ${wanted} where f.entity = old.entity and f.form = old.form)`.execute(tx);
  await sql`insert into entity_form (entity, form) select entity, form from ${wanted} on conflict do nothing`.execute(
    tx,
  );
}
