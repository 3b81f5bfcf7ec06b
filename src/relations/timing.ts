import { dependents, form, head, isNoun, lemma, preposition, relation, type Tree, upwards } from '../language/tree.ts';
import type { TimeExpression } from './dates.ts';
import type { Proposition } from './proposition.ts';
import { isObjectControl, isOfOtherTime, isQuotative, isSpeech, nounRulesOf, singular } from './verbs.ts';

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
    const free = owner !== null && owned.has(owner) ? happeningBefore(tree, date) : owner;
    if (free !== null && !owned.has(free)) owned.set(free, date);
    const verb = owner === null ? null : verbOver(tree, owner);
    if (verb !== null && !owned.has(verb)) owned.set(verb, date);
    const clause = clauseBehind(tree, date);
    if (clause !== null) owned.set(clause, date);
  }
  const [first] = dates;
  const root = tree.order[0] ?? 0;
  // a date that opens the sentence is the main clause's, wherever the parser hung it
  if (first && opens(tree, first) && !owned.has(root)) owned.set(root, first);
  return { at: (predicate) => inherited(tree, predicate, owned) };
}

/** Whether a verb in the present speaks of a day after that of the article: "meets B next week", "is flying to B on Friday". */
export function comes(tree: Tree, verb: number, { future }: TimeExpression, today: string | null): boolean {
  const xpos = tree.tokens[verb]?.xpos ?? '';
  const isPresent =
    /^VB[ZP]$/.test(xpos) ||
    (xpos === 'VBG' && dependents(tree, verb, 'aux').some((t) => /^(?:am|is|are|'s|'re)$/.test(form(tree, t))));
  return isPresent && today !== null && future > today;
}

const opens = (tree: Tree, date: TimeExpression): boolean =>
  date.from <= 3 && tree.tokens.slice(0, date.from).every((t) => /^(?:ADP|ADV|DET|PUNCT|SCONJ|ADJ)$/.test(t.upos));

/** The verb of "signed it during talks on Monday": what is done in a happening is done when it happens. */
function verbOver(tree: Tree, owner: number): number | null {
  const isDuring =
    isNoun(tree, owner) && relation(tree, owner) === 'obl' && /^(?:during|in|at)$/.test(preposition(tree, owner));
  return isDuring ? head(tree, owner) : null;
}

/** The verb of "1999, when A left B". */
function clauseBehind(tree: Tree, { to }: TimeExpression): number | null {
  const when = form(tree, to) === ',' ? to + 1 : to;
  const verb = form(tree, when) === 'when' ? head(tree, when) : -1;
  return verb > when ? verb : null;
}

/** The verb, or the noun of happening, that the date hangs on. */
function ownerOf(tree: Tree, date: TimeExpression, predicates: ReadonlySet<number>): number | null {
  if (isBracketed(tree, date)) return null;
  const speech = speechBefore(tree, date);
  if (speech !== null) return speech;
  let at = date.from;
  for (let t = date.from; t < date.to; t++) {
    const above = head(tree, t);
    if (above < date.from || above >= date.to) at = t;
  }
  for (const above of upwards(tree, head(tree, at))) {
    if (predicates.has(above)) return above;
    const link = isNoun(tree, above) && above < date.from ? preposition(tree, above) : '';
    // "the murder of A in May"
    if (link === 'of' && isHappening(tree, head(tree, above))) return head(tree, above);
    // "told A of the plan Friday"
    if (link === 'of' && preposition(tree, at) === '' && /day$/.test(form(tree, at))) continue;
    if (isHappening(tree, above)) return above;
    if (/^(?:before|after|since|until|of)$/.test(link)) return null;
  }
  return null;
}

const isHappening = (tree: Tree, noun: number): boolean =>
  isNoun(tree, noun) && nounRulesOf(singular(lemma(tree, noun))).length > 0;

/** "invasion" of "this year has been the worst since the invasion of A in 2001", where the clause has a date already. */
function happeningBefore(tree: Tree, { from }: TimeExpression): number | null {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (isHappening(tree, at)) return at;
    if (/^(?:VERB|AUX|PUNCT|SCONJ)$/.test(tree.tokens[at]?.upos ?? '')) return null;
  }
  return null;
}

/** "said Friday", "told B on Friday that": when it was said, though the parser may hang the day on what was said. */
function speechBefore(tree: Tree, { from, to }: TimeExpression): number | null {
  if (/^['’]s?$/.test(form(tree, to))) return null;
  let at = from - 1;
  if (form(tree, at) === 'on') at--;
  return tree.tokens[at]?.upos === 'VERB' && isQuotative(lemma(tree, at)) ? at : null;
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
  let isOtherClause = false;
  for (let steps = 0; steps < 8; steps++) {
    const own = owned.get(at);
    if (own) return isOtherClause && !opens(tree, own) ? null : own;
    const above = head(tree, at);
    const isFurther = above >= 0 && isFurtherClause(tree, at);
    if (above < 0 || !(isFurther || passesDate(tree, at))) return null;
    isOtherClause ||= isFurther || (isCoordinate(tree, at) && dependents(tree, at, 'nsubj').length > 0);
    at = above;
  }
  return null;
}

/** Of such a clause that has a subject of its own, only a date that opens the sentence is the date. */
const isCoordinate = (tree: Tree, at: number): boolean => /^(?:conj|parataxis)$/.test(relation(tree, at));

/** "an upcoming summit", "the previous visit" */
const ANOTHER_DAY =
  /^(?:upcoming|forthcoming|coming|future|planned|proposed|scheduled|next|previous|earlier|past|recent|former|last)$/;

/** "On Monday, A left, and B came": the second clause, where the parser takes it for an adverbial. */
const isFurtherClause = (tree: Tree, at: number): boolean =>
  relation(tree, at) === 'advcl' &&
  dependents(tree, at, 'mark').length === 0 &&
  dependents(tree, at, 'nsubj').some((subject) =>
    dependents(tree, subject, 'cc').some((and) => and < subject && form(tree, and) === 'and'),
  );

/** Whether what hangs on a clause happens when the clause does. */
function passesDate(tree: Tree, at: number): boolean {
  const name = relation(tree, at);
  // "since the invasion" tells from when it is so, not when that was
  if (isNoun(tree, at) && /^(?:since|until)$/.test(preposition(tree, at))) return false;
  if (isNoun(tree, at))
    return (
      (name === 'obj' || name === 'obl' || name === 'nsubj' || name === 'nmod' || name === 'conj') &&
      !dependents(tree, at, 'amod').some((t) => ANOTHER_DAY.test(form(tree, t)))
    );
  if (name === 'xcomp') return !isForLater(lemma(tree, head(tree, at)));
  if (isCoordinate(tree, at)) return true;
  if (name === 'advcl') {
    const marks = dependents(tree, at, 'mark', 'advmod').map((t) => form(tree, t));
    return marks.some((mark) => /^(?:as|while|when)$/.test(mark))
      ? !isPerfect(tree, at)
      : /^VB[GN]$/.test(tree.tokens[at]?.xpos ?? '') && dependents(tree, at, 'mark').length === 0;
  }
  if (name === 'acl')
    return dependents(tree, at, 'advmod').some((t) => form(tree, t) === 'where') && !isPerfect(tree, at);
  return false;
}

/** Whether the infinitive of a verb happens after it: "agreed on Monday to go", "named on Monday to lead". */
const isForLater = (verb: string): boolean => isSpeech(verb) || isObjectControl(verb) || isOfOtherTime(verb);

const isPerfect = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'aux').some((t) => lemma(tree, t) === 'have');
