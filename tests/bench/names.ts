/**
 * How well names are found: writes what was found in the gold articles for `score-mentions.mjs`.
 *
 *     npx tsx tests/bench/names.ts SHARED OUT_DIR [--model FILE] [--gold-parses]
 *
 * With --gold-parses, the words of the articles that GUM annotates are GUM's own, and only the names are found.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { makeArticle } from '../../src/article/index.ts';
import { findNames } from '../../src/entities/names/index.ts';
import { loadModel, type Model } from '../../src/language/load.ts';
import { read } from '../../src/language/read.ts';
import { goldSentences } from './gold-parses.ts';

const { values, positionals } = parseArgs({
  options: { model: { type: 'string' }, 'gold-parses': { type: 'boolean' } },
  allowPositionals: true,
});
const [shared, out] = positionals;
if (shared === undefined || out === undefined) {
  console.error('usage: tsx tests/bench/names.ts SHARED OUT_DIR [--model FILE] [--gold-parses]');
  process.exit(2);
}

const Gold = z.object({ id: z.string(), text: z.string() });

function parsesOf(
  id: string,
  text: string,
  model: Model,
): Pick<ReturnType<typeof goldSentences>, 'article' | 'sentences'> {
  if (!values['gold-parses'] || !id.startsWith('wikinews')) {
    const article = makeArticle(text);
    return { article, sentences: read(article, model) };
  }
  const { article, sentences } = goldSentences(shared ?? '', id);
  for (const sentence of sentences) sentence.names = model.names?.tag(sentence.tokens) ?? [];
  return { article, sentences };
}

const model = loadModel(values.model);
const gold = join(shared, 'bench/gold');
mkdirSync(out, { recursive: true });
for (const file of readdirSync(gold).filter((name) => name.endsWith('.json'))) {
  const { id, text } = Gold.parse(JSON.parse(readFileSync(join(gold, file), 'utf8')));
  const { article, sentences } = parsesOf(id, readFileSync(join(gold, text), 'utf8'), model);
  const nodes = findNames(article, sentences).map((name, key) => ({
    key: String(key),
    attributes: { type: name.type, label: name.text, mentions: [{ article: id, ...name, kind: 'name' }] },
  }));
  writeFileSync(join(out, `${id}.json`), JSON.stringify({ nodes, edges: [] }));
}
