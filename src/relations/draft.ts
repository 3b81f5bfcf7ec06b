import type { Token } from '../language/sentence.ts';
import type { Tree } from '../language/tree.ts';
import { plant } from './inflection.ts';

/** The stronger the tie to the clause, the likelier it is that of the whole phrase. */
const TIES = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'appos', 'root', 'xcomp', 'ccomp'];
const strength = (name: string): number => {
  const at = TIES.indexOf(name.split(':')[0] ?? '');
  return at < 0 ? TIES.length : at;
};

/** A tree's heads and relations while they are being changed. */
export class Draft {
  readonly #original: Tree;
  #heads: Int32Array;
  /** null as long as nothing is changed: most steps change nothing, and must not cost a copy. */
  #relations: string[] | null = null;

  constructor(tree: Tree) {
    this.#original = tree;
    this.#heads = tree.heads;
  }

  headOf(token: number): number {
    return this.#heads[token] ?? -1;
  }

  relationOf(token: number): string {
    return (this.#relations ? this.#relations[token] : this.#original.tokens[token]?.relation) ?? 'dep';
  }

  /** Hangs `token` on `head`, unless that hangs on `token` itself. */
  hang(token: number, head: number, name: string): void {
    if (head >= 0 && this.#leads(head, token)) return;
    this.#set(token, head, name);
  }

  /** Puts `one` where `other` hangs, and `other` below `one`. */
  promote(one: number, other: number, name: string): void {
    const [head, tie] = [this.headOf(other), this.relationOf(other)];
    if (head >= 0 && this.#leads(head, one)) return;
    this.#set(one, head, tie);
    this.#set(other, one, name);
  }

  /** Makes one phrase of tokens `from` to `to` (exclusive): only `center` is tied to the words around it. */
  unite(from: number, to: number, center: number): void {
    if (center < from || center >= to) return;
    const inside = (token: number) => token >= from && token < to;
    const outward: number[] = [];
    for (let t = from; t < to; t++) if (!inside(this.headOf(t))) outward.push(t);
    if (outward.length === 1 && outward[0] === center && !this.#hasStrays(from, to, center)) return;
    const [best = center] = outward.toSorted(
      (a, b) => strength(this.relationOf(a)) - strength(this.relationOf(b)) || a - b,
    );
    const [head, name] = [this.headOf(best), this.relationOf(best)];
    const below = (t: number) => this.#set(t, center, t < center ? 'compound' : 'flat');
    for (const t of outward) if (t !== center) below(t);
    this.#set(center, head, name);
    for (let t = from; t < to; t++) if (t !== center && !this.#leads(t, center)) below(t);
    for (const [t, above] of this.#heads.entries())
      if (!inside(t) && inside(above) && above !== center) this.#set(t, center, this.relationOf(t));
    if (head >= 0 && this.#leads(head, center)) this.#set(center, -1, 'root');
    const isMarked = this.#heads.some((above, t) => above === center && t < from && this.relationOf(t) === 'case');
    if (isMarked && this.relationOf(center) === 'obj') this.#set(center, this.headOf(center), 'obl');
  }

  /** The tree as it is now. */
  tree(): Tree {
    if (!this.#relations) return this.#original;
    const { sentence, tokens } = this.#original;
    const mended = tokens.map((token, i): Token => ({ ...token, head: this.headOf(i), relation: this.relationOf(i) }));
    return plant({ ...sentence, tokens: mended });
  }

  #set(token: number, head: number, name: string): void {
    if (!this.#relations) {
      this.#heads = this.#heads.slice();
      this.#relations = this.#original.tokens.map(({ relation }) => relation);
    }
    this.#heads[token] = head;
    this.#relations[token] = name;
  }

  /** Whether a token outside hangs on one inside that is not the center. */
  #hasStrays(from: number, to: number, center: number): boolean {
    return this.#heads.some((above, t) => (t < from || t >= to) && above >= from && above < to && above !== center);
  }

  /** Whether `token` hangs, over however many, on `above`. */
  #leads(token: number, above: number): boolean {
    let at = token;
    for (let steps = 0; steps <= this.#heads.length && at >= 0; steps++) {
      if (at === above) return true;
      at = this.headOf(at);
    }
    return false;
  }
}
