import { type RawBuilder, sql } from 'kysely';
import { jointConfidence } from '../graph/index.ts';
import type { EdgeChange, EdgeChanges, WordChange } from './edge-changes.ts';
import { jsonRows } from './json.ts';
import type { EdgeTable, Tx } from './schema.ts';
import { countTies, type TieChange } from './ties.ts';

/** Sources that an edge lists; its evidence names all. */
const LISTED_SOURCES = 20;

/** A publisher's name however it is spelt: "The  Varna Post" is "varnapost". */
const folded = sql`regexp_replace(lower(word), '^\\s*the\\s+|\\s+', '', 'g')`;

interface Named {
  /** How many sources more, or fewer, each edge has now. */
  sources: Map<string, number>;
  /** Edges that a publisher says newly, or no more. */
  published: Set<string>;
}

/** Adds votes to the words of edges; a word without a vote goes. */
async function countWords(tx: Tx, words: readonly WordChange[]): Promise<Named> {
  const counted = await sql<WordChange>`
    insert into tally as t (edge, kind, word, uses)
    select edge, kind, word, uses from json_to_recordset(${jsonRows(words)}::json)
      as w(edge text, kind text, word text, uses int)
    on conflict (edge, kind, word) do update set uses = t.uses + excluded.uses
    returning edge, kind, word, uses`.execute(tx);
  if (counted.rows.some(({ uses }) => uses <= 0)) await sql`delete from tally where uses <= 0`.execute(tx);
  const before = new Map(words.map(({ edge, kind, word, uses }) => [`${edge}\n${kind}\n${word}`, uses]));
  const named: Named = { sources: new Map(), published: new Set() };
  for (const { edge, kind, word, uses } of counted.rows) {
    const was = uses - (before.get(`${edge}\n${kind}\n${word}`) ?? 0);
    const more = Number(uses > 0) - Number(was > 0);
    if (kind === 'source') named.sources.set(edge, (named.sources.get(edge) ?? 0) + more);
    if (kind === 'publisher' && more !== 0) named.published.add(edge);
  }
  return named;
}

/** The words of edge `d` with most votes first, as `ranking` has them: each half is a few steps in an index. */
const foremost = (kind: string, most: number): RawBuilder<unknown> => sql`
  select word, uses from (
    (select word, uses from tally where edge = d.key and kind = ${sql.lit(kind)} and uses > 1
      order by uses desc, word limit ${sql.lit(most)})
    union all
    (select word, 1 from tally where edge = d.key and kind = ${sql.lit(kind)} and uses = 1
      order by word limit ${sql.lit(most)})) votes
  order by uses desc, word limit ${sql.lit(most)}`;

const commonest = (kind: string): RawBuilder<unknown> => sql`
  left join lateral (${foremost(kind, 1)}) ${sql.raw(kind)} on true`;

/** First or last day of the articles that say edge `d`. */
const day = (of: 'min' | 'max'): RawBuilder<unknown> => sql`
  (select word from tally where edge = d.key and kind = 'day' order by word ${sql.raw(of === 'min' ? 'asc' : 'desc')} limit 1)`;

/** What an edge says that may change while it is there. */
type Saying = Pick<EdgeTable, 'role' | 'role_of' | 'place'> & Record<'first' | 'last', string | null>;

type Sums = Pick<EdgeChange, 'weight' | 'doubt' | 'sentences' | 'unnamed'> & {
  sources: number;
  /** Null where they are to be counted. */
  publishers: number | null;
};
type Summed = EdgeChange & Sums & { before: Saying | undefined; moreWeight: number };

const saying = sql`role, role_of, place, since as first, until as last`;

