import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { type Connection, connect } from './connection.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrations/index.ts';
import { PGliteStream } from './pglite-stream.ts';
import type { Db } from './schema.ts';
import { upkeepOf } from './upkeep.ts';

/** A query waits this long for those before it: PGlite has one session. */
const LONGEST_WAIT = 60_000;

export interface EmbeddedOptions {
  /** Told once, before a new store is made: that takes some seconds. */
  onCreate?: (folder: string) => void;
}

/** A pool of one: PGlite has one session. */
const poolOf = (lite: PGlite): pg.Pool =>
  new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: LONGEST_WAIT,
    stream: () => new PGliteStream(lite),
    user: 'postgres',
    database: 'postgres',
  });

/** Written last, so that a store whose making was cut off is made anew. */
const readyFile = (folder: string): string => join(folder, 'store.json');
const pagesFolder = (folder: string): string => join(folder, 'pg');

async function open(folder: string, options: EmbeddedOptions): Promise<{ lite: PGlite; db: Db }> {
  const pages = pagesFolder(folder);
  const isNew = !existsSync(readyFile(folder));
  if (isNew) {
    options.onCreate?.(folder);
    await rm(pages, { recursive: true, force: true });
  }
  // whoever was killed while writing it left it empty, and PostgreSQL would not start; the folder is ours alone
  await rm(join(pages, 'postmaster.pid'), { force: true });
  const lite = await PGlite.create(pages, { extensions: { pg_trgm } });
  const db = connect(poolOf(lite));
  try {
    await migrate(db);
    if (isNew) await writeFile(readyFile(folder), JSON.stringify({ store: 'pglite' }));
  } catch (error) {
    await db.destroy();
    await lite.close();
    throw error;
  }
  return { lite, db };
}

/**
 * Opens the store in a folder, or makes it there.
 *
 * @throws Problem `store-locked` where another process has it open, `store-unreadable` where it cannot be opened
 */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<Connection> {
  const folder = resolve(path);
  const name = `graph folder "${folder}"`;
  const unreadable = (cause: unknown) =>
    new Problem(
      'store-unreadable',
      {
        title: `${name} cannot be opened`,
        detail: cause instanceof Error ? cause.message : String(cause),
        hint: 'Check that the folder is writable and made by this version, or choose another with --data',
      },
      { cause },
    );
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  let ours = true;
  const unlock = await lockFolder(folder, () => {
    ours = false;
  });
  try {
    const { lite, db } = await open(folder, options);
    const close = async () => {
      ours = false;
      await db.destroy();
      await lite.close();
      await unlock();
    };
    return { db, name, isOurs: () => ours, upkeep: upkeepOf(db), close };
  } catch (cause) {
    await unlock();
    throw unreadable(cause);
  }
}
