/** What stands in the place of a word that is not there. */
export const NONE = 0;

/** The three moves of the arc-hybrid system. */
export const SHIFT = 0;
/** The next word becomes the head of the stack's top. */
export const LEFT = 1;
/** The word below the stack's top becomes its head. */
export const RIGHT = 2;
export type Move = typeof SHIFT | typeof LEFT | typeof RIGHT;

/**
 * A parse in the making, after the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). Words are numbered
 * from 1; the root is one more than the last word and stands at the end of the buffer, so that exactly one word can
 * become its child. A state is used again for each sentence.
 */
export class State {
  length = 0;
  /** The first word of the buffer. */
  next = 1;
  /** How many words the stack holds; `stack[size - 1]` is its top. */
  size = 0;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  labels = new Int32Array(0);
  /** The outermost and second outermost child on either side, or NONE. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Which labels the children on either side have: a sum of hashes, whatever their order. */
  leftLabels = new Int32Array(0);
  rightLabels = new Int32Array(0);

  get root(): number {
    return this.length + 1;
  }

  /** The n-th word of the stack from its top, or NONE. */
  top(n: number): number {
    return n < this.size ? (this.stack[this.size - 1 - n] ?? NONE) : NONE;
  }

  /** The n-th word of the buffer, the root included, or NONE. */
  ahead(n: number): number {
    return this.next + n <= this.length + 1 ? this.next + n : NONE;
  }

  start(length: number): void {
    this.length = length;
    this.next = 1;
    this.size = 0;
    if (this.heads.length < length + 2) {
      const room = Math.max(64, 2 * (length + 2));
      this.stack = new Int32Array(room);
      this.heads = new Int32Array(room);
      this.labels = new Int32Array(room);
      this.left1 = new Int32Array(room);
      this.left2 = new Int32Array(room);
      this.right1 = new Int32Array(room);
      this.right2 = new Int32Array(room);
      this.leftCount = new Int32Array(room);
      this.rightCount = new Int32Array(room);
      this.leftLabels = new Int32Array(room);
      this.rightLabels = new Int32Array(room);
      return;
    }
    for (const column of [this.heads, this.left1, this.left2, this.right1, this.right2]) column.fill(0, 0, length + 2);
    for (const column of [this.labels, this.leftCount, this.rightCount, this.leftLabels, this.rightLabels]) {
      column.fill(0, 0, length + 2);
    }
  }

  finished(): boolean {
    return this.size === 0 && this.next === this.length + 1;
  }

  allows(move: Move): boolean {
    const atRoot = this.next === this.length + 1;
    if (move === SHIFT) return !atRoot;
    if (move === LEFT) return atRoot ? this.size === 1 : this.size > 0;
    return this.size > 1;
  }

  /** The move that is the only one allowed, if there is such: one in ten of the moves of news. */
  forced(): Move | null {
    if (this.size === 0) return SHIFT;
    if (this.next <= this.length) return null;
    return this.size === 1 ? LEFT : RIGHT;
  }

  shift(): void {
    this.stack[this.size++] = this.next++;
  }

  /** Makes an arc and takes its dependent, the stack's top, away. */
  attach(move: typeof LEFT | typeof RIGHT, label: number): void {
    const child = this.top(0);
    const head = move === LEFT ? this.next : this.top(1);
    this.size--;
    this.heads[child] = head;
    this.labels[child] = label;
    const bits = Math.imul(label + 1, 0x9e3779b1);
    if (move === LEFT) {
      this.left2[head] = this.left1[head] ?? NONE;
      this.left1[head] = child;
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
      this.leftLabels[head] = (this.leftLabels[head] ?? 0) + bits;
    } else {
      this.right2[head] = this.right1[head] ?? NONE;
      this.right1[head] = child;
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
      this.rightLabels[head] = (this.rightLabels[head] ?? 0) + bits;
    }
  }
}
