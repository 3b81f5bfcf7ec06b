import { loadClasses } from '../classes.ts';
import type { ConlluSentence } from '../conllu.ts';
import { LABEL_TEMPLATES, labelFeatures, MOVE_TEMPLATES, moveFeatures } from '../features.ts';
import { FeatureList } from '../hash.ts';
import { Lexemes } from '../lexemes.ts';
import { Parser } from '../parser.ts';
import { LEFT, type Move, SHIFT, State } from '../state.ts';
import { best, loadTagger, padded } from '../tagger.ts';
import type { WeightTable } from '../weights.ts';
import { Words } from '../words.ts';
import type { Component } from './component.ts';
import { jackknifed, type TaggedSentence, withTags } from './jackknife.ts';
import { costOf, type GoldTree, MOVES } from './oracle.ts';
import { Perceptron, summed } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';
import { tagset } from './tags.ts';
import { gold, readTreebank, silver } from './treebank.ts';

const MOVE_BITS = 22;
const LABEL_BITS = 20;
/** How many updates must call for a feature before it gets weights. */
const NEEDED = 2;
/** From the second epoch on the parser mostly follows its own moves, to learn what to do after an error. */
const EXPLORE = 0.9;
/** What the parser that learned from gold alone counts beside the one that learned from silver too. */
const NARROW_SHARE = 1 / 5;
/** A relation that is rarer than this in the gold treebanks is not learned. */
const RARE = 5;

/** The relations of the gold treebanks, the most frequent first. */
export function relations(sentences: readonly ConlluSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { relation } of words) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, n]) => n >= RARE)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([label]) => label);
}

function goldTree({ words }: ConlluSentence, numbers: ReadonlyMap<string, number>): GoldTree {
  const heads = new Int32Array(words.length + 2);
  const labels = new Int32Array(words.length + 2);
  const children: number[][] = Array.from({ length: words.length + 2 }, () => []);
  for (const [i, word] of words.entries()) {
    const head = word.head === 0 ? words.length + 1 : word.head;
    heads[i + 1] = head;
    labels[i + 1] = numbers.get(word.relation) ?? -1;
    children[head]?.push(i + 1);
  }
  return { heads, labels, children };
}

export interface ParserTraining {
  lexemes: Lexemes;
  /** How many are trained and summed. */
  parsers: number;
  epochs: number;
  seed: number;
  /** How many weights to keep. */
  moves: number;
  labelling: number;
  log: (line: string) => void;
}

interface Tables {
  moves: WeightTable;
  labelling: WeightTable;
}

/**
 * Learns moves with a dynamic oracle, and labels from the arcs that are right; `parsers` times, each in another order
 * of the sentences, and sums what was learned: one parser that errs less than each of them, and costs no more.
 */
export function trainParser(sentences: readonly TaggedSentence[], labels: readonly string[], options: ParserTraining) {
  const { moves, labelling } = learned(sentences, labels, options);
  return new Parser(labels, moves, labelling);
}

function learned(sentences: readonly TaggedSentence[], labels: readonly string[], options: ParserTraining): Tables {
  const { parsers, epochs, seed, log } = options;
  const tables = Array.from({ length: parsers }, (_, turn) => {
    const trainer = new Trainer(labels, options);
    const random = seeded(seed + turn);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      for (const sentence of shuffled(sentences, random)) trainer.learn(sentence, epoch === 1 ? 0 : EXPLORE, random);
      log(`parser ${turn + 1} of ${parsers}, epoch ${epoch} of ${epochs}: ${trainer.report()}`);
    }
    return trainer.tables();
  });
  return summedTables(tables, options);
}

function summedTables(tables: readonly Tables[], options: ParserTraining, shares?: readonly number[]): Tables {
  const [moves, labelling] = [tables.map((table) => table.moves), tables.map((table) => table.labelling)];
  return { moves: summed(moves, options.moves, shares), labelling: summed(labelling, options.labelling, shares) };
}

class Trainer {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #options: ParserTraining;
  readonly #moves = new Perceptron(MOVE_BITS, 3, NEEDED);
  readonly #labelling: Perceptron;
  readonly #state = new State();
  readonly #words = new Words();
  readonly #moveList = new FeatureList(MOVE_TEMPLATES);
  readonly #labelList = new FeatureList(LABEL_TEMPLATES);
  readonly #moveScores = new Float32Array(3);
  readonly #labelScores: Float32Array;
  #counts = { moves: 0, wrongMoves: 0, labels: 0, wrongLabels: 0 };

  constructor(labels: readonly string[], options: ParserTraining) {
    this.#numbers = new Map(labels.map((label, i) => [label, i]));
    this.#options = options;
    this.#labelling = new Perceptron(LABEL_BITS, labels.length, NEEDED);
    this.#labelScores = new Float32Array(labels.length);
  }

