import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { preparing } from './named.ts';
import type { Database, Db } from './schema.ts';

/** How alike a word must be to the one asked for; below pg_trgm's 0.6, so that two letters that changed places pass. */
const WORD_SIMILARITY = '0.3';

/** A store that is open, of either kind. */
export interface Connection {
  db: Db;
  /** What to call it in messages: 'graph folder "data"'. */
  name: string;
  /** False once it was closed, or another process may have taken it over. */
  isOurs(): boolean;
  /** To be told each time that an article came or went. */
  upkeep(): Promise<void>;
  close(): Promise<void>;
}

/** Both kinds of store are reached through `pg`: the same driver, types and errors. */
export function connect(pool: Pool): Db {
  pool.on('error', () => {}); // an idle connection broke: the next query opens another
  pool.on('connect', (client) => client.on('error', () => {})); // one in use: its query fails, the process goes on
  return new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: preparing(pool),
      onCreateConnection: async (connection) => {
        await connection.executeQuery(
          // questions here are answered by indexes, in less time than helpers take to start
          CompiledQuery.raw(`select set_config('pg_trgm.word_similarity_threshold', '${WORD_SIMILARITY}', false),
            set_config('max_parallel_workers_per_gather', '0', false), set_config('random_page_cost', '1.1', false),
            set_config('jit', 'off', false)`),
        );
      },
    }),
  });
}
