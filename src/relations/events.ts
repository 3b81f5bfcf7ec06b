import { dependents, isNoun, lemma, relation } from '../language/tree.ts';
import { isSymmetric } from '../ontology.ts';
import { modifiers } from './clauses.ts';
import { type Actors, actorsOf, measureOf } from './event-actors.ts';
import type { Finding } from './finding.ts';
import { nodes, ofSomething } from './noun-phrase.ts';
import { isAgentNoun } from './nouns.ts';
import { everyPair, OF_DEEDS, pair } from './pairs.ts';
import { type Node, nodesOf, type Phrases } from './phrases.ts';
import type { Proposition } from './proposition.ts';
import { nounRulesOf, type Rule, singular } from './verbs.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { owned: 0.93, light: 0.93, oblique: 0.85 };

/** What those who act do themselves, where they only tell when: "arrived after a visit to B". */
const SHARED = new Set([
  'visited',
  'met',
  'spoke_with',
  'negotiated_with',
  'agreed_with',
  'cooperated_with',
  'competed_with',
  'defeated',
  'attended',
  'left',
  'signed',
  'fought',
  'member_of',
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
    // "met with the founder of B" founded nothing
    if (!actors.isBare && isAgentNoun(lemma(phrases.tree, noun))) continue;
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
    // "was named as B's successor"
    if (actors.isBare && targets.length === 0 && /^(?:of|to)$/.test(rule.preposition) && actors.own.length > 0) {
      const pairs = pair(actors.clause, actors.own, rule);
      if (pairs.length > 0) return pairs.map((ends) => finding(ends, noun, rule, actors, RATE.owned));
    }
    const isPatient = rule.patient && targets.length === 0 && actors.by.length > 0;
    const sources = rule.patient ? actors.by : [...actors.own, ...actors.by];
    if (sources.length === 0 && actors.isBeside && !SHARED.has(rule.type)) continue;
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

function targetsOf(phrases: Phrases, noun: number, rule: Rule, actors: Actors): Node[] {
  // "a round of talks with B": the parser may hang B on the round
  const holders = [noun, measureOf(phrases.tree, noun)];
  const own = holders.flatMap((holder) =>
    modifiers(phrases, holder, rule.preposition).flatMap((target) => target.nodes),
  );
  // "a letter sent to B"
  if (own.length === 0 && rule.preposition === 'to') own.push(...addressees(phrases, noun));
  if (own.length > 0) return own;
  const { light } = actors;
  const told = light
    ? light.oblique
        .filter((argument) => argument.preposition === rule.preposition)
        .flatMap((argument) => nodes(phrases, argument.head))
    : [];
  // "talks were held by A with B": the parser may hang B on A
  if (told.length === 0 && light?.passive)
    told.push(
      ...light.subject
        .flatMap(({ head: agent }) => modifiers(phrases, agent, rule.preposition))
        .flatMap((target) => target.nodes),
    );
  if (told.length > 0 || !OF_DEEDS.has(rule.type)) return told;
  // "sanctions on Danish timber"
  const things = [
    ...holders.flatMap((holder) => modifiers(phrases, holder, rule.preposition)),
    ...(light?.oblique ?? []).filter((argument) => argument.preposition === rule.preposition),
  ];
  return things.flatMap(({ head: thing }) => ofSomething(phrases, thing));
}

const addressees = (phrases: Phrases, noun: number): Node[] =>
  dependents(phrases.tree, noun, 'acl')
    .filter((participle) => /^(?:send|address|write|deliver|hand|make)$/.test(lemma(phrases.tree, participle)))
    .flatMap((participle) => modifiers(phrases, participle, 'to'))
    .flatMap((target) => target.nodes);
