import { sql } from 'kysely';
import { daysOf, edgeOf, resolve, sumUp } from '../graph/index.ts';
import { jsonRows } from './json.ts';
import { byEdge, propositionOf, type SaidRow, selectSaid, statementOf } from './said.ts';
import type { Tx } from './schema.ts';

/**
 * Finds the edges of all statements of these articles anew, after their entities went to other nodes.
 *
 * @returns the edges that they had, and those that they have
 */
export async function reattach(tx: Tx, articles: readonly string[]): Promise<string[]> {
  const touched = new Set<string>();
  for (const article of articles) {
    const entities = await tx
      .selectFrom('article_entity')
      .select('entity')
      .where('article', '=', article)
      .orderBy('index')
      .execute();
    const keys = entities.map(({ entity }) => entity);
    const said = await tx.selectFrom('statement').selectAll().where('article', '=', article).execute();
    const moved = said.flatMap((row) => {
      const edge = edgeOf(resolve(article, statementOf(row), keys))?.key ?? null;
      for (const key of [row.edge, edge]) if (key !== null) touched.add(key);
      return edge === row.edge ? [] : [{ index: row.index, edge }];
    });
    await sql`
      update statement s set edge = n.edge from json_to_recordset(${jsonRows(moved)}::json) as n(index int, edge text)
      where s.article = ${article} and s.index = n.index`.execute(tx);
  }
  return [...touched];
}

/** First and last day of an edge: of its date or, without one, of the articles that say it. */
function lifetime(date: string | undefined, said: readonly SaidRow[]): { since: string | null; until: string | null } {
  const days = date === undefined ? null : daysOf(date);
  if (days !== null) return { since: days.first, until: days.last };
  const reported = said.flatMap((row) => row.article_date ?? []).sort();
  return { since: reported[0] ?? null, until: reported.at(-1) ?? null };
}

function edgeRow(said: readonly SaidRow[]) {
  const propositions = said.map(propositionOf);
  const [first] = propositions;
  const ends = first && edgeOf(first);
  if (!ends) throw new Error('a statement hangs on an edge of one end');
  const { roleOf, attributedTo, evidence, ...edge } = sumUp(propositions, ends.source);
  return {
    ...ends,
    ...edge,
    ...lifetime(edge.date, said),
    role_of: roleOf,
    attributed_to: attributedTo,
    sentences: evidence.length,
  };
}

/**
 * Sums these edges up anew, as `foldGraph` does; those that no statement attests any more go.
 *
 * @returns the nodes at their ends
 */
export async function refreshEdges(tx: Tx, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const said = await sql<SaidRow>`${selectSaid} where s.edge = any(${[...keys]})`.execute(tx);
  const edges = [...byEdge(said.rows).values()].map(edgeRow);
  const attested = edges.map(({ key }) => key);
  const gone = await sql<{ source: string; target: string }>`
    delete from edge where key = any(${[...keys]}) and key <> all(${attested}) returning source, target`.execute(tx);
  // an edge's key tells its ends, type, date and modality: these never change
  await sql`
    insert into edge (key, source, target, undirected, type, predicate, role, role_of, details, date, place, modality,
      attributed_to, confidence, weight, sentences, since, until)
    select key, source, target, undirected, type, predicate, role, role_of, details, date, place, modality,
      array(select json_array_elements_text(attributed_to)), confidence, weight, sentences, since, until
    from json_to_recordset(${jsonRows(edges)}::json) as e(key text, source text, target text, undirected boolean,
      type text, predicate text, role text, role_of text, details text, date text, place text, modality text,
      attributed_to json, confidence double precision, weight int, sentences int, since text, until text)
    on conflict (key) do update set predicate = excluded.predicate, role = excluded.role, role_of = excluded.role_of,
      details = excluded.details, place = excluded.place, attributed_to = excluded.attributed_to,
      confidence = excluded.confidence, weight = excluded.weight, sentences = excluded.sentences,
      since = excluded.since, until = excluded.until`.execute(tx);
  return [...new Set([...gone.rows, ...edges].flatMap(({ source, target }) => [source, target]))];
}
