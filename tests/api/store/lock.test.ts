import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/index.ts';
import { startChild } from '../../support/child.ts';
import { plain } from '../../support/plain-reader.ts';
import { storeFolder } from '../../support/temporary-store.ts';

describe('a graph folder', () => {
  it('is closed to a second process, which is told whose it is, and open again once the first was killed', async () => {
    const folder = await storeFolder();
    const child = startChild('adding-process.ts', folder);
    await child.line(1);
    await expect(openStore(folder)).rejects.toMatchObject({
      code: 'store-locked',
      message: expect.stringContaining(`"${folder}" is open in another process (pid ${child.process.pid})`),
    });
    await child.kill();
    const store = await openStore(folder);
    await store.close();
  });

  it('is closed to a second opening in one process', async () => {
    const folder = await storeFolder();
    const store = await openStore(folder);
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store-locked' });
    await store.close();
  });

  it('keeps what was added when it is closed and opened again', async () => {
    const folder = await storeFolder();
    const first = await openStore(folder);
    await first.addExtraction(plain('Mara Ilves met Tomas Reyl.'));
    await first.close();
    const second = await openStore(folder);
    expect(await second.counts()).toEqual({ articles: 1, entities: 2, edges: 1 });
    await second.close();
  });

  it('that was closed says so', async () => {
    const store = await openStore(await storeFolder());
    await store.close();
    await expect(store.counts()).rejects.toMatchObject({ code: 'store-closed' });
  });

  it('that cannot be one is a problem that names it', async () => {
    const folder = await storeFolder();
    await writeFile(join(folder, 'file'), 'no folder');
    await expect(openStore(join(folder, 'file', 'store'))).rejects.toMatchObject({ code: 'store-unreadable' });
  });

  it('is made where its making was cut off', { timeout: 120_000 }, async () => {
    const folder = join(await storeFolder(), 'new');
    await mkdir(join(folder, 'pg'), { recursive: true });
    await writeFile(join(folder, 'pg', 'PG_VERSION'), '18');
    const made: string[] = [];
    const store = await openStore(folder, { onCreate: (path) => made.push(path) });
    expect(made).toEqual([folder]);
    expect(await store.counts()).toEqual({ articles: 0, entities: 0, edges: 0 });
    await store.close();
  });
});
