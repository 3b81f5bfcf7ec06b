import { sql } from 'kysely';
import { bySource, evidenceOf } from '../../graph/index.ts';
import type { DirectedFilter, Page, PageQuery } from '../queries.ts';
import { byEdge, propositionOf, type SaidRow, selectSaid } from '../said.ts';
import type { Db, EdgeTable } from '../schema.ts';
import type { EdgeView, EvidenceView, NodeRef, SourceRef } from '../views.ts';
import { contradictionsOf } from './contradictions.ts';
import { decodeCursor, NumberNumberString, pageOf } from './cursor.ts';
import { coming, fits, leaving } from './filter.ts';
import { nodeKey } from './node-key.ts';
import { edgeRow } from './rows.ts';

async function refs(db: Db, keys: Iterable<string>): Promise<Map<string, NodeRef>> {
  const found = await sql<NodeRef>`
    select key, label, type from entity where key = any(${[...new Set(keys)]})`.execute(db);
  return new Map(found.rows.map((ref) => [ref.key, ref]));
}

/** Words stay words; a key becomes its node. */
const sourceRef = (nodes: ReadonlyMap<string, NodeRef>, source: string): SourceRef =>
  nodes.get(source) ?? { label: source };

/** Statements of one edge as its evidence: each sentence once, in the order of articles and text. */
function evidenceViews(said: readonly SaidRow[], nodes: ReadonlyMap<string, NodeRef>): EvidenceView[] {
  const sorted = said
    .map((row) => ({ row, proposition: propositionOf(row) }))
    .sort((a, b) => bySource(a.proposition, b.proposition));
  const once = new Map(sorted.map(({ row, proposition }) => [JSON.stringify(evidenceOf(proposition)), row]));
  return [...once.values()].map((row) => ({
    ...row.evidence,
    article: row.article,
    articleTitle: row.article_title,
    articleDate: row.article_date,
    articleSource: row.article_source,
    articleUrl: row.article_url,
    predicate: row.predicate,
    modality: row.modality,
    attributedTo: row.attributed_to.map((source) => sourceRef(nodes, source)),
    confidence: row.confidence,
  }));
}

/** Edges with their evidence and the nodes that they name, in the given order: two queries, however many. */
async function views(db: Db, rows: readonly EdgeTable[]): Promise<EdgeView[]> {
  if (rows.length === 0) return [];
  const said = await sql<SaidRow>`${selectSaid} where s.edge = any(${rows.map(({ key }) => key)})`.execute(db);
  const named = rows.flatMap((row) => [row.source, row.target, row.place ?? [], row.attributed_to].flat());
  const nodes = await refs(db, [...named, ...said.rows.flatMap((row) => row.attributed_to)]);
  const evidence = byEdge(said.rows);
  const contradicted = await contradictionsOf(
    db,
    rows.map(({ key }) => key),
  );
  const ref = (key: string): NodeRef => {
    const node = nodes.get(key);
    if (node === undefined) throw new Error(`edge names node "${key}", which is not there`);
    return node;
  };
  return rows.map(edgeRow).map(({ key, source, target, undirected, place, attributedTo, ...attributes }) => {
    return {
      key,
      undirected,
      source: ref(source),
      target: ref(target),
      attributes: {
        ...attributes,
        ...(place !== undefined && { place: ref(place) }),
        attributedTo: attributedTo.map((name) => sourceRef(nodes, name)),
      },
      evidence: evidenceViews(evidence.get(key) ?? [], nodes),
      contradictions: contradicted.get(key) ?? 0,
    };
  });
}

export async function edge(db: Db, key: string): Promise<EdgeView | null> {
  const row = await db.selectFrom('edge').selectAll().where('key', '=', key).executeTakeFirst();
  if (row === undefined) return null;
  const [view] = await views(db, [row]);
  return view ?? null;
}

export async function entityEdges(
  db: Db,
  name: string,
  query: PageQuery & DirectedFilter,
): Promise<Page<EdgeView> | null> {
  const key = await nodeKey(db, name);
  if (key === null) return null;
  const from = decodeCursor(query.after, NumberNumberString);
  const found = await sql<EdgeTable>`
    select * from edge
    where ((source = ${key} and ${leaving(query)}) or (target = ${key} and ${coming(query)})) and ${fits(query)}
    and (${from === null} or (-weight, -sentences, key) > (${from?.[0] ?? 0}, ${from?.[1] ?? 0}, ${from?.[2] ?? ''}))
    order by -weight, -sentences, key limit ${query.limit + 1}`.execute(db);
  const page = pageOf(
    found.rows,
    query.limit,
    (row) => row,
    (row) => [-row.weight, -row.sentences, row.key],
  );
  return { items: await views(db, page.items), next: page.next };
}
