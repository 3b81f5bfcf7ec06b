import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Article } from '../../../src/article/index.ts';

const src = new URL('../../../src/', import.meta.url);
const built = new URL('../../../dist/src/', import.meta.url);

const Footprint = z.object({
  /** Milliseconds for loading the model, the first time in a process. */
  load: z.number(),
  /** Megabytes resident: at most while reading, and after it. */
  peak: z.number(),
  after: z.number(),
});

export interface Footprint extends z.infer<typeof Footprint> {
  /** Megabytes of the model file. */
  model: number;
  /** Whether it ran from `dist/`, as for users, or by way of tsx, which takes memory itself. */
  compiled: boolean;
}

/** A fresh process loads the model and reads the articles; it says what that took. */
export function footprint(articles: readonly Article[]): Footprint {
  const compiled = statSync(new URL('extract.js', built), { throwIfNoEntry: false }) !== undefined;
  const [base, suffix] = compiled ? [built, 'js'] : [src, 'ts'];
  const folder = mkdtempSync(join(tmpdir(), 'bench-footprint-'));
  const [program, texts] = [join(folder, 'run.mjs'), join(folder, 'texts.json')];
  writeFileSync(texts, JSON.stringify(articles.map(({ text }) => text)));
  writeFileSync(
    program,
    `import { readFileSync } from 'node:fs';
     import { makeArticle } from '${new URL(`article/index.${suffix}`, base)}';
     import { extract } from '${new URL(`extract.${suffix}`, base)}';
     import { loadModel } from '${new URL(`language/index.${suffix}`, base)}';
     const began = performance.now();
     const model = loadModel();
     const load = performance.now() - began;
     for (const text of JSON.parse(readFileSync('${texts}', 'utf8'))) extract(makeArticle(text), model);
     console.log(JSON.stringify({ load, peak: process.resourceUsage().maxRSS / 1024, after: process.memoryUsage.rss() / 2 ** 20 }));`,
  );
  const command = compiled ? [program] : ['--import', import.meta.resolve('tsx'), program];
  const said = execFileSync('node', command, { encoding: 'utf8', cwd: fileURLToPath(new URL('..', src)) });
  const model = statSync(new URL('language/data/model.bin', src)).size / 1e6;
  return { ...Footprint.parse(JSON.parse(said)), model, compiled };
}
