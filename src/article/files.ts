import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { glob } from 'tinyglobby';
import { Problem } from '../problem.ts';
import { decode } from './decode.ts';

/** Endings that a folder's files must have to be read; a file named by itself may have any. */
const TEXT_FILES = ['.txt', '.md', '.text'];
/** A file larger than this holds no article, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The text files that paths stand for: files as named, folders with all that is below them but hidden files and
 * notes named README. In the order of the paths, a folder's files sorted by name, each once.
 *
 * @throws Problem `not-found` where a path leads nowhere
 */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (!info) throw new Problem('not-found', { title: `there is no file or folder "${path}"` });
    if (!info.isDirectory()) files.add(path);
    else for (const file of await textFilesBelow(path)) files.add(file);
  }
  return [...files];
}

async function textFilesBelow(folder: string): Promise<string[]> {
  const found = await glob('**/*', { cwd: folder, ignore: ['**/README*', '**/node_modules/**'] });
  return found
    .filter((file) => TEXT_FILES.includes(extname(file).toLowerCase()))
    .sort()
    .map((file) => join(folder, file));
}

/**
 * The text of a file, as it stands there: no character is added, changed or trimmed.
 *
 * @throws Problem `unreadable-file`, `too-large`, `empty-text` or `not-text`, with the file's name
 */
export async function readTextFile(file: string): Promise<string> {
  const info = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (info.size > LARGEST) {
    throw new Problem('too-large', {
      title: `file "${file}" has ${Math.round(info.size / 1024 / 1024)} MB`,
      hint: `An article may have ${LARGEST / 1024 / 1024} MB. Divide the file`,
    });
  }
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  return decode(bytes, `file "${file}"`);
}

const unreadable = (file: string, cause: unknown): Problem =>
  new Problem(
    'unreadable-file',
    {
      title: `could not read file "${file}"`,
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Look whether it exists and may be read',
    },
    { cause },
  );
