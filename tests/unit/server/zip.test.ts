import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { zip } from '../../../src/server/publish/zip.ts';

async function* files() {
  yield { path: 'index.html', content: '<!doctype html>' };
  yield { path: 'published/graph — ü.json', content: new Uint8Array([0, 1, 2, 255]) };
}

async function archive(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zip(files())) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a zip archive', () => {
  it('gives back its files under their names', async () => {
    const read = await fromBufferPromise(await archive());
    const found: [string, string][] = [];
    for await (const entry of read.eachEntry()) {
      const pieces: Buffer[] = [];
      for await (const piece of await read.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece));
      found.push([entry.fileName, Buffer.concat(pieces).toString('hex')]);
    }
    expect(found).toEqual([
      ['index.html', Buffer.from('<!doctype html>').toString('hex')],
      ['published/graph — ü.json', '000102ff'],
    ]);
  });

  it('is the same for the same files', async () => {
    expect(await archive()).toEqual(await archive());
  });
});
