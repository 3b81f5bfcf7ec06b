import { isSymmetric } from '../ontology.ts';
import { givenOffice } from './copulas.ts';
import type { Finding } from './finding.ts';
import { type Node, nodes, ofSomething, owners, type Phrases } from './noun-phrase.ts';
import type { Argument, Proposition } from './propositions.ts';
import { dependents, form, lemma, preposition, relation } from './tree.ts';
import {
  isDirection,
  isOpenPreposition,
  isReciprocal,
  isSetting,
  isSilent,
  type Rule,
  rulesOf,
  singular,
} from './verbs.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { rule: 0.91, reciprocal: 0.88, open: 0.69, openOblique: 0.8, setting: 0.6 };

/** What the verbs of a sentence say between its entities: by the table of rules, else in the words of the text. */
export function fromClauses(phrases: Phrases, propositions: readonly Proposition[]): Finding[] {
  return propositions.flatMap((one) =>
    one.kind === 'verb' || copulaPreposition(phrases, one) || isAdjective(phrases, one) ? fromClause(phrases, one) : [],
  );
}

/** The arguments of a proposition as entities. */
interface Frame {
  one: Proposition;
  subject: Node[];
  object: Node[];
  indirect: Node[];
  oblique: { argument: Argument; nodes: Node[] }[];
  /** Heads of arguments that a rule has used. */
  used: Set<number>;
  /** Entities that stand in a relation of the clause. */
  tied: Set<number>;
}

const nodesOfAll = (phrases: Phrases, list: readonly Argument[]): Node[] =>
  list.flatMap((argument) => nodes(phrases, argument.head));

/** "in" of "is in Vienna", whose predicate is the place. */
function copulaPreposition({ tree }: Phrases, one: Proposition): string {
  return one.kind === 'copula' ? preposition(tree, one.predicate) : '';
}

/** "is critical of A" */
const isAdjective = ({ tree }: Phrases, one: Proposition): boolean => tree.tokens[one.predicate]?.upos === 'ADJ';

function fromClause(phrases: Phrases, one: Proposition): Finding[] {
  const frame: Frame = {
    one,
    subject: nodesOfAll(phrases, one.subject),
    object: nodesOfAll(phrases, one.object),
    indirect: nodesOfAll(phrases, one.indirect),
    oblique: one.oblique.map((argument) => ({ argument, nodes: nodes(phrases, argument.head) })),
    used: new Set(),
    tied: new Set(),
  };
  if (one.kind === 'copula' && copulaPreposition(phrases, one)) {
    const argument = { head: one.predicate, preposition: copulaPreposition(phrases, one) };
    frame.oblique.push({ argument, nodes: nodes(phrases, one.predicate) });
  }
  const found = rulesOf(one.verb).flatMap((rule) => byRule(phrases, frame, rule));
  if (one.kind === 'copula') return found;
  if (found.length === 0) found.push(...reciprocal(phrases, frame), ...demanded(phrases, frame));
  return [...found, ...open(phrases, frame, found)];
}

function byRule(phrases: Phrases, frame: Frame, rule: Rule): Finding[] {
  const { one } = frame;
  if ((rule.passive && !one.passive) || (rule.active && one.passive)) return [];
  if (rule.bare && one.object.length > 0) return [];
  // "withdrew money from B" moves nobody
  if (rule.moves && one.object.length > 0 && frame.object.length === 0) return [];
  const isMoved = rule.moves && frame.object.some((node) => !node.stand);
  const sources = rule.passive || isMoved ? frame.object : frame.subject;
  const targets = targetsOf(phrases, frame, rule).filter(({ head }) => !frame.used.has(head));
  const found: Finding[] = [];
  const office = rule.type === 'appointed' ? givenOffice(phrases, one) : null;
  const role = office === null ? {} : { role: office, roleOf: 'object' as const };
  for (const { head, nodes: ends } of targets) {
    // "dismissed the credibility of B"
    const those = ends.length === 0 && OF_DEEDS.has(rule.type) ? ofSomething(phrases, head) : ends;
    const pairs = pair(sources, those, rule);
    if (pairs.length === 0) continue;
    frame.used.add(head);
    for (const { subject, object } of pairs) {
      frame.tied.add(subject.entity).add(object.entity);
      found.push({
        subject,
        object,
        type: rule.type,
        ...role,
        ...said(phrases, one),
        rule: rule.name,
        rate: RATE.rule,
      });
    }
  }
  return found;
}

