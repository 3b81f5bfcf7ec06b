import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { Queue } from '../../src/ingest/index.ts';
import { openStore } from '../../src/store/index.ts';
import { startPostgres } from './postgres-server.ts';

/** A database with an empty store in it, from which those of the tests are made. */
export const TEMPLATE = 'dateline_template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server's own database; absent where the tests run on embedded stores. */
    postgres: string;
  }
}

/** Brings up a PostgreSQL for the tests, and takes it down after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const store = await openStore(server.url(TEMPLATE));
  await new Queue(store).install();
  await store.close();
  project.provide('postgres', server.url('postgres'));
  return () => server.stop();
}
