/**
 * Propositions as open information extraction, scored as CaRB does (Bhardwaj, Aggarwal & Mausam, EMNLP 2019).
 *
 *     npx tsx tests/bench/carb.ts ../shared [--verbose]
 *
 * The matching is that of the published scorer's default (binary, lenient tuple match): relation by relation and
 * argument by argument as bags of words, all arguments but the first as one; no score where the relations share no
 * word ("be" stands for its forms); for gold relations of saying the arguments may be exchanged. For each threshold of
 * confidence, recall takes the best tuple for each gold one, precision pairs tuples and gold ones off, best first, and
 * divides by all tuples. F1 is the best over the thresholds; the area under the curve is closed at precision 1,
 * recall 0. What differs: quotes and slashes are unescaped on both sides ("``" is written '"'), since our text is not the
 * Penn Treebank's; sentences are found by their own words, not by a key without punctuation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeArticle } from '../../src/article/index.ts';
import { loadModel, type Model, read } from '../../src/language/index.ts';
import { openTuples } from '../../src/relations/index.ts';
import { isMain } from './main-module.ts';

/** A tuple as it is scored: words of the relation, of the first argument, and of all others together. */
export interface Bags {
  relation: readonly string[];
  first: readonly string[];
  /** null where the tuple has one argument only. */
  rest: readonly string[] | null;
}

export interface ScoredBags extends Bags {
  confidence: number;
}

export interface CarbScore {
  precision: number;
  recall: number;
  f1: number;
  auc: number;
  /** At the best F1. */
  threshold: number;
  tuples: number;
}

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Precision and recall of one tuple against one gold tuple. */
type Match = readonly [precision: number, recall: number];
const NONE: Match = [0, 0];

/** How many of the words of `gold` are among those of `found`, each counted once. */
function shared(gold: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of gold) {
    const rest = left.get(word) ?? 0;
    if (rest === 0) continue;
    left.set(word, rest - 1);
    count++;
  }
  return count;
}

const BE = ['is', 'am', 'are', 'was', 'were', 'been', 'being'];

function lenient(gold: Bags, found: Bags): Match {
  let hits = shared(gold.relation, found.relation);
  if (found.relation.includes('be') && BE.some((one) => gold.relation.includes(one))) hits++;
  if (hits === 0 || found.rest === null) return NONE;
  hits += shared(gold.first, found.first) + shared(gold.rest ?? [], found.rest);
  const predicted = found.relation.length + found.first.length + (gold.rest === null ? 0 : found.rest.length);
  const wanted = gold.relation.length + gold.first.length + (gold.rest?.length ?? 0);
  return [hits / predicted, hits / wanted];
}

const SAYING = /said|told|added|adds|says/;

export function match(gold: Bags, found: Bags): Match {
  const straight = lenient(gold, found);
  if (!SAYING.test(gold.relation.join(' ')) || found.rest === null) return straight;
  const reverse = lenient(gold, { ...found, first: found.rest, rest: found.first });
  return reverse[0] > straight[0] || (reverse[0] === straight[0] && reverse[1] > straight[1]) ? reverse : straight;
}

/** The curve over all thresholds, and its best point. Sentences are pairs of gold and found tuples. */
export function score(sentences: readonly { gold: readonly Bags[]; found: readonly ScoredBags[] }[]): CarbScore {
  const thresholds = [...new Set(sentences.flatMap(({ found }) => found.map((one) => one.confidence)))];
  thresholds.sort((a, b) => a - b);
  const golds = sentences.reduce((sum, { gold }) => sum + gold.length, 0);
  const sums = thresholds.map(() => ({ precise: 0, found: 0, recalled: 0 }));
  for (const { gold, found } of sentences) {
    const matches = gold.map((one) => found.map((other) => match(one, other)));
    let next = 0;
    for (const confidence of [...new Set(found.map((one) => one.confidence))].sort((a, b) => a - b)) {
      const kept = found.flatMap((one, at) => (one.confidence >= confidence ? [at] : []));
      const recalled = matches.reduce((sum, row) => sum + Math.max(0, ...kept.map((at) => row[at]?.[1] ?? 0)), 0);
      const precise = pairedOff(matches, kept);
      for (; next < thresholds.length && (thresholds[next] ?? 0) <= confidence; next++) {
        const at = sums[next];
        if (!at) continue;
        at.precise += precise;
        at.found += kept.length;
        at.recalled += recalled;
      }
    }
  }
  const points = sums.map(({ precise, found, recalled }) => ({ p: found ? precise / found : 1, r: recalled / golds }));
  const f1 = ({ p, r }: { p: number; r: number }) => (p + r ? (2 * p * r) / (p + r) : 0);
  let best = 0;
  for (const [at, point] of points.entries()) if (f1(point) > f1(points[best] ?? point)) best = at;
  const { p: precision, r: recall } = points[best] ?? { p: 0, r: 0 };
  const auc = area([...points, { p: 1, r: 0 }]);
  const tuples = sentences.reduce((sum, { found }) => sum + found.length, 0);
  return { precision, recall, f1: f1({ p: precision, r: recall }), auc, threshold: thresholds[best] ?? 0, tuples };
}