/** What people do for themselves: "the Danes stayed in Rome" is no visit of Denmark's. */
const PERSONAL = new Set(['visited', 'lives_in', 'died_in', 'born_in', 'works_for', 'left', 'attended', 'member_of']);

/** What can be said of someone's deeds and things as well as of himself: "criticised Norway's decision". */
const OF_DEEDS = new Set([
  'praised',
  'supported',
  'honored',
  'criticized',
  'rejected',
  'protested_against',
  'investigated',
  'attacked',
  'killed',
  'injured',
  'sanctioned',
  'mobilized_against',
  'warned',
  'aided',
  'owns',
]);

/** "played the Hamlet of his day": with an article, a person's name is a part on the stage. */
const isPart = ({ type, definite }: Node): boolean => type === 'person' && definite === true;

/** All pairs of different entities whose types the rule allows, in the direction that it says. */
export function pair(
  sources: readonly Node[],
  targets: readonly Node[],
  rule: Rule,
): { subject: Node; object: Node }[] {
  const pairs: { subject: Node; object: Node }[] = [];
  for (const source of sources)
    for (const target of targets) {
      const [subject, object] = rule.swap ? [target, source] : [source, target];
      if (subject.entity === object.entity || !rule.from.has(subject.type) || !rule.to.has(object.type)) continue;
      if ((subject.thing || object.thing) && !OF_DEEDS.has(rule.type)) continue;
      if (rule.type === 'competed_with' && isPart(object)) continue;
      if ((subject.people || subject.armed) && PERSONAL.has(rule.type) && !(subject.armed && rule.type === 'left'))
        continue;
      pairs.push({ subject, object });
    }
  return pairs;
}

interface Target {
  head: number;
  nodes: Node[];
}

function targetsOf(phrases: Phrases, frame: Frame, rule: Rule): Target[] {
  const { tree } = phrases;
  const { one } = frame;
  const objects = one.object.map((argument) => argument.head);
  const withPreposition = frame.oblique
    .filter(({ argument }) => argument.preposition === rule.preposition)
    .map(({ argument, nodes: found }) => ({ head: argument.head, nodes: found }));
  if (rule.noun !== null) {
    const isBe = one.kind === 'copula' ? [one.predicate] : [];
    const fellows = objects.flatMap((h) => dependents(tree, h, 'conj'));
    const noun = [...isBe, ...objects, ...fellows, ...one.oblique.map((o) => o.head)].find(
      (h) => singular(lemma(tree, h)) === rule.noun,
    );
    if (noun === undefined || rule.preposition === '') return [];
    const owned =
      rule.preposition === 'from' || rule.preposition === 'of' ? [{ head: noun, nodes: owners(phrases, noun) }] : [];
    // "spent the holiday with friends at B": the parser may hang B on the friends
    const farther = one.oblique.flatMap((o) => modifiers(phrases, o.head, rule.preposition));
    return [...withPreposition, ...modifiers(phrases, noun, rule.preposition), ...owned, ...farther];
  }
  if (rule.preposition === '') {
    if (rule.passive) return [];
    if (frame.object.length > 0 || one.indirect.length === 0 || one.passive)
      return one.object.map((argument) => ({ head: argument.head, nodes: nodes(phrases, argument.head) }));
    return one.indirect.map((argument) => ({ head: argument.head, nodes: nodes(phrases, argument.head) }));
  }
  if (withPreposition.length > 0 || frame.object.length > 0) return withPreposition;
  // a greedy parser hangs "at the base" on the shells that were fired at it
  return objects.flatMap((h) => modifiers(phrases, h, rule.preposition));
}

