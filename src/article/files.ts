import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { Problem } from '../problem.ts';
import { decode } from './decode.ts';
import { failing, type Incoming, type ReadingOptions } from './incoming.ts';
import { fileInput, Input } from './input.ts';
import { articlesIn, isWanted } from './open.ts';

/**
 * The articles that people name: files of any form, folders, patterns ("news/*.html"), addresses of the web, and "-"
 * for standard input. In the order of the names, the files of a folder or pattern sorted, each file once.
 *
 * They are found as they are asked for, and a file of many articles is read as they are taken, so that there may be
 * any number: take one, load it once, take the next. What cannot be read stands in its place and fails, with a Problem, when
 * it is loaded; the rest goes on.
 *
 * @throws what `options.signal` was aborted with, and nothing else
 */
export async function* articlesOf(paths: readonly string[], options: ReadingOptions = {}): AsyncGenerator<Incoming> {
  const seen = new Set<string>();
  for (const path of paths) {
    options.signal?.throwIfAborted();
    try {
      if (path === '-') yield* articlesIn(standardInput(options), options);
      else if (isAddress(path)) yield* articlesIn(await fetched(path, options), options);
      else yield* articlesAt(path, seen, options);
    } catch (cause) {
      options.signal?.throwIfAborted();
      if (!(cause instanceof Problem)) throw cause;
      yield failing(path, path, cause);
    }
  }
}

const standardInput = ({ stdin = process.stdin }: ReadingOptions): Input =>
  new Input({ what: 'standard input', origin: '-', fileName: '' }, stdin);

const isAddress = (path: string): boolean => /^https?:\/\//iu.test(path);

/** What speaks HTTP is loaded where it is needed. */
async function fetched(address: string, options: ReadingOptions): Promise<Input> {
  const { fetchInput } = await import('./fetch.ts');
  return fetchInput(address, options);
}

/** @throws Problem `not-found` */
async function* articlesAt(path: string, seen: Set<string>, options: ReadingOptions): AsyncGenerator<Incoming> {
  const info = await stat(path).catch(() => null);
  if (info && !info.isDirectory()) {
    if (seen.has(resolve(path))) return;
    seen.add(resolve(path));
    yield* articlesIn(fileInput(path, info.isFile()), options);
    return;
  }
  const files = info ? await filesBelow(path) : await filesLike(path);
  if (files.length === 0) throw new Problem('not-found', nothingAt(path, info !== null));
  for (const file of files) {
    if (seen.has(resolve(file))) continue;
    seen.add(resolve(file));
    yield* articlesIn(fileInput(file), options);
  }
}

function nothingAt(path: string, isFolder: boolean) {
  if (isFolder) return { title: `folder "${path}" has no file of a form that can be read` };
  if (isDynamicPattern(path)) return { title: `there is no file like "${path}"` };
  return { title: `there is no file or folder "${path}"` };
}

/** All files below a folder that are of a known form. */
async function filesBelow(folder: string): Promise<string[]> {
  const found = await glob('**/*', { cwd: folder, ignore: ['**/node_modules/**'], followSymbolicLinks: false });
  return found
    .filter(isWanted)
    .sort()
    .map((file) => join(folder, file));
}

const filesLike = async (pattern: string): Promise<string[]> =>
  isDynamicPattern(pattern)
    ? (await glob(pattern, { expandDirectories: false, absolute: isAbsolute(pattern) })).sort()
    : [];

/**
 * The text of a plain text file. UTF-8 is kept as it stands there: no character is added, changed or trimmed.
 *
 * @throws Problem `unreadable-file`, `too-large`, `empty-text` or `not-text`, with the file's name
 */
export async function readTextFile(file: string): Promise<string> {
  const input = fileInput(file);
  return decode(await input.bytes(), input.what);
}
