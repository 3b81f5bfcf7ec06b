import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { Queue } from '../../src/ingest/index.ts';
import { openStore } from '../../src/store/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of an empty, closed store, to be copied. */
    storeTemplate: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const migrations = join(root, 'src/store/migrations');

/** Changes with whatever an empty store is made of. */
function version(): string {
  const hash = createHash('sha256');
  for (const name of ['@electric-sql/pglite', 'pg-boss'])
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Making a store takes some seconds, copying one a fraction: one is made before the tests, and kept for the next run. */
export default async function setup(project: TestProject): Promise<void> {
  const folder = join(root, 'node_modules/.cache/dateline', `store-${version()}`);
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    const making = await mkdtemp(`${folder}-`);
    const store = await openStore(making);
    await new Queue(store).install();
    await store.close();
    await rename(making, folder).catch(() => rm(making, { recursive: true })); // another run was faster
  }
  project.provide('storeTemplate', folder);
}
