import { dependents, form, lemma, preposition, subtree } from '../language/tree.ts';
import { isSymmetric } from '../ontology.ts';
import { givenOffice } from './copulas.ts';
import type { Finding } from './finding.ts';
import { type Frame, said } from './frame.ts';
import { nodes, ofSomething, owners } from './noun-phrase.ts';
import { open } from './open.ts';
import { everyPair, OF_DEEDS, pair } from './pairs.ts';
import type { Node, Phrases } from './phrases.ts';
import { present } from './presence.ts';
import type { Argument, Proposition } from './proposition.ts';
import { isReciprocal, isSetting, type Rule, rulesOf, singular } from './verbs.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { rule: 0.91, reciprocal: 0.88 };

/** What the verbs of a sentence say between its entities: by the table of rules, else in the words of the text. */
export function fromClauses(phrases: Phrases, propositions: readonly Proposition[]): Finding[] {
  return propositions.flatMap((one) =>
    one.kind === 'verb' || copulaPreposition(phrases, one) || isAdjective(phrases, one) ? fromClause(phrases, one) : [],
  );
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
  if (one.kind === 'verb') frame.oblique.push(...sites(phrases, one));
  if (one.kind === 'copula' && copulaPreposition(phrases, one)) {
    const argument = { head: one.predicate, preposition: copulaPreposition(phrases, one) };
    frame.oblique.push({ argument, nodes: nodes(phrases, one.predicate) });
  }
  const found = rulesOf(one.verb).flatMap((rule) => byRule(phrases, frame, rule));
  if (one.kind === 'copula') return found;
  if (found.length === 0) found.push(...reciprocal(phrases, frame), ...demanded(phrases, frame));
  const there = present(phrases, frame);
  const more = open(phrases, frame, found);
  return [...found, ...there, ...more.filter((one) => !there.some((other) => isSamePair(one, other)))];
}

const isSamePair = (one: Finding, other: Finding): boolean =>
  one.subject.entity === other.subject.entity && one.object.entity === other.object.entity;

/** "at his home in B": where something without a name is, it happens too. */
function sites(phrases: Phrases, one: Proposition): Frame['oblique'] {
  const { tree } = phrases;
  // "visited a school in B", "toured the plant at B"
  const seen = /^(?:visit|tour|inspect)$/.test(one.verb) && !one.passive ? one.object : [];
  return [...seen, ...one.oblique.filter((outer) => isSetting(outer.preposition))]
    .filter((outer) => nodes(phrases, outer.head).every(({ armed, stand }) => stand && armed))
    .flatMap((outer) => dependents(tree, outer.head, 'nmod'))
    .map((inner) => ({
      argument: { head: inner, preposition: preposition(tree, inner) },
      nodes: nodes(phrases, inner),
      inner: true as const,
    }))
    .filter(({ argument, nodes: found }) => isSetting(argument.preposition) && found.some(isSite));
}

const isSite = ({ type, stand }: Node): boolean => (type === 'place' || type === 'facility') && !stand;

function byRule(phrases: Phrases, frame: Frame, rule: Rule): Finding[] {
  const { one } = frame;
  if ((rule.passive && !one.passive) || (rule.active && one.passive)) return [];
  if (rule.bare && one.object.some((argument) => phrases.tree.tokens[argument.head]?.upos !== 'NUM')) return [];
  // "removed A from the courtroom" dismissed nobody
  if (rule.type === 'dismissed' && one.verb === 'remove' && isLedAway(phrases, one)) return [];
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
    const isPart = OF_DEEDS.has(rule.type) || (rule.type === 'attended' && isGathering(phrases, head));
    const those = ends.length === 0 && isPart ? ofSomething(phrases, head) : ends;
    const pairs = pair(sources, those, rule);
    if (pairs.length === 0) continue;
    frame.used.add(head);
    for (const { subject, object } of pairs) {
      frame.tied.add(subject.entity).add(object.entity);
      found.push({
        subject,
        object,
        type: rule.type === 'leads' && isMission(phrases, head) ? 'represents' : rule.type,
        ...role,
        ...said(phrases, one),
        rule: rule.name,
        rate: RATE.rule,
      });
    }
  }
  return found;
}

