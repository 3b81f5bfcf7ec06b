import { dependents, isNoun, type Tree } from '../../language/tree.ts';

const MOST_MEMBERS = 12;

/** `head` and the nouns coordinated with it. */
export function members(tree: Tree, head: number): number[] {
  const all = [head];
  for (let at = 0; at < all.length && all.length < MOST_MEMBERS; at++)
    for (const child of dependents(tree, all[at] ?? head, 'conj'))
      if (isNoun(tree, child) || tree.tokens[child]?.upos === 'PRON' || tree.tokens[child]?.upos === 'NUM')
        all.push(child);
  return all.slice(0, MOST_MEMBERS);
}
