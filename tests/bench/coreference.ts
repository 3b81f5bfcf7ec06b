/**
 * Coreference inside an article, on named entities: MUC, B³, CEAFe and their mean (the CoNLL score).
 *
 *     npx tsx tests/bench/coreference.ts ../shared [gum-test gum-news …] [--gold] [--verbose]
 *
 * Gold are the entities of GUM that have a name (a proper noun for a person, organization, place or event; for an
 * object or an abstract thing one that is linked to Wikipedia too), with all their mentions. The first line starts from
 * GUM's own names and parses, the second from the raw text (not with --gold). Mentions are matched by the head of GUM's
 * phrase, which must lie in the words of ours, since GUM's phrases take in what a reading leaves out (relative clauses,
 * titles); adjectives and relative pronouns are no mentions in GUM and do not count.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/index.ts';
import { resolve } from '../../src/entities/index.ts';
import { loadModel, read, type Sentence } from '../../src/language/index.ts';
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
      const isName = words[head]?.xpos.startsWith('NNP') ?? false;
      group.named ||= isName && (PROPER.has(mention.type) || mention.identity !== undefined);
      groups.set(mention.group, group);
    }
  }
  return [...groups.values()].filter((group) => group.named).map((group) => group.heads);
}

/** Types of which a proper noun is the name of one thing; objects and abstract things have to have a page as well. */
const PROPER = new Set(['person', 'organization', 'place', 'event']);
const ENTITY = new Set(['person', 'organization', 'place', 'event', 'object', 'abstract']);

function predictedClusters(article: Article, read: readonly Sentence[], gold: Clusters): Clusters {
  const heads = new Set(gold.flatMap((cluster) => [...cluster]));
  const reading = resolve(article, read);
  const clusters = reading.entities.map(() => new Set<number>());
  for (const mention of reading.mentions) {
    const [only] = mention.entities;
    const tokens = read[mention.sentence]?.tokens ?? [];
    const head = tokens[mention.head];
    if (mention.adjective || mention.entities.length !== 1 || only === undefined || !head) continue;
    if (mention.kind === 'pronoun' && head.xpos.startsWith('W')) continue;
    // another tree may have another head for the same words
    const inside = tokens.slice(mention.from, mention.to).find(({ start }) => heads.has(start));
    clusters[only]?.add(heads.has(head.start) ? head.start : (inside?.start ?? head.start));
  }
  return clusters.filter((cluster) => cluster.size > 0);
}

const args = process.argv.slice(2);
const [shared = '../shared', ...names] = args.filter((arg) => !arg.startsWith('--'));
for (const name of names.length ? names : ['gum-test', 'gum-news']) {
  const path = join(shared, 'data/ud', `${name}.conllu`);
  if (!existsSync(path)) throw new Error(`no treebank at "${path}"`);
  const parses = gumParses(path);
  const model = args.includes('--gold') ? null : loadModel();
  const ways: [string, (parse: GoldParse, gold: Clusters) => Clusters][] = [
    ['gold names and parses', ({ article, sentences }, gold) => predictedClusters(article, sentences, gold)],
  ];
  if (model)
    ways.push(['from raw text', ({ article }, gold) => predictedClusters(article, read(article, model), gold)]);
  for (const [way, clustersOf] of ways) {
    const tallies = parses.map((parse) => {
      const gold = goldClusters(parse);
      return scoreClusters(gold, clustersOf(parse, gold));
    });
    if (args.includes('--verbose'))
      for (const [at, { document }] of parses.entries())
        console.log(document.id.padEnd(36), line(tallies[at] ?? sum([])));
    console.log(`${name}, ${way}`.padEnd(36), line(sum(tallies)));
  }
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
