import { sql } from 'kysely';
import type { Db, Tx } from './schema.ts';

/** Key of the lock on all tables that are derived; any number that nobody else uses in the database. */
const DERIVING = 7_305_001;

/** Each statement sees what was committed before it, whatever the server's default is. */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('read committed').execute(work);

/**
 * Waits until no other transaction changes derived tables, and keeps others waiting until this one ends: each must
 * see what the one before made of them, and none can lock rows that another holds.
 */
export async function deriveAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DERIVING}::bigint)`.execute(tx);
}

/** Lets several queries see the store as it is when the first begins, whatever is added or taken back meanwhile. */
export const atOnce = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
