import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { articlesOf, type Incoming } from '../article/index.ts';
import { requireEnglish } from '../extract.ts';
import { loadModel, type Model, read } from '../language/index.ts';
import { Problem } from '../problem.ts';
import { writeTuples } from '../relations/index.ts';
import { claimTargets, outputsOf } from './outputs.ts';
import { reportProblem } from './report.ts';

/**
 * `dateline build --format openie`: articles → their propositions as text, a line each, tab-separated. An article that
 * cannot be read is reported and the others are read all the same; the command then fails at its end.
 */
export async function buildTuples(
  paths: string[],
  options: { out?: string; outDir?: string; allowPrivateAddresses?: boolean },
): Promise<void> {
  const { out, outDir, allowPrivateAddresses: allowInside } = options;
  if (outDir !== undefined) await mkdir(outDir, { recursive: true });
  const model = loadModel();
  const claim = claimTargets();
  const written = new Set<string>();
  let [done, failed] = [0, 0];
  for await (const output of outputsOf(articlesOf(paths, { allowInside }), outDir ?? '', 'tsv')) {
    done++;
    try {
      if (outDir !== undefined) claim(output);
      const lines = Readable.from(await tuplesOf(output.incoming, model));
      const target = outDir === undefined ? out : output.target;
      if (target === undefined) await pipeline(lines, process.stdout, { end: false });
      else await pipeline(lines, createWriteStream(target, { flags: written.has(target) ? 'a' : 'w' }));
      if (target !== undefined) written.add(target);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed++;
      reportProblem(error);
    }
  }
  if (failed > 0) throw new Problem('unreadable-file', { title: `${failed} of ${done} articles could not be read` });
}

async function tuplesOf({ name, load }: Incoming, model: Model): Promise<Generator<string>> {
  const article = await load();
  requireEnglish(article.text, name);
  return writeTuples(article.text, read(article, model));
}
