import { inOrder, type Name, type Text } from './name.ts';

/** Which name, if any, each token of each sentence stands in. A sentence without names costs nothing. */
export class Cover {
  readonly #at = new Map<number, (Name | undefined)[]>();
  readonly #lengths: readonly number[];

  constructor(names: readonly Name[], { sentences }: Text) {
    this.#lengths = sentences.map(({ tokens }) => tokens.length);
    // shorter ones last: within a longer name, the longer is the answer
    for (const name of inOrder(names).reverse()) this.add(name);
  }

  at(sentence: number, token: number): Name | undefined {
    return this.#at.get(sentence)?.[token];
  }

  isFree(sentence: number, from: number, to = from + 1): boolean {
    if (from < 0 || sentence >= this.#lengths.length) return false;
    const row = this.#at.get(sentence);
    for (let token = from; row && token < to; token++) if (row[token] !== undefined) return false;
    return true;
  }

  add(name: Name): void {
    const length = this.#lengths[name.sentence];
    if (length === undefined) return;
    const row = this.#at.get(name.sentence) ?? new Array<Name | undefined>(length).fill(undefined);
    this.#at.set(name.sentence, row.fill(name, name.from, name.to));
  }
}
