import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, articlesOf, type ReadingOptions } from '../../src/article/index.ts';
import { Problem } from '../../src/problem.ts';

export type Read = (Article & { name: string }) | { problem: string; says: string };

/** Every article that paths lead to, or what its problem says. Any other error is thrown. */
export async function gather(paths: readonly string[], options: ReadingOptions = {}): Promise<Read[]> {
  const all: Read[] = [];
  for await (const { name, load } of articlesOf(paths, options)) {
    try {
      all.push({ name, ...(await load()) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      all.push({ problem: error.code, says: [error.message, error.text.detail].filter(Boolean).join(' ') });
    }
  }
  return all;
}

/** Reads a file of this name and content, from a folder that is gone afterwards and from names in errors. */
export async function readFileOf(
  fileName: string,
  content: string | Uint8Array,
  options: ReadingOptions = {},
): Promise<Read[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-form-'));
  try {
    await writeFile(join(folder, fileName), content);
    return (await gather([join(folder, fileName)], options)).map((read) =>
      'problem' in read
        ? { ...read, says: read.says.replaceAll(`${folder}/`, '') }
        : { ...read, name: read.name.replaceAll(`${folder}/`, '') },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The one article of such a file, with its blocks' words; its problem is thrown. */
export async function readOne(fileName: string, content: string | Uint8Array) {
  const [read, ...others] = await readFileOf(fileName, content);
  if (!read || others.length > 0) throw new Error(`${others.length + 1} articles`);
  if ('problem' in read) throw new Error(read.says);
  return { ...read, said: read.blocks.map(({ kind, start, end }) => [kind, read.text.slice(start, end)]) };
}
