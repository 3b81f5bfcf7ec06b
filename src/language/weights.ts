import { ByteReader, ByteWriter } from './bytes.ts';

/** What a signed byte of weight stands for: q·|q|. Indexed by the byte without its sign. */
const SQUARES = Int32Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte * byte : -((byte - 256) ** 2)));

/** Tables of so few classes hold all weights of a row in one word. */
const NARROW = 4;

/**
 * The weights of a linear model over hashed features, few and small: most rows are empty, the others hold a few
 * classes each. A weight is a signed byte q that stands for the integer q·|q| (a square-root law: plain linear bytes
 * cost three points of parsing), so that scores are exact integers and the same on every machine.
 *
 * Scoring waits for memory more than for anything else, so a feature costs one look into a narrow table and two into
 * a wide one.
 */
export class WeightTable {
  /** How many rows the features hash to, a power of two. */
  readonly rows: number;
  readonly classes: number;
  /** How many weights there are that are not zero. */
  readonly size: number;
  readonly #mask: number;
  /** Narrow: a row's weights, one byte a class. Wide: where its entries begin, times 256, and how many there are. */
  readonly #index: Int32Array;
  /** Wide only: weight · 256 + class */
  readonly #entries: Int32Array;
  /** Rows under way, kept between calls. */
  #found = new Int32Array(64);

  private constructor(rows: number, classes: number, size: number, index: Int32Array, entries: Int32Array) {
    this.rows = rows;
    this.classes = classes;
    this.size = size;
    this.#mask = rows - 1;
    this.#index = index;
    this.#entries = entries;
  }

  /**
   * Adds the weights of one feature to the scores of all classes.
   *
   * @param hash any 32-bit integer; its low bits number the row
   */
  addScores(hash: number, scores: Int32Array): void {
    const row = this.#index[hash & this.#mask] ?? 0;
    if (this.classes <= NARROW) {
      for (let c = 0; c < this.classes; c++) {
        scores[c] = (scores[c] ?? 0) + (SQUARES[(row >>> (8 * c)) & 255] ?? 0);
      }
      return;
    }
    const start = row >>> 8;
    const end = start + (row & 255);
    for (let i = start; i < end; i++) {
      const entry = this.#entries[i] ?? 0;
      const c = entry & 255;
      scores[c] = (scores[c] ?? 0) + (entry >> 8);
    }
  }

  /** Sets the scores to the sums over the first `count` features. */
  score(hashes: Int32Array, count: number, scores: Int32Array): void {
    if (this.classes === 3) {
      this.#scoreThree(hashes, count, scores);
      return;
    }
    scores.fill(0);
    this.addAll(hashes, 0, count, scores);
  }

  /** Adds the sums over the features from `from` (inclusive) to `to` (exclusive). */
  addAll(hashes: Int32Array, from: number, to: number, scores: Int32Array): void {
    if (this.classes <= NARROW) {
      for (let f = from; f < to; f++) this.addScores(hashes[f] ?? 0, scores);
      return;
    }
    // All rows and their first entries are looked at before any is added: loads that do not wait for each other reach
    // memory together. Looking at rows alone made reading a fifth faster, at entries too another eighth.
    if (this.#found.length <= to - from) this.#found = new Int32Array(to - from + 1);
    const found = this.#found;
    const index = this.#index;
    const entries = this.#entries;
    const mask = this.#mask;
    let filled = 0;
    let touched = 0;
    for (let f = from; f < to; f++) {
      const row = index[(hashes[f] ?? 0) & mask] ?? 0;
      found[filled] = row;
      filled += row === 0 ? 0 : 1;
      touched ^= entries[row >>> 8] ?? 0;
    }
    found[filled] = touched; // kept, so that the look is not optimised away
    for (let f = 0; f < filled; f++) {
      const row = found[f] ?? 0;
      const end = (row >>> 8) + (row & 255);
      for (let i = row >>> 8; i < end; i++) {
        const entry = entries[i] ?? 0;
        const c = entry & 255;
        scores[c] = (scores[c] ?? 0) + (entry >> 8);
      }
    }
  }

  /** The parser's moves are three and asked for most of all. */
  #scoreThree(hashes: Int32Array, count: number, scores: Int32Array): void {
    const index = this.#index;
    const squares = SQUARES;
    const mask = this.#mask;
    let first = 0;
    let second = 0;
    let third = 0;
    for (let f = 0; f < count; f++) {
      const row = index[(hashes[f] ?? 0) & mask] ?? 0;
      first += squares[row & 255] ?? 0;
      second += squares[(row >>> 8) & 255] ?? 0;
      third += squares[(row >>> 16) & 255] ?? 0;
    }
    scores[0] = first;
    scores[1] = second;
    scores[2] = third;
  }

  /** All weights, row after row, `classes` numbers each. */
  toDense(): Float32Array {
    const dense = new Float32Array(this.rows * this.classes);
    const scores = new Int32Array(this.classes);
    for (let row = 0; row < this.rows; row++) {
      scores.fill(0);
      this.addScores(row, scores);
      dense.set(scores, row * this.classes);
    }
    return dense;
  }

