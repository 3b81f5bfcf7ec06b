import { dependents, head, isNoun, lemma, preposition, relation, type Tree } from '../language/tree.ts';
import { isSymmetric } from '../ontology.ts';
import { modifiers } from './clauses.ts';
import type { Finding } from './finding.ts';
import { type Node, nodes, nodesOf, type Phrases } from './noun-phrase.ts';
import { everyPair, pair } from './pairs.ts';
import { type Proposition, surfaceSubject } from './propositions.ts';
import { isBlaming, isLight, nounRulesOf, type Rule, singular } from './verbs.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { owned: 0.93, light: 0.93, oblique: 0.85 };

/** Behind these a happening belongs to the one who acts in the clause: "arrived for talks with B", "is on a visit to B". */
const WITHIN = new Set([
  'on',
  'for',
  'in',
  'during',
  'after',
  'before',
  'at',
  'following',
  'with',
  'through',
  'amid',
  'from',
]);

/** What nouns of happening say: "A's visit to B", "a meeting between A and B", "A held talks with B", "the arrest of B by A". */
export function fromEvents(phrases: Phrases, propositions: readonly Proposition[]): Finding[] {
  const { tree } = phrases;
  const byPredicate = new Map(propositions.map((one) => [one.predicate, one]));
  return tree.order.flatMap((noun) => {
    if (!isNoun(tree, noun) || phrases.owner[noun]?.kind === 'name') return [];
    const rules = nounRulesOf(singular(lemma(tree, noun)));
    return rules.length === 0 ? [] : fromEvent(phrases, noun, rules, byPredicate);
  });
}

interface Actors {
  /** Who stands before the noun or behind "by". */
  own: Node[];
  by: Node[];
  /** Who acts in the clause. */
  clause: Node[];
  light: Proposition | null;
  /** The noun is said of the subject, without a preposition: "A is the founder". */
  isBare: boolean;
}

/** What a noun can say of its subject by a copula or an apposition. */
const STATES = new Set([
  'part_of',
  'citizen_of',
  'lives_in',
  'founded',
  'owns',
  'created',
  'signed',
  'organized',
  'succeeded',
  'member_of',
  'works_for',
  'leads',
  'criticized',
  'supported',
  'rejected',
  'praised',
  'attended',
]);

function fromEvent(
  phrases: Phrases,
  noun: number,
  rules: readonly Rule[],
  made: ReadonlyMap<number, Proposition>,
): Finding[] {
  const actors = actorsOf(phrases, noun, made);
  for (const rule of rules) {
    if (rule.preposition === '*') {
      const pairs = pair([...actors.own, ...actors.by], actors.clause, rule);
      if (pairs.length > 0) return pairs.map((ends) => finding(ends, noun, rule, actors, RATE.oblique));
      continue;
    }
    // "A is the founder of B", but not "the meeting is a visit to B"
    if (actors.isBare && !STATES.has(rule.type)) continue;
    // "B's branch of A" is no word of B being one, as "B is a branch of A" would be
    if (!actors.isBare && rule.type === 'part_of') continue;
    const targets = targetsOf(phrases, noun, rule, actors);
    if (targets.length === 0 && rule.type === 'visited') targets.push(...toured(phrases, noun));
    if (rule.preposition === 'between' || (isSymmetric(rule.type) && rule.preposition === 'of')) {
      const pairs = everyPair(targets, rule);
      if (pairs.length > 0) return pairs.map((ends) => finding(ends, noun, rule, actors, RATE.owned));
      continue;
    }
    const isPatient = rule.patient && targets.length === 0 && actors.by.length > 0;
    const sources = rule.patient ? actors.by : [...actors.own, ...actors.by];
    const subjects = sources.length > 0 ? sources : actors.clause;
    const rate = sources.length > 0 ? RATE.owned : actors.light ? RATE.light : RATE.oblique;
    const pairs = pair(subjects, isPatient ? actors.own : targets, rule);
    if (pairs.length > 0) return pairs.map((ends) => finding(ends, noun, rule, actors, rate));
  }
  // "A and B held talks"
  const mutual = rules.find((rule) => isSymmetric(rule.type) && /^(?:with|between)$/.test(rule.preposition));
  const doers = actors.own.length > 1 ? actors.own : actors.light ? actors.clause : [];
  if (mutual && !actors.isBare && doers.length > 1)
    return everyPair(doers, mutual).map((ends) => finding(ends, noun, mutual, actors, RATE.light));
  return [];
}

const finding = (
  ends: { subject: Node; object: Node },
  noun: number,
  rule: Rule,
  actors: Actors,
  rate: number,
): Finding => ({
  ...ends,
  type: rule.type,
  predicate: noun,
  trigger:
    actors.light && noun > actors.light.predicate && noun - actors.light.predicate < 5
      ? [actors.light.predicate, noun + 1]
      : [noun, noun + 1],
  rule: rule.name,
  rate,
});

/** "his Norwegian trip", "A's Vienna visit": where it leads stands before it, and behind whose it is. */
function toured({ tree, owner, adjective, ...rest }: Phrases, noun: number): Node[] {
  if (dependents(tree, noun, 'nmod:poss').length === 0) return [];
  return (tree.children[noun] ?? []).flatMap((child) => {
    const place = adjective[child] ?? (relation(tree, child) === 'compound' ? owner[child] : undefined);
    const found = place && child < noun ? nodesOf({ tree, owner, adjective, ...rest }, place, 0.9) : [];
    return found.filter((node) => node.type === 'place');
  });
}

