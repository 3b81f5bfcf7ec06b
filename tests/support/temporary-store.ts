import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';

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

/** An empty store that goes when the test is over. */
export async function temporaryStore(): Promise<Store> {
  const folder = await copiedStore();
  const store = await openStore(folder);
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return store;
}
