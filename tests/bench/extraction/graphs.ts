import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Article, makeArticle } from '../../../src/article/index.ts';
import { extract } from '../../../src/extract.ts';
import { foldGraph } from '../../../src/graph/index.ts';
import type { Model } from '../../../src/language/index.ts';
import { percent } from './table.ts';

const GoldFile = z.object({ id: z.string(), text: z.string() });

/** The articles of the bench by their names. */
export function goldArticles(shared: string): { id: string; article: Article }[] {
  const folder = join(shared, 'bench/gold');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { id, text } = GoldFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      const file = [join(folder, text), join(shared, 'seeds', text)].find((path) => existsSync(path));
      if (file === undefined) throw new Error(`no text "${text}" for ${name}`);
      return { id, article: makeArticle(readFileSync(file, 'utf8')) };
    });
}

const Scores = z.object({ p: z.number(), r: z.number(), f1: z.number() });
const Summary = z.object({
  summary: z.object({
    entities: Scores,
    entityType: z.number(),
    pairs: Scores,
    relations: Scores,
    date: z.number().nullable(),
    modality: z.number().nullable(),
    attribution: z.number().nullable(),
    evidence: z.number().nullable(),
  }),
  rows: z.array(z.object({ id: z.string(), entities: Scores, pairs: Scores, typed: Scores })),
});
const Tally = z.object({ tp: z.number(), fp: z.number(), fn: z.number() });
const Mentions = z.object({ span: Tally, typed: Tally });

export type GraphScores = z.infer<typeof Summary>;

/** What the bench's own scorers say of the graphs of the gold articles. */
export function goldGraphs(shared: string, model: Model): { graphs: GraphScores; mentions: [string, string][] } {
  const out = mkdtempSync(join(tmpdir(), 'bench-graphs-'));
  for (const { id, article } of goldArticles(shared))
    writeFileSync(join(out, `${id}.json`), JSON.stringify(foldGraph([extract(article, model)]).export()));
  const score = (script: string) =>
    JSON.parse(
      execFileSync('node', [join(shared, 'bench', script), join(shared, 'bench/gold'), out, '--json'], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      }),
    );
  const mentions = Mentions.parse(score('score-mentions.mjs'));
  const f1 = ({ tp, fp, fn }: z.infer<typeof Tally>) => percent((2 * tp) / (2 * tp + fp + fn || 1));
  return {
    graphs: Summary.parse(score('score.mjs')),
    mentions: [
      ['span', f1(mentions.span)],
      ['typed', f1(mentions.typed)],
    ],
  };
}
