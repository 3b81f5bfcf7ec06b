/**
 * How good the graphs are: reads the gold articles, writes their graphs and runs the bench's scorer on them.
 *
 *     npx tsx tests/bench/gold-graphs.ts SHARED [--gold-parses] [--gold-names] [--only ID] [--out DIR] [--quiet]
 *
 * With `--gold-names`, names are found where the gold files list them; with `--gold-parses`, tokens, tags and syntax are those of the treebank, so that the rules are measured alone.
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
import { loadModel, type Model, type NameLabel, type NameSpan, read, type Sentence } from '../../src/language/index.ts';
import { countryOfDemonym } from '../../src/lexicon/index.ts';
import { relate } from '../../src/relations/index.ts';
import { goldSentences } from './gold-parses.ts';

const { values, positionals } = parseArgs({
  options: {
    'gold-parses': { type: 'boolean', default: false },
    'gold-names': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string' },
  },
  allowPositionals: true,
});
const [shared] = positionals;
if (shared === undefined) {
  console.error(
    'usage: tsx tests/bench/gold-graphs.ts SHARED [--gold-parses] [--gold-names] [--only ID] [--out DIR] [--quiet]',
  );
  process.exit(2);
}

const gold = join(shared, 'bench/gold');
const out = values.out ?? mkdtempSync(join(tmpdir(), 'gold-graphs-'));
mkdirSync(out, { recursive: true });
let loaded: Model | null = null;
const model = () => {
  loaded ??= loadModel();
  return loaded;
};
const ids = readdirSync(gold)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .filter((id) => values.only === undefined || id.includes(values.only));

const LABELS: Readonly<Record<string, NameLabel>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  facility: 'FAC',
  event: 'EVT',
  document: 'DOC',
};

for (const id of ids) {
  if (values['gold-parses'] && !id.startsWith('wikinews')) continue;
  const { article, sentences } = parsed(id);
  const reading = resolve(article, sentences);
  const extraction: Extraction = { article, ...reading, statements: relate(article, sentences, reading) };
  writeFileSync(join(out, `${id}.json`), JSON.stringify(foldGraph([extraction]).export()));
}

function parsed(id: string) {
  if (shared !== undefined && values['gold-parses']) {
    return goldSentences(shared, id);
  }
  const own = join(gold, `${id}.txt`);
  const text = readFileSync(existsSync(own) ? own : join(shared ?? '', 'seeds', `${id}.txt`), 'utf8');
  const article = makeArticle(text);
  const sentences = read(article, model());
  if (values['gold-names']) for (const sentence of sentences) sentence.names = listedNames(id, text, sentence);
  return { article, sentences };
}

/** Where the names that the gold file lists stand in a sentence, the longest first. */
function listedNames(id: string, text: string, { tokens }: Sentence): NameSpan[] {
  const file: { entities: { type: string; names: string[] }[] } = JSON.parse(
    readFileSync(join(gold, `${id}.json`), 'utf8'),
  );
  const names = file.entities.flatMap((one) => one.names.map((name) => ({ name, label: LABELS[one.type] ?? 'MISC' })));
  const spans: NameSpan[] = [];
  for (const { name, label } of names.sort((a, b) => b.name.length - a.name.length))
    for (const [from, token] of tokens.entries()) {
      const to = tokens.findIndex((other) => other.end === token.start + name.length) + 1;
      if (to <= from || text.slice(token.start, token.start + name.length) !== name) continue;
      if (spans.every((span) => to <= span.from || from >= span.to))
        spans.push({ from, to, label, scores: scoresOf(label) });
    }
  for (const [from, { form }] of tokens.entries())
    if (countryOfDemonym(form) && spans.every((span) => from < span.from || from >= span.to))
      spans.push({ from, to: from + 1, label: 'DEM', scores: scoresOf('DEM') });
  return spans.sort((a, b) => a.from - b.from);
}

function scoresOf(label: NameLabel): NameSpan['scores'] {
  const scores: Record<NameLabel, number> = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0 };
  scores[label] = 9;
  return scores;
}

const score = [join(shared, 'bench/score.mjs'), gold, out, ...(values.quiet ? [] : ['--verbose'])];
console.log(execFileSync('node', score, { encoding: 'utf8', maxBuffer: 1 << 26 }));