  learn(sentence: TaggedSentence, explore: number, random: () => number): void {
    const { lexemes } = this.#options;
    const forms = sentence.words.map(({ form }) => form);
    this.#words.fill(lexemes, padded(lexemes, forms), sentence.tags, forms.length);
    const tree = goldTree(sentence, this.#numbers);
    this.#state.start(forms.length);
    while (!this.#state.finished()) {
      const move = this.#learnMove(tree, random() < explore);
      if (move === SHIFT) this.#state.shift();
      else this.#state.attach(move, this.#learnLabel(tree, move === LEFT ? this.#state.next : this.#state.top(1)));
    }
  }

  /** Returns the move to go on with: the model's own when exploring, otherwise the best of those without cost. */
  #learnMove(tree: GoldTree, explore: boolean): Move {
    moveFeatures(this.#moveList, this.#state, this.#words);
    const { hashes, count } = this.#moveList;
    this.#moves.score(hashes, count, this.#moveScores);
    const allowed = MOVES.filter((move) => this.#state.allows(move));
    const costs = allowed.map((move) => costOf(move, this.#state, tree));
    const least = Math.min(...costs);
    const guess = this.#bestOf(allowed);
    const truth = this.#bestOf(allowed.filter((_, i) => costs[i] === least));
    this.#counts.moves++;
    if (guess !== truth) {
      this.#counts.wrongMoves++;
      this.#moves.update(hashes, count, truth, 1);
      this.#moves.update(hashes, count, guess, -1);
    }
    this.#moves.tick();
    return explore ? guess : truth;
  }

  #bestOf(moves: readonly Move[]): Move {
    let choice: Move = moves[0] ?? SHIFT;
    for (const move of moves) if ((this.#moveScores[move] ?? 0) > (this.#moveScores[choice] ?? 0)) choice = move;
    return choice;
  }

  #learnLabel(tree: GoldTree, head: number): number {
    const child = this.#state.top(0);
    labelFeatures(this.#labelList, this.#state, this.#words, head, child);
    const { hashes, count } = this.#labelList;
    this.#labelling.score(hashes, count, this.#labelScores);
    const guess = best(this.#labelScores);
    const truth = tree.labels[child] ?? -1;
    if (tree.heads[child] === head && truth >= 0) {
      this.#counts.labels++;
      if (guess !== truth) {
        this.#counts.wrongLabels++;
        this.#labelling.update(hashes, count, truth, 1);
        this.#labelling.update(hashes, count, guess, -1);
      }
      this.#labelling.tick();
    }
    return guess;
  }

  report(): string {
    const { moves, wrongMoves, labels, wrongLabels } = this.#counts;
    this.#counts = { moves: 0, wrongMoves: 0, labels: 0, wrongLabels: 0 };
    const percent = (wrong: number, all: number) => `${((100 * wrong) / all).toFixed(2)} %`;
    return `wrong moves ${percent(wrongMoves, moves)}, wrong labels ${percent(wrongLabels, labels)}`;
  }

  tables(): Tables {
    const { moves, labelling } = this.#options;
    return { moves: this.#moves.table(moves), labelling: this.#labelling.table(labelling) };
  }
}

/** Attachment scores over all words, punctuation counted. */
export function attachment(parser: Parser, lexemes: Lexemes, sentences: readonly TaggedSentence[]): string {
  let [all, heads, both] = [0, 0, 0];
  const input = new Words();
  for (const { words, tags } of sentences) {
    input.fill(
      lexemes,
      padded(
        lexemes,
        words.map(({ form }) => form),
      ),
      tags,
      words.length,
    );
    parser.parse(input);
    for (const [i, word] of words.entries()) {
      const head = parser.state.heads[i + 1] ?? 0;
      all++;
      if (head % (words.length + 1) !== word.head) continue;
      heads++;
      if (parser.labels[parser.state.labels[i + 1] ?? 0] === word.relation) both++;
    }
  }
  return `UAS ${((100 * heads) / all).toFixed(2)} LAS ${((100 * both) / all).toFixed(2)}`;
}

export const parser: Component = {
  name: 'parser',
  train({ data, seed, log, sections }) {
    const lexemes = new Lexemes(loadClasses(sections));
    const treebanks = gold(data);
    const labels = relations(treebanks);
    const all = [...treebanks, ...silver(data)];
    const tagging = { lexemes, tags: tagset(treebanks), needed: 1, epochs: 3, seed, size: 900_000, log };
    const options = { lexemes, parsers: 2, epochs: 6, seed, moves: 3_500_000, labelling: 1_200_000, log };
    const tagged = jackknifed(all, tagging);
    const wide = learned([...tagged, ...tagged.slice(0, treebanks.length)], labels, options);
    // by taggers of another kind: what errs otherwise helps the sum more
    const retagged = jackknifed(all, { ...tagging, needed: 2 }).slice(0, treebanks.length);
    const narrow = learned(retagged, labels, { ...options, parsers: 1 });
    const { moves, labelling } = summedTables([wide, narrow], options, [1, NARROW_SHARE]);
    const trained = new Parser(labels, moves, labelling);
    const tagger = loadTagger(sections);
    for (const name of ['ud/ewt-dev.conllu', 'ud/gum-dev.conllu']) {
      log(`${name}: ${attachment(trained, lexemes, withTags(tagger, lexemes, readTreebank(data, name)))}`);
    }
    return { metadata: {}, parts: trained.encode() };
  },
};
