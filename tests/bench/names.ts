/**
 * How well names are found: writes what was found in the gold articles for `score-mentions.mjs`.
 *
 *     npx tsx tests/bench/names.ts SHARED OUT_DIR [--model FILE]
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findNames } from '../../src/entities/names/index.ts';
import { readSections } from '../../src/language/model.ts';
import { loadNameTagger } from '../../src/language/name.ts';
import { goldSentences } from './gold-parses.ts';

const { values, positionals } = parseArgs({ options: { model: { type: 'string' } }, allowPositionals: true });
const [shared, out] = positionals;
if (shared === undefined || out === undefined) {
  console.error('usage: tsx tests/bench/names.ts SHARED OUT_DIR [--model FILE]');
  process.exit(2);
}
const model = values.model ?? fileURLToPath(new URL('../../src/language/data/model.bin', import.meta.url));
const tagger = loadNameTagger(readSections(model));
mkdirSync(out, { recursive: true });
for (const file of readdirSync(join(shared, 'bench/gold')).filter((name) => /^wikinews.*\.json$/u.test(name))) {
  const id = file.slice(0, -'.json'.length);
  const { article, sentences } = goldSentences(shared, id);
  for (const sentence of sentences) sentence.names = tagger.tag(sentence.tokens);
  const nodes = findNames(article, sentences).map(({ type, start, end, text }, key) => ({
    key: String(key),
    attributes: { type, label: text, aliases: [], mentions: [{ article: id, start, end, text, kind: 'name' }] },
  }));
  writeFileSync(join(out, file), JSON.stringify({ nodes, edges: [] }));
}