  /**
   * Makes the table from weights as trained.
   *
   * @param dense row after row, `classes` numbers each
   * @param threshold weights smaller than this, in either direction, are dropped
   * @throws RangeError if there are more than 255 classes or the rows are no power of two
   */
  static fromDense(dense: Float32Array, classes: number, threshold: number): WeightTable {
    const rows = dense.length / classes;
    if (classes > 255 || rows < 32 || (rows & (rows - 1)) !== 0) {
      throw new RangeError(`a table of ${rows} rows and ${classes} classes cannot be stored`);
    }
    let max = 0;
    for (const w of dense) max = Math.max(max, Math.abs(w));
    const least = Math.max(threshold, max / (254 * 254));
    const writer = new TableWriter(rows, classes);
    for (let row = 0, at = 0; row < rows; row++) {
      for (let c = 0; c < classes; c++, at++) {
        const w = dense[at] ?? 0;
        if (Math.abs(w) >= least) writer.add(row, c, Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / max)));
      }
    }
    return WeightTable.decode(writer.done());
  }

  /** @throws RangeError if the bytes are no table or end too early */
  static decode(bytes: Uint8Array): WeightTable {
    const reader = new ByteReader(bytes);
    const rows = 2 ** Math.min(30, reader.unsigned());
    const classes = reader.unsigned();
    const [bitmap, shapes, labels, weights] = [reader.bytes(), reader.bytes(), reader.bytes(), reader.bytes()];
    const narrow = classes <= NARROW;
    const broken = new RangeError('not a table of weights');
    if (bitmap.length * 8 !== rows || labels.length !== (narrow ? 0 : weights.length)) throw broken;
    const index = new Int32Array(rows);
    let filled = 0;
    let at = 0;
    for (let byte = 0; byte < bitmap.length; byte++) {
      for (let bits = bitmap[byte] ?? 0, row = byte * 8; bits !== 0; bits >>>= 1, row++) {
        if ((bits & 1) === 0) continue;
        const shape = shapes[filled++] ?? 0;
        let word = at * 256 + shape + 1;
        if (narrow) {
          word = 0;
          for (let c = 0; c < NARROW; c++) if (shape & (1 << c)) word |= (weights[at++] ?? 0) << (8 * c);
        } else {
          at += shape + 1;
        }
        index[row] = word;
      }
    }
    if (filled !== shapes.length || at !== weights.length) throw broken;
    const entries = new Int32Array(labels.length);
    for (let i = 0; i < entries.length; i++) entries[i] = ((SQUARES[weights[i] ?? 0] ?? 0) << 8) | (labels[i] ?? 0);
    return new WeightTable(rows, classes, at, index, entries);
  }

  encode(): Uint8Array {
    const writer = new TableWriter(this.rows, this.classes);
    for (let row = 0; row < this.rows; row++) {
      const word = this.#index[row] ?? 0;
      if (word === 0) continue;
      if (this.classes <= NARROW) {
        for (let c = 0; c < this.classes; c++) {
          const weight = (word >>> (8 * c)) & 255;
          if (weight !== 0) writer.add(row, c, weight);
        }
      } else {
        for (let i = word >>> 8; i < (word >>> 8) + (word & 255); i++) {
          const entry = this.#entries[i] ?? 0;
          const square = entry >> 8;
          writer.add(row, entry & 255, Math.sign(square) * Math.round(Math.sqrt(Math.abs(square))));
        }
      }
    }
    return writer.done();
  }
}

/**
 * Collects entries in the order of rows. Like values stand together, since they compress better so: which rows are
 * not empty; of each, the set of its classes in a narrow table, or how many there are, less one, in a wide one; the
 * classes of a wide table; the weights.
 */
class TableWriter {
  readonly #rows: number;
  readonly #classes: number;
  readonly #bitmap: Uint8Array;
  readonly #shapes: number[] = [];
  readonly #labels: number[] = [];
  readonly #weights: number[] = [];
  #last = -1;

  constructor(rows: number, classes: number) {
    this.#rows = rows;
    this.#classes = classes;
    this.#bitmap = new Uint8Array(rows / 8);
  }

  add(row: number, label: number, weight: number): void {
    const narrow = this.#classes <= NARROW;
    const before = row === this.#last ? this.#shapes.pop() : undefined;
    this.#bitmap[row >>> 3] = (this.#bitmap[row >>> 3] ?? 0) | (1 << (row & 7));
    this.#shapes.push(narrow ? (before ?? 0) | (1 << label) : (before ?? -1) + 1);
    this.#last = row;
    if (!narrow) this.#labels.push(label);
    this.#weights.push(weight);
  }

  done(): Uint8Array {
    const writer = new ByteWriter();
    writer.unsigned(Math.log2(this.#rows));
    writer.unsigned(this.#classes);
    writer.bytes(this.#bitmap);
    writer.bytes(Uint8Array.from(this.#shapes));
    writer.bytes(Uint8Array.from(this.#labels));
    writer.bytes(Uint8Array.from(this.#weights, (weight) => weight & 255));
    return writer.done();
  }
}
