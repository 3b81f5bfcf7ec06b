import { sql } from 'kysely';
import { chooseLabel, foldName, type Spelling } from '../graph/index.ts';
import { jsonRows } from './json.ts';
import type { EntityTable, Tx } from './schema.ts';

type Totals = Pick<EntityTable, 'key' | 'type' | 'articles' | 'mentions' | 'first_date' | 'last_date' | 'degree'>;

/** The counts are kept by triggers; the dates are each one step into an index. */
async function totalsOf(tx: Tx, keys: readonly string[]): Promise<Totals[]> {
  const found = await sql<Totals>`
    select t.entity as key, one.type, t.articles, t.mentions, t.degree, earliest.date as first_date, latest.date as last_date
    from entity_total t
    cross join lateral (select type from article_entity e where e.entity = t.entity limit 1) one
    left join lateral (
      select date from article_entity e where e.entity = t.entity and date is not null order by date limit 1
    ) earliest on true
    left join lateral (
      select date from article_entity e where e.entity = t.entity and date is not null order by date desc limit 1
    ) latest on true
    where t.entity = any(${[...keys]})`.execute(tx);
  return found.rows;
}

async function spellingsOf(tx: Tx, keys: readonly string[]): Promise<Map<string, Spelling[]>> {
  const found = await sql<Spelling & { entity: string }>`
    select n.entity, s.form, s.labels, s.uses from name n
    cross join lateral (select form, labels, uses from spelling where name = n.name offset 0) s
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
  if (gone.length > 0) {
    await sql`delete from position where entity = any(${gone})`.execute(tx);
    await sql`delete from entity where key = any(${gone})`.execute(tx);
  }
  await sql`
    insert into entity (key, type, label, aliases, degree, articles, mentions, first_date, last_date)
    select key, type, label, array(select json_array_elements_text(aliases)), degree, articles, mentions, first_date,
      last_date
    from json_to_recordset(${jsonRows(nodes)}::json) as e(key text, type text, label text, aliases json, degree int,
      articles int, mentions int, first_date text, last_date text)
    on conflict (key) do update set label = excluded.label, aliases = excluded.aliases, degree = excluded.degree,
      articles = excluded.articles, mentions = excluded.mentions, first_date = excluded.first_date,
      last_date = excluded.last_date`.execute(tx);
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
