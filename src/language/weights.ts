import { ByteReader, ByteWriter } from './bytes.ts';

/** The number of one bits in a 32-bit word. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The weights of a linear model over hashed features, few and small: most rows are empty, the others hold a few
 * classes each. A weight is a signed byte q that stands for the integer q·|q| (a square-root law: plain linear bytes
 * cost three points of parsing), so that scores are exact integers and the same on every machine.
 */
export class WeightTable {
  /** How many rows the features hash to, a power of two. */
  readonly rows: number;
  readonly classes: number;
  readonly #mask: number;
  /** Two words for 32 rows: a bit for each that is not empty, and how many such rows stand before. */
  readonly #index: Int32Array;
  /** Where each row that is not empty begins in `#entries`, and one more. */
  readonly #starts: Int32Array;
  /** weight · 256 + class */
  readonly #entries: Int32Array;

  private constructor(rows: number, classes: number, index: Int32Array, starts: Int32Array, entries: Int32Array) {
    this.rows = rows;
    this.classes = classes;
    this.#mask = rows - 1;
    this.#index = index;
    this.#starts = starts;
    this.#entries = entries;
  }

  /** How many weights there are that are not zero. */
  get size(): number {
    return this.#entries.length;
  }

  /**
   * Adds the weights of one feature to the scores of all classes.
   *
   * @param hash any 32-bit integer; its low bits number the row
   */
  addScores(hash: number, scores: Int32Array): void {
    const row = hash & this.#mask;
    const word = (row >>> 5) << 1;
    const bits = this.#index[word] ?? 0;
    const bit = 1 << (row & 31);
    if ((bits & bit) === 0) return;
    const rank = (this.#index[word + 1] ?? 0) + ones(bits & (bit - 1));
    const end = this.#starts[rank + 1] ?? 0;
    for (let i = this.#starts[rank] ?? 0; i < end; i++) {
      const entry = this.#entries[i] ?? 0;
      const c = entry & 255;
      scores[c] = (scores[c] ?? 0) + (entry >> 8);
    }
  }

  /** Sets the scores to the sums over the first `count` features. */
  score(hashes: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    for (let f = 0; f < count; f++) this.addScores(hashes[f] ?? 0, scores);
  }

  /**
   * Makes the table from weights as trained.
   *
   * @param dense row after row, `classes` numbers each
   * @param threshold weights smaller than this, in either direction, are dropped
   * @throws RangeError if there are more than 256 classes or the rows are no power of two
   */
  static fromDense(dense: Float32Array, classes: number, threshold: number): WeightTable {
    const rows = dense.length / classes;
    if (classes > 256 || rows < 32 || (rows & (rows - 1)) !== 0) {
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
    const rows = 2 ** reader.unsigned();
    const classes = reader.unsigned();
    const [bitmap, lengths, labels, weights] = [reader.bytes(), reader.bytes(), reader.bytes(), reader.bytes()];
    if (bitmap.length * 8 !== rows || labels.length !== weights.length) throw new RangeError('not a table of weights');
    const index = new Int32Array(rows / 16);
    let filled = 0;
    for (let i = 0, b = 0; i < index.length; i += 2, b += 4) {
      const word =
        (bitmap[b] ?? 0) | ((bitmap[b + 1] ?? 0) << 8) | ((bitmap[b + 2] ?? 0) << 16) | ((bitmap[b + 3] ?? 0) << 24);
      index[i] = word;
      index[i + 1] = filled;
      filled += ones(word);
    }
    if (filled !== lengths.length) throw new RangeError('not a table of weights');
    const starts = new Int32Array(filled + 1);
    for (let r = 0; r < filled; r++) starts[r + 1] = (starts[r] ?? 0) + (lengths[r] ?? 0) + 1;
    if (starts[filled] !== labels.length) throw new RangeError('not a table of weights');
    const entries = new Int32Array(labels.length);
    for (let i = 0; i < entries.length; i++) {
      const q = ((weights[i] ?? 0) << 24) >> 24;
      entries[i] = ((q * Math.abs(q)) << 8) | (labels[i] ?? 0);
    }
    return new WeightTable(rows, classes, index, starts, entries);
  }

  encode(): Uint8Array {
    const writer = new TableWriter(this.rows, this.classes);
    for (let word = 0, rank = 0; word < this.#index.length; word += 2) {
      for (let bit = 0; bit < 32; bit++) {
        if ((((this.#index[word] ?? 0) >>> bit) & 1) === 0) continue;
        for (let i = this.#starts[rank] ?? 0; i < (this.#starts[rank + 1] ?? 0); i++) {
          const entry = this.#entries[i] ?? 0;
          const square = entry >> 8;
          writer.add((word << 4) + bit, entry & 255, Math.sign(square) * Math.round(Math.sqrt(Math.abs(square))));
        }
        rank++;
      }
    }
    return writer.done();
  }
}

/** Collects entries in the order of rows. Like values stand together, since they compress better so. */
class TableWriter {
  readonly #rows: number;
  readonly #classes: number;
  readonly #bitmap: Uint8Array;
  readonly #lengths: number[] = [];
  readonly #labels: number[] = [];
  readonly #weights: number[] = [];
  #last = -1;

  constructor(rows: number, classes: number) {
    this.#rows = rows;
    this.#classes = classes;
    this.#bitmap = new Uint8Array(rows / 8);
  }

  add(row: number, label: number, weight: number): void {
    if (row === this.#last) {
      this.#lengths.push((this.#lengths.pop() ?? 0) + 1);
    } else {
      this.#last = row;
      this.#bitmap[row >>> 3] = (this.#bitmap[row >>> 3] ?? 0) | (1 << (row & 7));
      this.#lengths.push(0);
    }
    this.#labels.push(label);
    this.#weights.push(weight);
  }

  done(): Uint8Array {
    const writer = new ByteWriter();
    writer.unsigned(Math.log2(this.#rows));
    writer.unsigned(this.#classes);
    writer.bytes(this.#bitmap);
    writer.bytes(Uint8Array.from(this.#lengths));
    writer.bytes(Uint8Array.from(this.#labels));
    writer.bytes(Uint8Array.from(Int8Array.from(this.#weights)));
    return writer.done();
  }
}
