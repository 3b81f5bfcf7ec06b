import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, readTextFile } from '../../../src/article/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-files-'));
  await mkdir(join(folder, 'deeper'));
  await writeFile(join(folder, 'b.txt'), 'two');
  await writeFile(join(folder, 'a.md'), 'one');
  await writeFile(join(folder, 'README.md'), 'a note');
  await writeFile(join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]));
  await writeFile(join(folder, 'deeper', 'c.txt'), '\uFEFF three \r\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('files of a folder', () => {
  it('finds the texts below it in order, without notes and pictures', async () => {
    expect(await filesOf([folder])).toEqual(['a.md', 'b.txt', 'deeper/c.txt'].map((name) => join(folder, name)));
  });

  it('takes a file once that is named twice', async () => {
    expect(await filesOf([join(folder, 'b.txt'), folder])).toHaveLength(3);
  });

  it('says which path leads nowhere', async () => {
    await expect(filesOf([join(folder, 'none')])).rejects.toThrow(/there is no file or folder ".*none"/u);
  });
});

describe('a text file', () => {
  it('keeps every character, a byte order mark and blanks at the ends too', async () => {
    expect(await readTextFile(join(folder, 'deeper', 'c.txt'))).toBe('\uFEFF three \r\n');
  });

  it('is refused by name where it is not UTF-8', async () => {
    await expect(readTextFile(join(folder, 'photo.jpg'))).rejects.toThrow(/file ".*photo\.jpg" is not UTF-8 text/u);
  });
});
