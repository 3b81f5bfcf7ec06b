import type { Sentence, Token } from '../language/sentence.ts';

/** A sentence's dependency tree, with the questions that coreference asks of it. Tokens are their indices. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
  /** Whether `token` is `ancestor` or hangs below it. */
  isUnder(token: number, ancestor: number): boolean;
  /** The nearest word above `token` that can hold a clause: a verb, or what a clause relation points at; -1 if none. */
  clauseOf(token: number): number;
  /** The first and last token of what hangs below `token`, itself included. */
  span(token: number): [from: number, to: number];
}

const CLAUSE = /^(?:root|ccomp|xcomp|advcl|acl|csubj|parataxis)/;

/** Reads the heads of a sentence. Whatever they are, every question ends: a cycle is cut where it closes. */
export function treeOf(sentence: Sentence): Tree {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  for (const [index, token] of tokens.entries()) children[token.head]?.push(index);

  const isUnder = (token: number, ancestor: number): boolean => {
    let at = token;
    for (let steps = 0; steps <= tokens.length && at >= 0; steps++) {
      if (at === ancestor) return true;
      at = tokens[at]?.head ?? -1;
    }
    return false;
  };

  const clauseOf = (token: number): number => {
    let at = tokens[token]?.head ?? -1;
    for (let steps = 0; steps <= tokens.length && at >= 0; steps++) {
      const above = tokens[at];
      if (!above || above.upos === 'VERB' || CLAUSE.test(above.relation)) return at;
      at = above.head;
    }
    return -1;
  };

  const span = (token: number): [number, number] => {
    let [from, to] = [token, token + 1];
    const seen = new Set([token]);
    const open = [token];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      from = Math.min(from, next);
      to = Math.max(to, next + 1);
      for (const child of children[next] ?? []) {
        if (seen.has(child)) continue;
        seen.add(child);
        open.push(child);
      }
    }
    return [from, to];
  };

  return { tokens, children, isUnder, clauseOf, span };
}