function actorsOf(phrases: Phrases, noun: number, made: ReadonlyMap<number, Proposition>): Actors {
  const { tree, owner, adjective } = phrases;
  const own: Node[] = [];
  const by: Node[] = [];
  const isOwned = dependents(tree, noun, 'nmod:poss').length > 0;
  for (const child of tree.children[noun] ?? []) {
    // "his Norwegian trip" is not Norway's
    const demonym = isOwned ? undefined : adjective[child];
    const name = relation(tree, child);
    if (tree.tokens[child]?.relation === 'nmod:poss') own.push(...nodes(phrases, child));
    else if (demonym && child < noun) own.push(...nodesOf(phrases, demonym, 0.9));
    else if (name === 'compound' && owner[child] && !isOwned)
      own.push(...nodes(phrases, child).map((node) => ({ ...node, certainty: node.certainty * 0.8 })));
    else if (isDoneBy(tree, noun, child) && (name === 'nmod' || name === 'obl')) by.push(...nodes(phrases, child));
  }
  const whole = measureOf(tree, noun);
  const clause = made.get(head(tree, whole)) ?? blaming(tree, whole, made) ?? answerable(tree, whole, made);
  const itself = made.get(noun);
  const light =
    clause?.kind === 'verb' && isLight(clause.verb) && [...clause.object].some((a) => a.head === whole) ? clause : null;
  const apposed = relation(tree, noun) === 'appos' ? phrases.owner[head(tree, noun)] : undefined;
  if (apposed) return { own, by, light: null, isBare: true, clause: nodesOf(phrases, apposed) };
  const becoming = clause && isWhatBecomes(tree, noun, clause) ? clause : null;
  const doers =
    itself?.kind === 'copula'
      ? itself.subject
      : becoming
        ? becoming.subject
        : light
          ? light.subject
          : within(tree, whole, clause);
  const isBare = (itself?.kind === 'copula' || becoming !== null) && preposition(tree, noun) === '';
  return { own, by, light, isBare, clause: doers.flatMap((argument) => nodes(phrases, argument.head)) };
}

/** "became a member of B" */
const isWhatBecomes = (tree: Tree, noun: number, clause: Proposition): boolean =>
  /^(?:become|remain)$/.test(clause.verb) && /^(?:obj|xcomp)$/.test(relation(tree, noun));

/** "a visit by A", "a letter from A". */
const isDoneBy = (tree: Tree, noun: number, child: number): boolean =>
  preposition(tree, child) === 'by' ||
  (preposition(tree, child) === 'from' &&
    /^(?:letter|message|telegram|call|invitation)$/.test(singular(lemma(tree, noun))));

/** What measures a happening: "days" in "two days of talks"; the noun itself where nothing does. */
function measureOf(tree: Tree, noun: number): number {
  const above = head(tree, noun);
  const isMeasured = relation(tree, noun) === 'nmod' && preposition(tree, noun) === 'of';
  return isMeasured && /^(?:day|hour|week|round|series|string|set|pair|couple)s?$/.test(lemma(tree, above))
    ? above
    : noun;
}

const CHARGE = /^(?:of|for|over|with)$/;

/** The clause of "accused A of meetings with B", where the parser hung the meetings on A. */
function blaming(tree: Tree, noun: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  const above = head(tree, noun);
  const clause = made.get(head(tree, above));
  const isCharge = clause && isBlaming(clause.verb) && CHARGE.test(preposition(tree, noun));
  return isCharge && clause.object.some((argument) => argument.head === above) ? clause : null;
}

/** The clause of "claimed responsibility for the attack on B". */
function answerable(tree: Tree, noun: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  const above = head(tree, noun);
  if (lemma(tree, above) !== 'responsibility' || preposition(tree, noun) !== 'for') return null;
  const clause = made.get(head(tree, above));
  return clause && /^(?:claim|admit|accept|take)$/.test(clause.verb) ? clause : null;
}

function within(tree: Tree, noun: number, clause: Proposition | null) {
  // "accused A of meetings with B": A's, not the accuser's
  if (clause && isBlaming(clause.verb) && CHARGE.test(preposition(tree, noun))) return clause.object;
  if (clause && lemma(tree, head(tree, noun)) === 'responsibility') return clause.subject;
  if (!clause || relation(tree, noun) !== 'obl') return [];
  return WITHIN.has(preposition(tree, noun)) ? surfaceSubject(clause) : [];
}

function targetsOf(phrases: Phrases, noun: number, rule: Rule, actors: Actors): Node[] {
  // "a round of talks with B": the parser may hang B on the round
  const holders = [noun, measureOf(phrases.tree, noun)];
  const own = holders.flatMap((holder) =>
    modifiers(phrases, holder, rule.preposition).flatMap((target) => target.nodes),
  );
  if (own.length > 0 || !actors.light) return own;
  return actors.light.oblique
    .filter((argument) => argument.preposition === rule.preposition)
    .flatMap((argument) => nodes(phrases, argument.head));
}

/** Noun phrases of a happening that have a name of their own ("the signing of the Treaty") are told by their dependents. */
export const isEventNoun = (tree: Tree, token: number): boolean =>
  isNoun(tree, token) &&
  nounRulesOf(singular(lemma(tree, token))).length > 0 &&
  dependents(tree, token, 'flat').length === 0;
