import { ByteReader, ByteWriter } from './bytes.ts';
import { LABEL_TEMPLATES, labelFeatures, MOVE_TEMPLATES, moveFeatures } from './features.ts';
import { FeatureList } from './hash.ts';
import { interned } from './interned.ts';
import { type Sections, section } from './model.ts';
import { LEFT, type Move, RIGHT, SHIFT, State } from './state.ts';
import { best } from './tagger.ts';
import { WeightTable } from './weights.ts';
import type { Words } from './words.ts';

/** A greedy arc-hybrid parser: at each step the best move by a linear model, then the arc's label by another. */
export class Parser {
  readonly labels: readonly string[];
  /** The parse of the last sentence: heads (the root is length + 1) and labels of words from 1. */
  readonly state = new State();
  /**
   * How far the best move stood above the second best when the word was attached, in units of the weights; Infinity
   * where no other move was allowed.
   */
  margins = new Float64Array(0);
  readonly #moves: WeightTable;
  readonly #labelling: WeightTable;
  readonly #moveList = new FeatureList(MOVE_TEMPLATES);
  readonly #labelList = new FeatureList(LABEL_TEMPLATES);
  readonly #moveScores = new Int32Array(3);
  readonly #labelScores: Int32Array;

  constructor(labels: readonly string[], moves: WeightTable, labelling: WeightTable) {
    this.labels = labels;
    this.#moves = moves;
    this.#labelling = labelling;
    this.#labelScores = new Int32Array(labels.length);
  }

  /** Parses one sentence into `state`. Takes two moves a word. */
  parse(words: Words): void {
    const { state } = this;
    state.start(words.length);
    if (this.margins.length <= words.length) this.margins = new Float64Array(2 * words.length + 64);
    while (!state.finished()) {
      const forced = state.forced();
      const move = forced ?? this.#choose(words);
      if (move === SHIFT) {
        state.shift();
      } else {
        const child = state.top(0);
        const head = move === LEFT ? state.next : state.top(1);
        labelFeatures(this.#labelList, state, words, head, child);
        this.#labelling.score(this.#labelList.hashes, this.#labelList.count, this.#labelScores);
        this.margins[child] = forced === null ? this.#margin(move) : Infinity;
        state.attach(move, best(this.#labelScores));
      }
    }
  }

  #choose(words: Words): Move {
    moveFeatures(this.#moveList, this.state, words);
    this.#moves.score(this.#moveList.hashes, this.#moveList.count, this.#moveScores);
    let choice: Move = SHIFT;
    let most = -Infinity;
    for (const move of [SHIFT, LEFT, RIGHT] as const) {
      const score = this.#moveScores[move] ?? 0;
      if (score > most && this.state.allows(move)) {
        choice = move;
        most = score;
      }
    }
    return choice;
  }

  /** How far the chosen move stands above the best of the others that are allowed. */
  #margin(chosen: Move): number {
    let second = -Infinity;
    for (const move of [SHIFT, LEFT, RIGHT] as const) {
      if (move !== chosen && this.state.allows(move)) second = Math.max(second, this.#moveScores[move] ?? 0);
    }
    return (this.#moveScores[chosen] ?? 0) - second;
  }

  encode(): Map<string, Uint8Array> {
    const labels = new ByteWriter();
    labels.texts(this.labels);
    return new Map([
      ['parser/labels', labels.done()],
      ['parser/moves', this.#moves.encode()],
      ['parser/labelling', this.#labelling.encode()],
    ]);
  }
}

/** @throws ModelError if the model has no parser */
export function loadParser(sections: Sections): Parser {
  return new Parser(
    new ByteReader(section(sections, 'parser/labels')).texts().map(interned),
    WeightTable.decode(section(sections, 'parser/moves')),
    WeightTable.decode(section(sections, 'parser/labelling')),
  );
}
