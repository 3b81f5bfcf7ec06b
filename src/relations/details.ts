import { dependents, form, isNoun, subtree, type Tree } from '../language/tree.ts';
import type { TimeExpression } from './dates.ts';
import type { Finding } from './finding.ts';
import type { Phrases } from './phrases.ts';
import type { Argument, Proposition } from './proposition.ts';

/** What qualifies a deed: where, on what occasion, with what, as what. */
const QUALIFYING =
  /^(?:aboard|across|after|against|amid|as|at|before|by|despite|during|following|for|from|in|near|on|over|under|with|without)$/;
/** More words than this are another story. */
const LONGEST = 12;

/**
 * The tokens `from` (inclusive) to `to` (exclusive) of the phrase in a finding's clause that qualifies it ("at a
 * Russian spaceport"): the first behind the verb that is no date and holds neither end nor a name of its own; or null.
 */
export function detailsOf(
  phrases: Phrases,
  { predicate, subject, object, role }: Finding,
  clauses: readonly Proposition[],
  dates: readonly TimeExpression[],
): readonly [from: number, to: number] | null {
  const { tree, named } = phrases;
  const clause = clauses.find((one) => one.predicate === predicate && one.kind === 'verb');
  for (const argument of clause?.oblique ?? []) {
    if (argument.head < predicate || !QUALIFYING.test(argument.preposition) || !isNoun(tree, argument.head)) continue;
    // the office that the statement has as its role
    if (argument.preposition === 'as' && role !== undefined) continue;
    const [from, to] = spanOf(tree, argument, dates);
    const isDate = dates.some((date) => date.from < to && from < date.to);
    const holds = (at: number) => from <= at && at < to;
    if (isDate || to - from > LONGEST || holds(subject.mention.head) || holds(object.mention.head)) continue;
    // "in the Danish capital, Copenhagen" is the place
    const isNamed = [argument.head, ...dependents(tree, argument.head, 'appos')].some((at) => named[at] !== undefined);
    if (!isNamed && form(tree, from) === argument.preposition) return [from, to];
  }
  return null;
}

/** An argument with its preposition, without the clauses, asides and dates that hang on it. */
function spanOf(tree: Tree, { head }: Argument, dates: readonly TimeExpression[]): [from: number, to: number] {
  const isDate = (t: number) => dates.some(({ from, to }) => from <= t && t < to);
  const aside = new Set([
    ...dependents(tree, head, 'acl', 'advcl', 'appos', 'parataxis', 'punct').flatMap((t) => subtree(tree, t)),
    ...dependents(tree, head, 'nmod', 'obl')
      .map((t) => subtree(tree, t))
      .filter((tokens) => tokens.some(isDate))
      .flat(),
  ]);
  const tokens = subtree(tree, head).filter((t) => !aside.has(t));
  return [tokens[0] ?? head, (tokens.at(-1) ?? head) + 1];
}
