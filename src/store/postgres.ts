import { sql } from 'kysely';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { type Connection, connect } from './connection.ts';
import { migrate } from './migrations/index.ts';
import type { Db } from './schema.ts';

/** Sessions of one process; writes wait for each other, reads need not. */
const SESSIONS = 8;
/** For a free session, too: they are all taken while writers wait for each other. */
const LONGEST_WAIT = 60_000;

/** The first PostgreSQL whose SQL is known to be enough, as `server_version_num` has it. */
const OLDEST = 150_000;

export const isPostgresUrl = (place: string): boolean => /^postgres(?:ql)?:\/\//u.test(place);

/** The address without password and parameters, to be shown. */
export function nameOfDatabase(url: string): string {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    return `${protocol}//${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Node says `ECONNREFUSED` and its like, `pg` says it in words, PostgreSQL in SQLSTATEs (Appendix A). */
const isAway = (error: unknown): boolean =>
  /^(?:E(?:CONN|AI_|NOTFOUND|PIPE|HOST|NET|TIMEDOUT)|08|57P0|53300)/u.test(codeOf(error)) ||
  (error instanceof Error && /^(?:Connection terminated|timeout exceeded when trying to connect)/u.test(error.message));

/** Aggregate errors (each address of a host was tried) have no message of their own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** A connection that broke or could not be had, as a problem; any other error as it is. */
export function asProblem(cause: unknown, name: string): unknown {
  if (!isAway(cause)) return cause;
  const hint = 'Check that it runs and that the address is right, then try again';
  return new Problem(
    'store-unreachable',
    { title: `${name} cannot be reached`, detail: wordsOf(cause), hint },
    { cause },
  );
}

/** What a person can do about the SQLSTATE that opening ended with. */
const CURES: Readonly<Record<string, string>> = {
  '28P01': 'Check user name and password in the address',
  '28000': 'Check user name and password in the address, and pg_hba.conf of the server',
  '3D000': 'Make it with "create database", or name another in the address',
  '42501':
    'Let its owner grant this user "create" on the database and on its schema, or run "create extension pg_trgm" there',
  '0A000': 'Install PostgreSQL\'s "contrib" modules on the server: pg_trgm is one of them',
  '58P01': 'Install PostgreSQL\'s "contrib" modules on the server: pg_trgm is one of them',
};

async function check(db: Db): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const [server] = rows;
  if (server === undefined) return;
  if (server.version < OLDEST) throw new Error(`PostgreSQL 15 or newer is needed, and this is ${server.version / 1e4}`);
  if (server.encoding !== 'UTF8') throw new Error(`its encoding is ${server.encoding}, and must be UTF8`);
}

/**
 * Opens the store in a PostgreSQL database, and makes its tables there or brings them up to date. Any number of
 * processes may have it open.
 *
 * @param url postgres://user:password@host:port/database
 * @throws Problem `store-unreachable` where there is no answer, `store-unreadable` where the database cannot be used
 */
export async function openPostgres(url: string): Promise<Connection> {
  const name = `database "${nameOfDatabase(url)}"`;
  const unreadable = (cause: unknown) =>
    new Problem(
      'store-unreadable',
      { title: `${name} cannot be opened`, detail: wordsOf(cause), hint: CURES[codeOf(cause)] },
      { cause },
    );
  let db: Db;
  try {
    db = connect(
      new pg.Pool({
        connectionString: url,
        max: SESSIONS,
        connectionTimeoutMillis: LONGEST_WAIT,
        application_name: 'dateline',
      }),
    );
  } catch (cause) {
    throw unreadable(cause);
  }
  try {
    await check(db);
    await migrate(db);
  } catch (cause) {
    await db.destroy();
    throw isAway(cause) ? asProblem(cause, name) : unreadable(cause);
  }
  let ours = true;
  const close = async () => {
    ours = false;
    await db.destroy();
  };
  return { db, name, isOurs: () => ours, upkeep: async () => {}, close };
}