/** What hangs on a noun with that preposition. */
export const modifiers = (phrases: Phrases, noun: number, wanted: string): Target[] =>
  dependents(phrases.tree, noun, 'nmod', 'obl')
    .filter((child) => preposition(phrases.tree, child) === wanted)
    .map((child) => ({ head: child, nodes: nodes(phrases, child) }));

/** The words of the predicate: the verb with its particle. */
export function said({ tree }: Phrases, one: Proposition): Pick<Finding, 'predicate' | 'trigger'> {
  const particle = dependents(tree, one.predicate, 'compound:prt').find((p) => p === one.predicate + 1);
  return { predicate: one.predicate, trigger: [one.predicate, (particle ?? one.predicate) + 1] };
}

/** "that B resign": with one who acts, the tagger's plural is no plural. */
const isBareVerb = ({ tree }: Phrases, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VB' ||
  (tree.tokens[verb]?.xpos === 'VBP' && dependents(tree, verb, 'nsubj').some((s) => tree.tokens[s]?.xpos === 'NNP'));

/** "A suggested that B resign": asked of B, as the bare verb tells. */
function demanded(phrases: Phrases, frame: Frame): Finding[] {
  const { tree } = phrases;
  const { one, subject } = frame;
  if (one.passive || !/^(?:demand|suggest|request|propose|recommend|insist|urge|ask)$/.test(one.verb)) return [];
  const rule = rulesOf('ask').find(({ type, preposition: prep }) => type === 'asked' && prep === '');
  const wanted = dependents(tree, one.predicate, 'ccomp').filter(
    (t) => isBareVerb(phrases, t) && dependents(tree, t, 'aux').every((a) => form(tree, a) === 'be'),
  );
  const asked = wanted.flatMap((t) => dependents(tree, t, 'nsubj')).flatMap((t) => nodes(phrases, t));
  return rule
    ? pair(subject, asked, rule).map((ends) => ({
        ...ends,
        type: rule.type,
        ...said(phrases, one),
        rule: `asked: ${one.verb} that`,
        rate: RATE.rule,
      }))
    : [];
}

/** What two are to each other in the passive too: "A and B were married". */
const WEDDING = /^(?:marry|wed|divorce)$/;

/** "A and B met", "the two leaders agreed". */
function reciprocal(phrases: Phrases, frame: Frame): Finding[] {
  const { one } = frame;
  const verb = one.verb.split('_')[0] ?? '';
  const isWed = one.passive && WEDDING.test(verb) && frame.subject.length === 0;
  const subject = isWed ? frame.object : frame.subject;
  const isMutual = isReciprocal(verb) || isReciprocal(one.verb);
  if (one.passive !== isWed || subject.length < 2 || !isMutual) return [];
  if (!isWed && frame.object.length > 0) return [];
  const nouns = isWed ? [] : one.object.map((argument) => singular(lemma(phrases.tree, argument.head)));
  const rule = rulesOf(one.verb).find(
    (r) =>
      isSymmetric(r.type) && (!r.passive || isWed) && (r.noun === null ? nouns.length === 0 : nouns.includes(r.noun)),
  );
  if (!rule || frame.oblique.some((o) => o.argument.preposition === 'with' && o.nodes.length > 0)) return [];
  // "A and B spoke to reporters" is no talk with each other
  if (/^(?:to|with|against)$/.test(rule.preposition) && frame.oblique.some((o) => isSpokenTo(o.argument))) return [];
  return everyPair(subject, rule).map((ends) => {
    frame.tied.add(ends.subject.entity).add(ends.object.entity);
    return { ...ends, type: rule.type, ...said(phrases, one), rule: `${rule.name}, each other`, rate: RATE.reciprocal };
  });
}

const isSpokenTo = ({ preposition: prep }: Argument): boolean => /^(?:to|with|against)$/.test(prep);

/** The pairs among several who do something with each other. */
export const everyPair = (list: readonly Node[], rule: Rule): { subject: Node; object: Node }[] =>
  list.slice(0, 6).flatMap((one, i) => pair([one], list.slice(i + 1, 6), rule));

const isInside = ({ preposition: prep }: Argument): boolean => prep === 'in' || prep === 'at';

const SITES: ReadonlySet<string> = new Set(['place', 'facility', 'event']);

const isInfinitive = ({ tree }: Phrases, one: Proposition): boolean =>
  dependents(tree, one.predicate, 'mark').some((m) => form(tree, m) === 'to');

/** "by removing parts from A", "the A-led force": too loosely tied to its subject to say more than a rule knows. */
const isAside = ({ tree }: Phrases, verb: number): boolean =>
  relation(tree, verb) === 'amod' || (tree.tokens[verb]?.xpos === 'VBG' && dependents(tree, verb, 'mark').length > 0);

/** "pro-Norwegian" may be tagged as a verb; it is none. */
const isPlainVerb = ({ tree }: Phrases, token: number): boolean =>
  /^(?:re-)?\p{L}\p{Ll}+$/u.test(tree.tokens[token]?.form ?? '') && lemma(tree, token).length > 1;

/** The open vocabulary: what no rule says stays in the words of the text. */
function open(phrases: Phrases, frame: Frame, found: readonly Finding[]): Finding[] {
  const { one } = frame;
  const verb = one.verb.replaceAll(/[^\p{L}]+/gu, '_');
  if (isSilent(one.verb) || !isPlainVerb(phrases, one.predicate) || isAside(phrases, one.predicate)) return [];
  const more: Finding[] = [];
  const isTied = (a: Node, b: Node) => frame.tied.has(a.entity) && frame.tied.has(b.entity);
  const add = (sources: readonly Node[], targets: readonly Node[], type: string, rate: number, rule: string) => {
    for (const subject of sources)
      for (const object of targets)
        if (
          subject.entity !== object.entity &&
          !(subject.stand && object.stand) &&
          !subject.thing &&
          !object.thing &&
          !isTied(subject, object)
        )
          more.push({
            subject,
            object,
            type,
            ...said(phrases, one),
            rule,
            rate: object.stand || subject.stand ? rate * 0.8 : rate,
          });
  };
  const isUsed = one.object.some((argument) => frame.used.has(argument.head));
  if (!isUsed && found.length === 0) add(frame.subject, frame.object, verb, RATE.open, 'open: subject, verb, object');
  if (!isUsed && frame.object.length === 0 && !one.passive)
    add(frame.subject, frame.indirect, `${verb}_to`, RATE.open, 'open: subject, verb, recipient');
  const movers = one.passive || frame.object.length > 0 ? frame.object : frame.subject;
  // where it happens is said last: it may be the scene of what the others say
  const scenesLast = frame.oblique.toSorted((a, b) => Number(isInside(a.argument)) - Number(isInside(b.argument)));
  for (const { argument, nodes: ends } of scenesLast) {
    const prep = argument.preposition;
    if (frame.used.has(argument.head) || ends.length === 0 || !isOpenPreposition(prep)) continue;
    if (!one.passive && frame.object.length > 0 && !isDirection(prep)) continue;
    if (/^(?:in|at|into)$/.test(prep) && ends.some((n) => n.type === 'person')) continue;
    const isScene = isInside(argument) || (isSetting(prep) && ends.every((n) => SITES.has(n.type)));
    if (isScene && (found.length > 0 || more.length > 0 || isInfinitive(phrases, one))) continue;
    // "laid the foundation of a school near B": the place of what was done, or of what it was done to
    const hasThing = !one.passive && one.object.length > 0 && frame.object.length === 0;
    if (isScene && (hasThing || movers.every((node) => node.stand))) continue;
    if (found.length > 0 && !isDirection(prep)) continue;
    add(
      movers,
      ends,
      `${verb}_${prep}`,
      isScene ? RATE.setting : RATE.openOblique,
      isScene ? 'open: verb, place' : 'open: verb, preposition',
    );
  }
  return more;
}
