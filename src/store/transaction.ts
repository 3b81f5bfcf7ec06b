import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import { runIn } from './run-sql.ts';
import type { Db, Tx } from './schema.ts';
import type { Alongside } from './store.ts';

/** Key of the lock on all tables that are derived; any number that nobody else uses in the database. */
const DERIVING = 7_305_001;

/** Two that waited for each other: PostgreSQL ended one of them, which changed nothing. */
const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01';

const ATTEMPTS = 3;

/** Each statement sees what was committed before it, whatever the server's default is. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if (!isDeadlock(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Waits until no other transaction changes derived tables, and keeps others waiting until this one ends: each must
 * see what the one before made of them, and none can lock rows that another holds.
 *
 * All that is written then is found by keys. A plan that was made and kept while a table was small must not read it
 * from end to end when it is large.
 */
export async function deriveAlone(tx: Tx): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(${DERIVING}::bigint), set_config('enable_seqscan', 'off', true),
      set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
      set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx);
}

/** Lets several queries see the store as it is when the first begins, whatever is added or taken back meanwhile. */
export const atOnce = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);

/**
 * For the rest of a transaction in which all is found by keys: its plans are made once and kept. One for these very keys
 * takes longer to make than it takes to look them up, and is no better.
 */
export async function lookUp(tx: Db): Promise<void> {
  await sql`
    select set_config('plan_cache_mode', ${'force_generic_plan'}, true), set_config('enable_seqscan', ${'off'}, true)`.execute(
    tx,
  );
}

/**
 * Does what is to happen in the same transaction.
 *
 * @throws Problem `superseded`, which has the transaction undone, where that says no
 */
export async function finish(tx: Tx, alongside: Alongside | undefined): Promise<void> {
  if (alongside === undefined || (await alongside(runIn(tx)))) return;
  throw new Problem('superseded', { title: 'a newer version of the article took its place while it was read' });
}
