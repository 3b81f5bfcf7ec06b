/**
 * How good the graphs are: reads the gold articles, writes their graphs and runs the bench's scorer on them.
 *
 *     npx tsx tests/bench/gold-graphs.ts SHARED [--gold-parses] [--only ID] [--out DIR] [--quiet]
 *
 * With `--gold-parses`, tokens, tags and syntax are those of the treebank, so that the rules are measured alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArticle } from '../../src/article/index.ts';
import { resolve } from '../../src/entities/index.ts';
import type { Extraction } from '../../src/extraction.ts';
import { foldGraph } from '../../src/graph/index.ts';
import { loadModel, read } from '../../src/language/index.ts';
import { relate } from '../../src/relations/index.ts';
import { goldSentences } from './gold-parses.ts';

const { values, positionals } = parseArgs({
  options: {
    'gold-parses': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string' },
  },
  allowPositionals: true,
});
const [shared] = positionals;
if (shared === undefined) {
  console.error('usage: tsx tests/bench/gold-graphs.ts SHARED [--gold-parses] [--only ID] [--out DIR] [--quiet]');
  process.exit(2);
}

const gold = join(shared, 'bench/gold');
const out = values.out ?? mkdtempSync(join(tmpdir(), 'gold-graphs-'));
mkdirSync(out, { recursive: true });
const model = loadModel();
const ids = readdirSync(gold)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .filter((id) => values.only === undefined || id.includes(values.only));

for (const id of ids) {
  const { article, sentences } = parsed(id);
  const reading = resolve(article, sentences);
  const extraction: Extraction = { article, ...reading, statements: relate(article, sentences, reading) };
  writeFileSync(join(out, `${id}.json`), JSON.stringify(foldGraph([extraction]).export()));
}

function parsed(id: string) {
  if (shared !== undefined && values['gold-parses'] && id.startsWith('wikinews')) {
    return goldSentences(shared, id);
  }
  const own = join(gold, `${id}.txt`);
  const text = readFileSync(existsSync(own) ? own : join(shared ?? '', 'seeds', `${id}.txt`), 'utf8');
  const article = makeArticle(text);
  return { article, sentences: read(article, model) };
}

const score = [join(shared, 'bench/score.mjs'), gold, out, ...(values.quiet ? [] : ['--verbose'])];
console.log(execFileSync('node', score, { encoding: 'utf8', maxBuffer: 1 << 26 }));
