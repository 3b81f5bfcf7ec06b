import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesOf, readTextFile } from '../../../src/article/index.ts';
import { gather } from '../../support/articles.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-files-'));
  await mkdir(join(folder, 'deeper'));
  await writeFile(join(folder, 'b.txt'), 'two');
  await writeFile(join(folder, 'a.md'), 'one');
  await writeFile(join(folder, 'README.md'), 'a note');
  await writeFile(join(folder, '.hidden.txt'), 'a secret');
  await writeFile(join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  await writeFile(join(folder, 'deeper', 'c.txt'), '\uFEFF three \r\n');
});
afterAll(() => rm(folder, { recursive: true }));

const found = async (...paths: string[]) => {
  const names: string[] = [];
  for await (const { name } of articlesOf(paths)) names.push(name.replaceAll(`${folder}/`, ''));
  return names;
};

describe('what people name', () => {
  it('is a folder, with the files below it in order, without notes, pictures and hidden files', async () => {
    expect(await found(folder)).toEqual(['file "a.md"', 'file "b.txt"', 'file "deeper/c.txt"']);
  });

  it('is a pattern', async () => {
    expect(await found(join(folder, '**/*.txt'))).toEqual(['file "b.txt"', 'file "deeper/c.txt"']);
  });

  it('is read once where it is named twice', async () => {
    expect(await found(join(folder, 'b.txt'), folder, join(folder, '*.txt'))).toHaveLength(3);
  });

  it('is standard input, whatever its form', async () => {
    const stdin = (async function* () {
      yield Buffer.from('{"text": "The port ');
      yield Buffer.from('opened.", "date": "2021-05-03"}');
    })();
    const [article] = await gather(['-'], { stdin });
    expect(article).toMatchObject({ name: 'standard input', text: 'The port opened.', date: '2021-05-03' });
  });

  it('that leads nowhere fails by name, and the rest is read', async () => {
    const read = await gather([join(folder, 'none'), join(folder, '*.pdf'), join(folder, 'b.txt')]);
    expect(read).toEqual([
      { problem: 'not-found', says: expect.stringMatching(/there is no file or folder ".*none"/u) },
      { problem: 'not-found', says: expect.stringMatching(/there is no file like ".*\*\.pdf"/u) },
      expect.objectContaining({ text: 'two' }),
    ]);
  });

  it('fails where a folder has nothing that can be read', async () => {
    await mkdir(join(folder, '.empty'));
    expect(await gather([join(folder, '.empty')])).toEqual([
      { problem: 'not-found', says: expect.stringMatching(/\.empty" has no file of a form that can be read/u) },
    ]);
  });
});

describe('a text file', () => {
  it('keeps every character, a byte order mark and blanks at the ends too', async () => {
    expect(await readTextFile(join(folder, 'deeper', 'c.txt'))).toBe('\uFEFF three \r\n');
  });

  it('is refused by name where it is a picture', async () => {
    await expect(readTextFile(join(folder, 'photo.jpg'))).rejects.toThrow(
      /file ".*photo\.jpg" is a picture, not text/u,
    );
  });

  it('is refused by name where it is not there', async () => {
    await expect(readTextFile(join(folder, 'gone.txt'))).rejects.toThrow(/could not read file ".*gone\.txt"/u);
  });
});
