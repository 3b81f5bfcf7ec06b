import { remember } from '../lexicon/index.ts';
import type { Sentence, Token } from './sentence.ts';

/**
 * A sentence's parse, ready to be walked in both directions; tokens are their indices. Always a forest: broken heads
 * and cycles are cut, so that every walk ends.
 */
export interface Tree {
  sentence: Sentence;
  tokens: readonly Token[];
  /** Head of each token; -1 for a root. */
  heads: Int32Array;
  children: readonly (readonly number[])[];
  /** Lower-case lemmas; the form where there is none. */
  lemmas: readonly string[];
  /** Lower-case forms. */
  forms: readonly string[];
  /** Relations without their subtypes: "nsubj" of "nsubj:pass". */
  relations: readonly string[];
  /** All tokens, heads before their dependents. */
  order: readonly number[];
}

const asGiven = (_form: string, lemma: string): string => lemma;

/**
 * Reads the heads of a sentence, whatever they are.
 *
 * @param verbLemma the lemma of a word that acts as a verb, of its form and what the lemmatiser gave, both in lower case
 */
export function treeOf(sentence: Sentence, verbLemma = asGiven): Tree {
  const { tokens } = sentence;
  const heads = Int32Array.from(tokens, (token, i) =>
    token.head >= 0 && token.head < tokens.length && token.head !== i ? token.head : -1,
  );
  cutCycles(heads);
  const children: number[][] = tokens.map(() => []);
  const order: number[] = [];
  heads.forEach((head, i) => {
    if (head >= 0) children[head]?.push(i);
    else order.push(i);
  });
  for (let at = 0; at < order.length; at++) order.push(...(children[order[at] ?? -1] ?? []));
  const forms = tokens.map((token) => lowerCase(token.form));
  return {
    sentence,
    tokens,
    heads,
    children,
    lemmas: tokens.map((token, i) => {
      const form = forms[i] ?? '';
      const given = token.lemma === '' || token.lemma === '_' ? form : lowerCase(token.lemma);
      return actsAsVerb(token, children[i] ?? [], tokens) ? verbLemma(form, given) : given;
    }),
    forms,
    relations: tokens.map((token) => withoutSubtype(token.relation)),
    order,
  };
}

function cutCycles(heads: Int32Array): void {
  const seenIn = new Int32Array(heads.length).fill(-1);
  for (let start = 0; start < heads.length; start++) {
    let at = start;
    while (at >= 0 && seenIn[at] === -1) {
      seenIn[at] = start;
      const next = heads[at] ?? -1;
      if (next >= 0 && seenIn[next] === start) heads[at] = -1;
      at = heads[at] ?? -1;
    }
  }
}

const lowerCase = remember((word) => word.toLowerCase());
const withoutSubtype = remember((full) => full.replace(/:.*$/s, ''));

/** The relation without its subtype: "nsubj" of "nsubj:pass". */
export const relation = (tree: Tree, token: number): string => tree.relations[token] ?? '';

export const head = (tree: Tree, token: number): number => tree.heads[token] ?? -1;

const actsAsVerb = ({ xpos }: Token, children: readonly number[], tokens: readonly Token[]): boolean =>
  xpos.startsWith('VB') || children.some((child) => tokens[child]?.relation === 'nsubj');

export const lemma = (tree: Tree, token: number): string => tree.lemmas[token] ?? '';

export const form = (tree: Tree, token: number): string => tree.forms[token] ?? '';

/** Dependents of `token` whose relation, without or with subtype, is among `relations`. */
export function dependents(tree: Tree, token: number, ...relations: string[]): number[] {
  const found: number[] = [];
  for (const child of tree.children[token] ?? [])
    if (relations.includes(relation(tree, child)) || relations.includes(tree.tokens[child]?.relation ?? ''))
      found.push(child);
  return found;
}

/** The preposition that marks `token`, several words joined ("according_to"); '' where there is none. */
export function preposition(tree: Tree, token: number): string {
  const cases = dependents(tree, token, 'case').filter((c) => tree.tokens[c]?.xpos !== 'POS');
  const fixed = cases.find((c) => dependents(tree, c, 'fixed').length > 0);
  if (fixed !== undefined) return [fixed, ...dependents(tree, fixed, 'fixed')].map((t) => form(tree, t)).join('_');
  const last = cases.filter((c) => c < token).at(-1);
  return last === undefined ? '' : form(tree, last);
}

/** `token` and all that hangs on it, in the order of the text. */
export function subtree(tree: Tree, token: number): number[] {
  const all = [token];
  for (let at = 0; at < all.length; at++) all.push(...(tree.children[all[at] ?? -1] ?? []));
  return all.sort((a, b) => a - b);
}

/** `token` itself, then its heads up to the root. */
export function* upwards(tree: Tree, token: number): Generator<number> {
  for (let at = token; at >= 0; at = head(tree, at)) yield at;
}

export const isVerb = (tree: Tree, token: number): boolean => tree.tokens[token]?.upos === 'VERB';

export const isNoun = (tree: Tree, token: number): boolean => {
  const upos = tree.tokens[token]?.upos;
  return upos === 'NOUN' || upos === 'PROPN';
};

/** Whether `token` is `ancestor` or hangs below it. */
export function isUnder(tree: Tree, token: number, ancestor: number): boolean {
  for (const at of upwards(tree, token)) if (at === ancestor) return true;
  return false;
}

const CLAUSE = /^(?:root|ccomp|xcomp|advcl|acl|csubj|parataxis)/;

/** The nearest word above `token` that can hold a clause: a verb, or what a clause relation points at; -1 if none. */
export function clauseOf(tree: Tree, token: number): number {
  for (const at of upwards(tree, head(tree, token))) if (isVerb(tree, at) || CLAUSE.test(relation(tree, at))) return at;
  return -1;
}

/** The first and last token (exclusive) of what hangs below `token`, itself included. */
export function span(tree: Tree, token: number): [from: number, to: number] {
  const all = subtree(tree, token);
  return [all[0] ?? token, (all.at(-1) ?? token) + 1];
}
