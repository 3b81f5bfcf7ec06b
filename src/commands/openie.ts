import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { filesOf, makeArticle, readTextFile } from '../article/index.ts';
import { requireEnglish } from '../extract.ts';
import { loadModel, type Model, read } from '../language/index.ts';
import { Problem } from '../problem.ts';
import { writeTuples } from '../relations/index.ts';
import { reportProblem } from './report.ts';

/**
 * `dateline build --format openie`: articles → their propositions as text, a line each, tab-separated. A file that
 * cannot be read is reported and the others are read all the same; the command then fails at its end.
 */
export async function buildTuples(paths: string[], options: { out?: string; outDir?: string }): Promise<void> {
  const files = await filesOf(paths);
  if (files.length === 0) throw new Problem('not-found', { title: 'there are no text files in what was named' });
  const { out, outDir } = options;
  if (outDir !== undefined) await mkdir(outDir, { recursive: true });
  const model = loadModel();
  const written = new Set<string>();
  let failed = 0;
  for (const file of files) {
    try {
      const lines = Readable.from(await tuplesOf(file, model));
      const target = outDir === undefined ? out : join(outDir, `${basename(file, extname(file))}.tsv`);
      if (target === undefined) await pipeline(lines, process.stdout, { end: false });
      else await pipeline(lines, createWriteStream(target, { flags: written.has(target) ? 'a' : 'w' }));
      if (target !== undefined) written.add(target);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed++;
      reportProblem(error);
    }
  }
  if (failed > 0)
    throw new Problem('unreadable-file', { title: `${failed} of ${files.length} files could not be read` });
}

async function tuplesOf(file: string, model: Model): Promise<Generator<string>> {
  const article = makeArticle(await readTextFile(file), {}, `file "${file}"`);
  requireEnglish(article.text, `file "${file}"`);
  return writeTuples(article.text, read(article, model));
}