/** The sums of edges after these changes. */
async function summed(tx: Tx, changes: readonly EdgeChange[], { sources, published }: Named): Promise<Summed[]> {
  const keys = changes.map(({ key }) => key);
  const { rows } = await sql<Sums & Saying & { key: string }>`
    select key, weight, doubt::float8, sentences, sources, publishers, unnamed, ${saying} from edge where key = any(${keys})`.execute(
    tx,
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  return changes.map((change) => {
    const old = known.get(change.key);
    return {
      ...change,
      before: old,
      moreWeight: change.weight,
      weight: (old?.weight ?? 0) + change.weight,
      doubt: (old?.doubt ?? 0) + change.doubt,
      sentences: (old?.sentences ?? 0) + change.sentences,
      sources: (old?.sources ?? 0) + (sources.get(change.key) ?? 0),
      publishers: published.has(change.key) ? null : (old?.publishers ?? 0),
      unnamed: (old?.unnamed ?? 0) + change.unnamed,
    };
  });
}

/** Writes the sums of edges, and what their words say now. @returns what each says */
async function writeEdges(tx: Tx, edges: readonly Summed[]): Promise<Map<string, Saying>> {
  if (edges.length === 0) return new Map();
  const rows = edges.map(({ before: _, ...edge }) => ({ ...edge, confidence: jointConfidence(edge.doubt) }));
  // an edge's key tells its ends, type, date and modality: these never change
  const written = await sql<Saying & { key: string }>`
    insert into edge (key, source, target, undirected, type, date, modality, weight, doubt, sentences, sources,
      publishers, unnamed, confidence, predicate, role, role_of, details, place, attributed_to, since, until)
    select d.key, d.source, d.target, d.undirected, d.type, d.date, d.modality, d.weight, d.doubt, d.sentences,
      d.sources,
      coalesce(d.publishers, (select count(distinct ${folded}) from tally where edge = d.key and kind = 'publisher')),
      d.unnamed, d.confidence, predicate.word, substr(role.word, 8),
      case when role.word like 'target:%' then 'target' end, details.word, place.word,
      array(select word from (${foremost('source', LISTED_SOURCES)}) named),
      coalesce(d.since, ${day('min')}), coalesce(d.until, ${day('max')})
    from json_to_recordset(${jsonRows(rows)}::json) as d(key text, source text, target text, undirected boolean,
      type text, date text, modality text, since text, until text, weight int, doubt bigint, sentences int,
      sources int, publishers int, unnamed int, confidence double precision)
    ${commonest('predicate')} ${commonest('role')} ${commonest('details')} ${commonest('place')}
    on conflict (key) do update set weight = excluded.weight, doubt = excluded.doubt, sentences = excluded.sentences,
      sources = excluded.sources, publishers = excluded.publishers, unnamed = excluded.unnamed,
      confidence = excluded.confidence, predicate = excluded.predicate,
      role = excluded.role, role_of = excluded.role_of, details = excluded.details, place = excluded.place,
      attributed_to = excluded.attributed_to, since = excluded.since, until = excluded.until
    returning key, ${saying}`.execute(tx);
  return new Map(written.rows.map(({ key, ...now }) => [key, now]));
}

/** An edge of which a sum or a word changed. */
export interface Changed {
  edge: EdgeChange;
  /** It came or went. */
  isOther: boolean;
  /** It came or went, or its role, place or days are others than before. */
  saysOther: boolean;
}

function changed(edge: Summed, now: Saying | undefined): Changed {
  const { before } = edge;
  const isOther = before === undefined || now === undefined;
  const saysOther =
    isOther ||
    before.role !== now.role ||
    before.role_of !== now.role_of ||
    before.place !== now.place ||
    before.first !== now.first ||
    before.last !== now.last;
  return { edge, isOther, saysOther };
}

const tieChange = ({ source, target, weight, moreWeight, before }: Summed): TieChange => ({
  source,
  target,
  weight: moreWeight,
  edges: Number(weight > 0) - Number(before !== undefined),
});

/** Brings edges up to date after articles came or went: afterwards they are what `sumUp` makes of all their statements. */
export async function applyChanges(tx: Tx, changes: EdgeChanges): Promise<Changed[]> {
  const edges = changes.edges();
  if (edges.length === 0) return [];
  const after = await summed(tx, edges, await countWords(tx, changes.words()));
  const gone = after.filter(({ weight }) => weight <= 0).map(({ key }) => key);
  if (gone.length > 0) await sql`delete from edge where key = any(${gone})`.execute(tx);
  const now = await writeEdges(
    tx,
    after.filter(({ weight }) => weight > 0),
  );
  await countTies(
    tx,
    after.map(tieChange).filter(({ weight, edges }) => weight !== 0 || edges !== 0),
  );
  return after.map((edge) => changed(edge, now.get(edge.key)));
}

/** The nodes at their ends. */
export const endsOf = (changes: readonly Changed[]): string[] => [
  ...new Set(changes.flatMap(({ edge }) => [edge.source, edge.target])),
];
