import { CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';
import type { RunSql } from './store.ts';

/** Runs SQL on what may be a transaction; an error there is for the transaction to deal with. */
export const runIn =
  (db: Db): RunSql =>
  async (text, values = []) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]));
    return { rows };
  };

/** Runs SQL on a session for itself. A text may be several statements; those that begin a transaction end it, too. */
export const runAlone = (db: Db, text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> =>
  db.connection().execute(async (session) => {
    const run = runIn(session);
    try {
      return await run(text, values);
    } catch (error) {
      await run('rollback').catch(() => {}); // a transaction that the text began would swallow the next one's work
      throw error;
    }
  });
