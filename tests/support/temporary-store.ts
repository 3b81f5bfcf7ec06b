import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';

/** An empty, closed store; whoever asks for it removes it. */
export interface Place {
  /** What `openStore` takes. */
  where: string;
  remove(): Promise<void>;
}

/** A folder with an empty, closed store in it; whoever asks for it removes it. */
export async function copiedStore(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
  await cp(inject('storeTemplate'), folder, { recursive: true });
  return folder;
}

/** A folder with an empty, closed store, which goes when the test is over. */
export async function storeFolder(): Promise<string> {
  const folder = await copiedStore();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function onServer(address: string, sql: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of the tests' PostgreSQL. @param template what it is made from; an empty store where absent */
export async function copiedDatabase(template = 'dateline_template'): Promise<Place> {
  const address = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(address, `create database ${name} template ${template}`);
  const where = Object.assign(new URL(address), { pathname: `/${name}` }).href;
  return { where, remove: () => onServer(address, `drop database ${name} with (force)`) };
}

/** An empty store of the kind that the project tests: embedded, or in PostgreSQL. */
export async function emptyPlace(): Promise<Place> {
  if (inject('postgres') !== undefined) return copiedDatabase();
  const folder = await copiedStore();
  return { where: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Where an empty, closed store is, which goes when the test is over. */
export async function temporaryPlace(): Promise<string> {
  const { where, remove } = await emptyPlace();
  onTestFinished(remove);
  return where;
}

/** An empty store that goes when the test is over. */
export async function temporaryStore(): Promise<Store> {
  const { where, remove } = await emptyPlace();
  const store = await openStore(where);
  onTestFinished(async () => {
    await store.close();
    await remove();
  });
  return store;
}
