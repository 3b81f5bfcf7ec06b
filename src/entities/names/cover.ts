import { inOrder, type Name, type Text } from './name.ts';

/** Which name, if any, each token of each sentence stands in. */
export class Cover {
  readonly #at: (Name | undefined)[][];

  constructor(names: readonly Name[], { sentences }: Text) {
    this.#at = sentences.map(({ tokens }) => new Array<Name | undefined>(tokens.length).fill(undefined));
    // shorter ones last: within a longer name, the longer is the answer
    for (const name of [...inOrder(names)].reverse()) this.#at[name.sentence]?.fill(name, name.from, name.to);
  }

  at(sentence: number, token: number): Name | undefined {
    return this.#at[sentence]?.[token];
  }

  isFree(sentence: number, from: number, to = from + 1): boolean {
    return from >= 0 && (this.#at[sentence]?.slice(from, to).every((name) => name === undefined) ?? false);
  }

  add(name: Name): void {
    this.#at[name.sentence]?.fill(name, name.from, name.to);
  }
}
