import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../src/store/connection.ts';
import { openEmbedded } from '../../../src/store/pglite.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { startPostgres } from '../../support/postgres-server.ts';

export type Kind = 'PGlite' | 'PostgreSQL';

/** Runs on an empty store of its own, which is gone afterwards. */
export async function onEmptyStore(kind: Kind, work: (connection: Connection) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-scale-'));
  const server = kind === 'PostgreSQL' ? await startPostgres() : null;
  try {
    const connection = server === null ? await openEmbedded(folder) : await openPostgres(server.url('postgres'));
    await work(connection).finally(() => connection.close());
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
