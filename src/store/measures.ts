import { sql } from 'kysely';
import type { Measures } from '../graph/index.ts';
import { jsonRows } from './json.ts';
import type { Db } from './schema.ts';
import { inTransaction } from './transaction.ts';
import type { Unmeasured } from './views.ts';

/** Rows that are read or written at once; others' questions are answered between them. */
const BATCH = 20_000;

async function keysOf(db: Db): Promise<string[]> {
  const keys: string[] = [];
  for (;;) {
    const { rows } = await sql<{ key: string }>`
      select key from entity where key > ${keys.at(-1) ?? ''} order by key limit ${BATCH}`.execute(db);
    for (const { key } of rows) keys.push(key);
    if (rows.length < BATCH) return keys;
  }
}

interface Tie {
  key: string;
  source: string;
  target: string;
  weight: number;
}

async function* tiesOf(db: Db): AsyncIterable<Tie> {
  let after = '';
  for (;;) {
    const { rows } = await sql<Tie>`
      select key, source, target, weight from edge where key > ${after} and modality <> 'negated'
      order by key limit ${BATCH}`.execute(db);
    yield* rows;
    after = rows.at(-1)?.key ?? '';
    if (rows.length < BATCH) return;
  }
}

/** Null where nothing changed since the graph was measured. What is denied ties nothing. */
export async function unmeasured(db: Db): Promise<Unmeasured | null> {
  const { rows } = await sql<{ changes: string; measured: string }>`select changes, measured from revision`.execute(db);
  const [revision] = rows;
  if (revision === undefined || revision.changes === revision.measured) return null;
  const keys = await keysOf(db);
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const [source, target, weight]: number[][] = [[], [], []];
  for await (const tie of tiesOf(db)) {
    const [from, to] = [indexOf.get(tie.source), indexOf.get(tie.target)];
    if (from === undefined || to === undefined) continue; // it came meanwhile: next time
    source?.push(from);
    target?.push(to);
    weight?.push(tie.weight);
  }
  return {
    revision: revision.changes,
    keys,
    source: Uint32Array.from(source ?? []),
    target: Uint32Array.from(target ?? []),
    weight: Uint32Array.from(weight ?? []),
  };
}

/** Keeps what was worked out, in the place of what was there. */
export function keepMeasures(db: Db, { revision, keys }: Unmeasured, { community, rank }: Measures): Promise<void> {
  const rows = keys.map((entity, index) => ({ entity, community: community[index] ?? 0, rank: rank[index] ?? 0 }));
  return inTransaction(db, async (tx) => {
    await sql`delete from measure`.execute(tx);
    for (let at = 0; at < rows.length; at += BATCH)
      await sql`
        insert into measure (entity, community, rank)
        select entity, community, rank from json_to_recordset(${jsonRows(rows.slice(at, at + BATCH))}::json)
          as m(entity text, community int, rank double precision)
        on conflict (entity) do update set community = excluded.community, rank = excluded.rank`.execute(tx);
    // last: whoever brings an article waits for this row
    await sql`update revision set measured = ${revision}`.execute(tx);
  });
}
