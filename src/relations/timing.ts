import { dependents, form, head, isNoun, lemma, preposition, relation, type Tree, upwards } from '../language/tree.ts';
import type { TimeExpression } from './dates.ts';
import type { Proposition } from './proposition.ts';
import { nounRulesOf, singular } from './verbs.ts';

/** Which clause of a sentence each date belongs to. */
export interface Timing {
  /** The date of what `predicate` says, by its own words or those of the clause that it is part of; null for none. */
  at(predicate: number): TimeExpression | null;
}

export function timingOf(tree: Tree, dates: readonly TimeExpression[], propositions: readonly Proposition[]): Timing {
  if (dates.length === 0) return { at: () => null };
  const predicates = new Set(propositions.map((one) => one.predicate));
  const owned = new Map<number, TimeExpression>();
  for (const date of dates) {
    const owner = ownerOf(tree, date, predicates);
    if (owner !== null && !owned.has(owner)) owned.set(owner, date);
    const clause = clauseBehind(tree, date);
    if (clause !== null) owned.set(clause, date);
  }
  const [first] = dates;
  const root = tree.order[0] ?? 0;
  // a date that opens the sentence is the main clause's, wherever the parser hung it
  if (first && opens(tree, first) && !owned.has(root)) owned.set(root, first);
  return { at: (predicate) => inherited(tree, predicate, owned) };
}

const opens = (tree: Tree, date: TimeExpression): boolean =>
  date.from <= 3 && tree.tokens.slice(0, date.from).every((t) => /^(?:ADP|ADV|DET|PUNCT|SCONJ|ADJ)$/.test(t.upos));

/** The verb of "1999, when A left B". */
function clauseBehind(tree: Tree, { to }: TimeExpression): number | null {
  const when = form(tree, to) === ',' ? to + 1 : to;
  const verb = form(tree, when) === 'when' ? head(tree, when) : -1;
  return verb > when ? verb : null;
}

/** The verb, or the noun of happening, that the date hangs on. */
function ownerOf(tree: Tree, date: TimeExpression, predicates: ReadonlySet<number>): number | null {
  if (isBracketed(tree, date)) return null;
  let at = date.from;
  for (let t = date.from; t < date.to; t++) {
    const above = head(tree, t);
    if (above < date.from || above >= date.to) at = t;
  }
  for (const above of upwards(tree, head(tree, at))) {
    if (predicates.has(above)) return above;
    if (isNoun(tree, above) && nounRulesOf(singular(lemma(tree, above))).length > 0) return above;
    if (isNoun(tree, above) && above < date.from && /^(?:before|after|since|until|of)$/.test(preposition(tree, above)))
      return null;
  }
  return null;
}

/** "[A] (1818 – 1895)", "the film (2003)": years in brackets are those of what stands before them, not of the clause. */
function isBracketed({ tokens }: Tree, { from, to }: TimeExpression): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const word = tokens[at]?.form ?? '';
    if (/^[)\]]$/.test(word)) return false;
    if (/^[([]$/.test(word)) return tokens.slice(to, to + REACH).some((token) => /^[)\]]$/.test(token.form));
  }
  return false;
}

/** The longest stretch of words from a bracket to a date inside it. */
const REACH = 10;

function inherited(tree: Tree, predicate: number, owned: ReadonlyMap<number, TimeExpression>): TimeExpression | null {
  let at = predicate;
  for (let steps = 0; steps < 8; steps++) {
    const own = owned.get(at);
    if (own) return own;
    const above = head(tree, at);
    if (above < 0 || !passesDate(tree, at)) return null;
    at = above;
  }
  return null;
}

/** Whether what hangs on a clause happens when the clause does. */
function passesDate(tree: Tree, at: number): boolean {
  const name = relation(tree, at);
  if (isNoun(tree, at))
    return name === 'obj' || name === 'obl' || name === 'nsubj' || name === 'nmod' || name === 'conj';
  if (name === 'xcomp' || name === 'conj' || name === 'parataxis') return true;
  if (name === 'advcl')
    return /^VB[GN]$/.test(tree.tokens[at]?.xpos ?? '') && dependents(tree, at, 'mark').length === 0;
  if (name === 'acl') return dependents(tree, at, 'advmod').some((t) => form(tree, t) === 'where');
  return false;
}
