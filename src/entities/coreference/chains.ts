import type { EntityType } from '../../ontology.ts';
import type { Gender, GrammaticalNumber, Phrase } from '../phrase.ts';

/** One phrase refers to what other phrases refer to: to one, or, in the plural, to several together. */
export interface Link {
  /** Index of the phrase. */
  phrase: number;
  /** Indices of the phrases that it refers back to. One makes both one chain. */
  to: readonly number[];
  /** 0–1: how sure the rule is. */
  certainty: number;
  /** The phrase is a name that the thing no longer bears. */
  former?: true;
}

/** Phrases that speak of one thing, and what they tell of it together. */
export interface Chain {
  /** Indices of phrases, in order. */
  members: number[];
  /** Those of them that are names. */
  names: number[];
  type: EntityType | null;
  country: string | null;
  gender: Gender | null;
  human: boolean | null;
  number: GrammaticalNumber | null;
  /** What it is called by: "ship", "agency"; of names, the last word. */
  nouns: Set<string>;
}

/** Phrases grown together: the state that the sieves build on. */
export class Chains {
  readonly phrases: readonly Phrase[];
  readonly #parent: number[];
  readonly #chains: (Chain | undefined)[];
  readonly #certainty: number[];
  readonly #former = new Set<string>();
  readonly #several = new Map<number, readonly number[]>();

  constructor(phrases: readonly Phrase[]) {
    this.phrases = phrases;
    this.#parent = phrases.map((_, index) => index);
    this.#chains = phrases.map(chainOf);
    this.#certainty = phrases.map(() => 1);
  }

  /** The number of the chain that a phrase is in; it changes as chains merge. */
  id(phrase: number): number {
    let at = phrase;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  /** @throws RangeError if there is no such phrase */
  chain(phrase: number): Chain {
    const chain = this.#chains[this.id(phrase)];
    if (!chain) throw new RangeError(`no phrase ${phrase}`);
    return chain;
  }

  same(a: number, b: number): boolean {
    return this.id(a) === this.id(b);
  }

  isNamed(phrase: number): boolean {
    return this.chain(phrase).names.length > 0;
  }

  /** Whether a phrase has been tied to another, in one chain or in the plural. */
  isLinked(phrase: number): boolean {
    return this.chain(phrase).members.length > 1 || this.#several.has(phrase);
  }

  /** What a plural phrase refers to, or undefined. */
  several(phrase: number): readonly number[] | undefined {
    return this.#several.get(phrase);
  }

  /** Whether a name's words are said to be a former name. */
  isFormer(phrase: Phrase): boolean {
    return this.#former.has(phrase.text);
  }

  certainty(phrase: number): number {
    return this.#certainty[phrase] ?? 0;
  }

  join({ phrase, to, certainty, former }: Link): void {
    if (former) this.#former.add(this.phrases[phrase]?.text ?? '');
    const [first] = to;
    if (first === undefined) return;
    const sure = certainty * Math.min(...to.map((one) => this.certainty(one)));
    // what is called by its own name is sure, whoever shares the name
    this.#certainty[phrase] = Math.min(this.certainty(phrase), sure);
    if (to.length > 1) this.#several.set(phrase, to);
    else this.#merge(this.id(first), this.id(phrase));
  }

  #merge(a: number, b: number): void {
    const [one, other] = [this.#chains[a], this.#chains[b]];
    if (a === b || !one || !other) return;
    const [kept, gone] = one.members.length >= other.members.length ? [a, b] : [b, a];
    const [large, small] = kept === a ? [one, other] : [other, one];
    this.#parent[gone] = kept;
    this.#chains[gone] = undefined;
    // the chain whose name stands first says what it is
    const [lead, follow] = (one.names[0] ?? Infinity) <= (other.names[0] ?? Infinity) ? [one, other] : [other, one];
    large.type = lead.type ?? follow.type;
    large.country = lead.country ?? follow.country;
    large.gender = lead.gender ?? follow.gender;
    large.human = lead.human ?? follow.human;
    large.number = lead.number ?? follow.number;
    add(large.members, small.members);
    add(large.names, small.names);
    for (const noun of small.nouns) large.nouns.add(noun);
  }
}

function chainOf(phrase: Phrase, index: number): Chain {
  const isName = phrase.kind === 'name';
  return {
    members: [index],
    names: isName ? [index] : [],
    type: phrase.type ?? null,
    country: phrase.country ?? null,
    gender: phrase.gender,
    human: phrase.human,
    number: phrase.number,
    nouns: new Set(phrase.kind === 'pronoun' || !phrase.noun ? [] : [phrase.noun]),
  };
}

/** Adds sorted numbers to a sorted list; in order of the text, which is the common case, each costs one step. */
function add(list: number[], more: readonly number[]): void {
  const inOrder = (list.at(-1) ?? -1) < (more[0] ?? 0);
  for (const one of more) list.push(one);
  if (!inOrder) list.sort((a, b) => a - b);
}
