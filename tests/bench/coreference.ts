/**
 * Coreference inside an article, on named entities: MUC, B³, CEAFe and their mean (the CoNLL score).
 *
 *     npx tsx tests/bench/coreference.ts ../shared [gum-test gum-news …] [--verbose]
 *
 * Gold are the entities of GUM that have a name, with all their mentions. "gold names" reads GUM's own names and
 * parses; "predicted" reads raw text with the language model. Mentions are matched by head, since GUM's phrases take
 * in what a reading leaves out (relative clauses, titles); adjectives are no mentions in GUM and do not count.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolve } from '../../src/entities/index.ts';
import type { Sentence } from '../../src/language/sentence.ts';
import { type Clusters, scoreClusters, sum, type Tally } from './coreference-scores.ts';
import { type GoldParse, gumParses } from './gold-parses.ts';

/** Mentions by the offset of the word that heads them; the group that each belongs to. */
function goldClusters({ document, sentences }: GoldParse): Clusters {
  const groups = new Map<string, { heads: Set<number>; named: boolean }>();
  for (const [index, { words, mentions }] of document.sentences.entries()) {
    for (const mention of mentions) {
      if (!ENTITY.has(mention.type)) continue;
      const inside = (at: number) => at >= mention.from && at < mention.to;
      const outer = words.findIndex((word, at) => inside(at) && !inside(word.head) && word.upos !== 'PUNCT');
      const head = mention.core.includes(outer) ? outer : (mention.core[0] ?? outer);
      const start = sentences[index]?.tokens[head]?.start;
      if (start === undefined) continue;
      const group = groups.get(mention.group) ?? { heads: new Set(), named: false };
      group.heads.add(start);
      group.named ||= words[head]?.xpos.startsWith('NNP') ?? false;
      groups.set(mention.group, group);
    }
  }
  return [...groups.values()].filter((group) => group.named).map((group) => group.heads);
}

const ENTITY = new Set(['person', 'organization', 'place', 'event', 'object', 'abstract']);

function predictedClusters({ article, sentences }: GoldParse, read: readonly Sentence[]): Clusters {
  const gold = new Map<number, number>();
  for (const { tokens } of sentences) for (const token of tokens) gold.set(token.start, token.head);
  const reading = resolve(article, read);
  const clusters = reading.entities.map(() => new Set<number>());
  for (const mention of reading.mentions) {
    const [only] = mention.entities;
    const head = read[mention.sentence]?.tokens[mention.head];
    if (mention.adjective || mention.entities.length !== 1 || only === undefined || !head) continue;
    clusters[only]?.add(head.start);
  }
  return clusters.filter((cluster) => cluster.size > 0);
}

const args = process.argv.slice(2);
const [shared = '../shared', ...names] = args.filter((arg) => !arg.startsWith('--'));
for (const name of names.length ? names : ['gum-test', 'gum-news']) {
  const path = join(shared, 'data/ud', `${name}.conllu`);
  if (!existsSync(path)) throw new Error(`no treebank at "${path}"`);
  const total: Tally[] = [];
  for (const parse of gumParses(path)) {
    const tally = scoreClusters(goldClusters(parse), predictedClusters(parse, parse.sentences));
    total.push(tally);
    if (args.includes('--verbose')) console.log(parse.document.id.padEnd(30), line(tally));
  }
  console.log(`${name}, gold parses`.padEnd(30), line(sum(total)));
}

function line(tally: Tally): string {
  const parts = (['muc', 'b3', 'ceafe'] as const).map((key) => {
    const { hits, golds, precise, found } = tally[key];
    const [p, r] = [found ? precise / found : 0, golds ? hits / golds : 0];
    return { key, p, r, f: p + r ? (2 * p * r) / (p + r) : 0 };
  });
  const mean = parts.reduce((all, part) => all + part.f, 0) / parts.length;
  const show = (x: number) => (100 * x).toFixed(1).padStart(5);
  return `${parts.map(({ key, p, r, f }) => `${key} ${show(p)} ${show(r)} ${show(f)}`).join('   ')}   mean ${show(mean)}`;
}