/** Sum of precisions when gold and found tuples are paired off, the most precise pair first. */
function pairedOff(matches: readonly (readonly Match[])[], kept: readonly number[]): number {
  const pairs = matches.flatMap((row, i) => kept.map((j) => ({ i, j, precision: row[j]?.[0] ?? 0 })));
  pairs.sort((a, b) => b.precision - a.precision || a.i - b.i || a.j - b.j);
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  let sum = 0;
  for (const { i, j, precision } of pairs) {
    if (rows.has(i) || columns.has(j)) continue;
    rows.add(i);
    columns.add(j);
    sum += precision;
  }
  return sum;
}

/** By trapezia, from the highest recall to the lowest. */
function area(points: readonly { p: number; r: number }[]): number {
  let sum = 0;
  for (const [at, { p, r }] of points.entries()) {
    const next = points[at + 1];
    if (next) sum += ((p + next.p) / 2) * Math.abs(r - next.r);
  }
  return sum;
}

const plain = (text: string): string => text.replaceAll(/``|''/g, '"').replaceAll('\\/', '/').trim();

/** The gold tuples of each sentence. Contexts ("C: …") are left out, as the published reader does. */
export function readGold(shared: string): Map<string, Bags[]> {
  const gold = new Map<string, Bags[]>();
  for (const line of readFileSync(join(shared, 'data/openie/carb-dev.tsv'), 'utf8').split('\n')) {
    const [sentence, relation, ...columns] = line.split('\t');
    if (!sentence || relation === undefined) continue;
    const [first = '', ...rest] = columns.filter((argument) => !argument.includes('C: ')).map(plain);
    const bags = {
      relation: words(plain(relation)),
      first: words(first),
      rest: rest.length ? words(rest.join(' ')) : null,
    };
    const key = plain(sentence);
    gold.set(key, [...(gold.get(key) ?? []), bags]);
  }
  return gold;
}

/** Scores what a model's parses say on CaRB's dev sentences. */
export function carb(shared: string, model: Model, onSentence?: (line: string) => void): CarbScore {
  const sentences = [...readGold(shared)].map(([text, gold]) => {
    const tuples = openTuples(text, read(makeArticle(text), model));
    const found = tuples.map(({ confidence, arguments: [first = '', ...rest], relation }) => ({
      confidence,
      relation: words(relation),
      first: words(first),
      rest: words(rest.join(' ')),
    }));
    if (onSentence) {
      onSentence(`\n${text}`);
      for (const one of gold) {
        const best = Math.max(0, ...found.map((other) => match(one, other)[1]));
        onSentence(`  gold ${best.toFixed(2)} ${show(one)}`);
      }
      for (const one of found) {
        const best = Math.max(0, ...gold.map((other) => match(other, one)[0]));
        onSentence(`  ours ${best.toFixed(2)} ${show(one)}  (${one.confidence})`);
      }
    }
    return { gold, found };
  });
  return score(sentences);
}

const show = ({ relation, first, rest }: Bags): string =>
  [first, relation, rest ?? []].map((bag) => bag.join(' ')).join(' | ');

if (isMain(import.meta.url)) {
  const [shared = '../shared', ...flags] = process.argv.slice(2);
  const { precision, recall, f1, auc, tuples, threshold } = carb(
    shared,
    loadModel(),
    flags.includes('--verbose') ? (line) => console.log(line) : undefined,
  );
  const pc = (x: number) => (100 * x).toFixed(1);
  console.log(
    `CaRB dev: P ${pc(precision)} R ${pc(recall)} F1 ${pc(f1)} (at ${threshold}) AUC ${pc(auc)}, ${tuples} tuples`,
  );
}