/** "attended a meeting of B" */
const isGathering = ({ tree }: Phrases, noun: number): boolean =>
  /^(?:meeting|session|summit|conference|congress|convention|assembly|ceremony|gala|forum)s?$/.test(lemma(tree, noun));

/** Who leads Norway's delegation leads nothing of Norway. */
const isMission = ({ tree, owner }: Phrases, noun: number): boolean =>
  owner[noun] === undefined && /^(?:delegation|mission)$/.test(lemma(tree, noun));

const isLedAway = ({ tree }: Phrases, one: Proposition): boolean =>
  one.oblique.some(
    ({ head, preposition: prep }) =>
      prep === 'from' &&
      !/^(?:office|power|post|position|job|list|team|government|cabinet|board|command|presidency|leadership|role|seat)$/.test(
        lemma(tree, head),
      ),
  );

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

/** "that B resign": with one who acts, the tagger's plural is no plural. */
const isBareVerb = ({ tree }: Phrases, verb: number): boolean =>
  tree.tokens[verb]?.xpos === 'VB' ||
  (tree.tokens[verb]?.xpos === 'VBP' && dependents(tree, verb, 'nsubj').some((s) => tree.tokens[s]?.xpos === 'NNP'));

/** "A suggested that B resign": asked of B, as the bare verb tells. */
function demanded(phrases: Phrases, frame: Frame): Finding[] {
  const { tree } = phrases;
  const { one, subject } = frame;
  const isCall = /^(?:call|appeal|press|push|plead)$/.test(one.verb);
  if (one.passive || !(isCall || /^(?:demand|suggest|request|propose|recommend|insist|urge|ask)$/.test(one.verb)))
    return [];
  const rule = rulesOf('ask').find(({ type, preposition: prep }) => type === 'asked' && prep === '');
  const wanted = dependents(tree, one.predicate, 'ccomp').filter(
    (t) => isBareVerb(phrases, t) && dependents(tree, t, 'aux').every((a) => form(tree, a) === 'be'),
  );
  // "called for B to resign"
  const called = isCall ? one.oblique.filter((argument) => isForInfinitive(phrases, argument)) : [];
  const asked = [
    ...wanted.flatMap((t) => dependents(tree, t, 'nsubj')),
    ...called.map((argument) => argument.head),
  ].flatMap((t) => nodes(phrases, t));
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

/** "for B" right before "to resign" */
const isForInfinitive = ({ tree }: Phrases, { head, preposition: prep }: Argument): boolean => {
  const to = tree.tokens.findIndex(({ xpos }, t) => t > head && xpos === 'TO');
  return (
    prep === 'for' &&
    to > 0 &&
    subtree(tree, head)
      .filter((t) => t < to)
      .at(-1) ===
      to - 1
  );
};

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
  // "A and B spoke to reporters" is no talk with each other; "A and B agreed to a truce" is
  const isSpoken = rule.type !== 'agreed_with' && /^(?:to|with|against)$/.test(rule.preposition);
  if (isSpoken && frame.oblique.some((o) => isSpokenTo(o.argument))) return [];
  // "asked A and B to speak", "A and B spoke at the rally"
  const isAudible = /^(?:speak|talk)$/.test(verb);
  if (isAudible && (one.shared || frame.oblique.some((o) => /^(?:at|in|for)$/.test(o.argument.preposition)))) return [];
  return everyPair(subject, rule).map((ends) => {
    frame.tied.add(ends.subject.entity).add(ends.object.entity);
    return { ...ends, type: rule.type, ...said(phrases, one), rule: `${rule.name}, each other`, rate: RATE.reciprocal };
  });
}

const isSpokenTo = ({ preposition: prep }: Argument): boolean => /^(?:to|with|against)$/.test(prep);
