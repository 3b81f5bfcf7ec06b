import { dependents, form, relation, type Tree } from '../../language/tree.ts';

/** Relations that tell more of a noun than an argument needs: each makes a tuple of its own. */
const ASIDE = new Set(['appos', 'parataxis', 'dislocated', 'discourse', 'vocative', 'list']);

/**
 * The tokens of an argument in the order of the text: `head` and what hangs on it, without its preposition, what is
 * said aside, relative clauses, and the other members of a coordination.
 *
 * @param without a clause on it that is told of it in the same tuple
 */
export function phrase(tree: Tree, head: number, without = -1): number[] {
  const all = [head];
  for (let at = 0; at < all.length; at++) {
    const token = all[at] ?? head;
    for (const child of tree.children[token] ?? []) {
      if (child === without || (token === head && isOutside(tree, child, head))) continue;
      if (token === head && ASIDE.has(relation(tree, child))) continue;
      if (tree.tokens[child]?.relation === 'acl:relcl') continue;
      all.push(child);
    }
  }
  return trimmed(
    tree,
    all.sort((a, b) => a - b),
  );
}

/** What stands at an argument's head but is no part of it. */
function isOutside(tree: Tree, child: number, head: number): boolean {
  const name = relation(tree, child);
  if (name === 'case') return child < head;
  if (name === 'conj' || name === 'cc' || name === 'mark' || name === 'cop' || name === 'nsubj' || name === 'aux')
    return true;
  return (name === 'acl' || name === 'advcl') && isCutOff(tree, child, head);
}

/** A comma stands between a noun and the clause that explains it. */
export function isCutOff(tree: Tree, clause: number, head: number): boolean {
  if (clause < head) return true;
  let first = clause;
  for (const child of tree.children[clause] ?? []) first = Math.min(first, child);
  return (
    dependents(tree, clause, 'punct').some((p) => p < clause && form(tree, p) === ',') || form(tree, first - 1) === ','
  );
}

/** The tokens of a whole clause, without its marks at the edges. */
export function clauseWords(tree: Tree, head: number): number[] {
  const all = [head];
  for (let at = 0; at < all.length; at++) all.push(...(tree.children[all[at] ?? head] ?? []));
  return trimmed(
    tree,
    all.sort((a, b) => a - b),
  );
}

/** Without marks of punctuation at the edges; brackets and quotes that match stay. */
export function trimmed(tree: Tree, tokens: readonly number[]): number[] {
  let [from, to] = [0, tokens.length];
  while (from < to && isEdge(tree, tokens[from] ?? -1)) from++;
  while (to > from && isEdge(tree, tokens[to - 1] ?? -1)) to--;
  return tokens.slice(from, to);
}

const isEdge = (tree: Tree, token: number): boolean => tree.tokens[token]?.upos === 'PUNCT';

/** Tokens as text: neighbours as they stand in the article, others apart by a space. */
export function textOf(text: string, tree: Tree, tokens: readonly number[]): string {
  let out = '';
  let last: number | null = null;
  for (const at of tokens) {
    const token = tree.tokens[at];
    if (!token) continue;
    const before = last === null ? undefined : tree.tokens[last];
    if (before) out += last === at - 1 ? text.slice(before.end, token.start) : ' ';
    out += token.form;
    last = at;
  }
  return out.replaceAll(/\s+/gu, ' ').trim();
}
