import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { articlesOf, type Incoming, makeArticle } from '../article/index.ts';
import { extract } from '../extract.ts';
import type { Extraction } from '../extraction.ts';
import { FORMATS, type FormatName, writeGraph } from '../formats/index.ts';
import { foldGraph } from '../graph/index.ts';
import { loadModel, type Model } from '../language/index.ts';
import { Problem } from '../problem.ts';
import { buildTuples } from './openie.ts';
import { claimTargets, outputsOf } from './outputs.ts';
import { reportProblem } from './report.ts';

interface BuildOptions {
  format: FormatName;
  out?: string;
  outDir?: string;
  date?: string;
  allowPrivateAddresses?: boolean;
}

/**
 * `dateline build`: articles → graph, without a store. An article that cannot be read is reported and the others are
 * read all the same; the command then fails at its end.
 */
export async function build(
  paths: string[],
  { format, ...rest }: Omit<BuildOptions, 'format'> & { format: FormatName | 'openie' },
): Promise<void> {
  if (format === 'openie') return buildTuples(paths, rest);
  const { out, outDir, date, allowPrivateAddresses: allowInside } = rest;
  if (outDir !== undefined) await mkdir(outDir, { recursive: true });
  const model = loadModel();
  const claim = claimTargets();
  const read: Extraction[] = [];
  let [done, failed] = [0, 0];
  for await (const output of outputsOf(articlesOf(paths, { allowInside }), outDir ?? '', FORMATS[format].extension)) {
    done++;
    showProgress(done, output.incoming);
    try {
      if (outDir !== undefined) claim(output);
      const extraction = await readFrom(output.incoming, model, date);
      if (outDir !== undefined) await write([extraction], format, output.target);
      else read.push(extraction);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed++;
      reportProblem(error);
    }
  }
  hideProgress();
  if (outDir === undefined && read.length > 0) await write(read, format, out);
  if (failed > 0) throw new Problem('unreadable-file', { title: `${failed} of ${done} articles could not be read` });
}

/** @param date of an article that names none */
async function readFrom({ name, load }: Incoming, model: Model, date: string | undefined): Promise<Extraction> {
  const article = await load();
  const dated = article.date === null && date ? makeArticle(article.text, { ...article, date }, name) : article;
  return extract(dated, model, name);
}

async function write(extractions: readonly Extraction[], format: FormatName, target?: string): Promise<void> {
  const pieces = Readable.from(writeGraph(foldGraph(extractions), format));
  if (target === undefined) await pipeline(pieces, process.stdout, { end: false });
  else await pipeline(pieces, createWriteStream(target));
}

function showProgress(number: number, { name }: Incoming): void {
  if (process.stderr.isTTY && number > 1) process.stderr.write(`\r\u001B[Kreading ${number}: ${name}`);
}

function hideProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
