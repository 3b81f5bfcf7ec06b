import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { filesOf, makeArticle, readTextFile } from '../article/index.ts';
import { extract } from '../extract.ts';
import type { Extraction } from '../extraction.ts';
import { FORMAT_NAMES, FORMATS, type FormatName, writeGraph } from '../formats/index.ts';
import { foldGraph } from '../graph/index.ts';
import { loadModel, type Model } from '../language/index.ts';
import { Problem } from '../problem.ts';
import { buildTuples } from './openie.ts';
import { reportProblem } from './report.ts';

/** What `--format` may name: a graph's format, or the propositions of the text. */
export const BUILD_FORMATS: readonly string[] = [...FORMAT_NAMES, 'openie'];

interface BuildOptions {
  format: FormatName;
  out?: string;
  outDir?: string;
  date?: string;
}

/**
 * `dateline build`: articles → graph, without a store. A file that cannot be read is reported and the others are
 * read all the same; the command then fails at its end.
 */
export async function build(
  paths: string[],
  { format, ...rest }: Omit<BuildOptions, 'format'> & { format: FormatName | 'openie' },
): Promise<void> {
  if (format === 'openie') return buildTuples(paths, rest);
  const options: BuildOptions = { format, ...rest };
  const files = await filesOf(paths);
  if (files.length === 0) throw new Problem('not-found', { title: 'there are no text files in what was named' });
  if (options.outDir) await mkdir(options.outDir, { recursive: true });
  const targets = options.outDir ? targetsOf(files, options.outDir, options.format) : null;
  const model = loadModel();
  const read: Extraction[] = [];
  let failed = 0;
  for (const [index, file] of files.entries()) {
    showProgress(index, files);
    try {
      const extraction = await readFrom(file, model, options.date);
      const target = targets?.get(file);
      if (target) await write([extraction], options.format, target);
      else read.push(extraction);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed++;
      reportProblem(error);
    }
  }
  if (!options.outDir && read.length > 0) await write(read, options.format, options.out);
  if (failed > 0)
    throw new Problem('unreadable-file', { title: `${failed} of ${files.length} files could not be read` });
}

async function readFrom(file: string, model: Model, date: string | undefined): Promise<Extraction> {
  const what = `file "${file}"`;
  const text = await readTextFile(file);
  const said = makeArticle(text, {}, what);
  return extract(said.date || !date ? said : makeArticle(text, { date }, what), model, what);
}

/**
 * One file an article, named after it.
 *
 * @throws Problem `invalid-request` where two articles would be written to one file
 */
function targetsOf(files: readonly string[], folder: string, format: FormatName): Map<string, string> {
  const owner = new Map<string, string>();
  for (const file of files) {
    const target = join(folder, `${basename(file, extname(file))}.${FORMATS[format].extension}`);
    const other = owner.get(target);
    if (other !== undefined) {
      throw new Problem('invalid-request', {
        title: `"${other}" and "${file}" would both be written to "${target}"`,
        hint: 'Rename one of them, or build them one after the other',
      });
    }
    owner.set(target, file);
  }
  return new Map([...owner].map(([target, file]) => [file, target]));
}

async function write(extractions: readonly Extraction[], format: FormatName, target?: string): Promise<void> {
  const pieces = Readable.from(writeGraph(foldGraph(extractions), format));
  if (target === undefined) await pipeline(pieces, process.stdout, { end: false });
  else await pipeline(pieces, createWriteStream(target));
}

function showProgress(done: number, files: readonly string[]): void {
  if (!process.stderr.isTTY || files.length < 2) return;
  process.stderr.write(`\r\u001B[Kreading ${done + 1} of ${files.length}: ${basename(files[done] ?? '')}`);
  if (done + 1 === files.length) process.stderr.write('\r\u001B[K');
}
