import { dependents, form, lemma, preposition, relation, type Tree } from '../language/tree.ts';
import { remember } from '../lexicon/index.ts';
import type { Finding } from './finding.ts';
import { type Frame, said } from './frame.ts';
import { nodes } from './noun-phrase.ts';
import type { Node, Phrases } from './phrases.ts';
import type { Argument, Proposition } from './proposition.ts';
import { isDirection, isOpenPreposition, isSetting, isSilent, nounRulesOf, rulesOf, singular } from './verbs.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { object: 0.69, oblique: 0.8, setting: 0.6 };

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

/** "was awarded", of a passive with its auxiliary: a bare participle is often none. */
const isGiving = ({ tree }: Phrases, one: Proposition): boolean =>
  /^(?:award|give|grant|offer|deny|hand|promise)$/.test(one.verb) &&
  dependents(tree, one.predicate, 'aux:pass').length > 0;

/** "described A as a liar", "called A a liar": not "called A on Monday". */
const isJudging = ({ tree }: Phrases, one: Proposition): boolean =>
  !one.passive &&
  (/^(?:describe|regard)$/.test(one.verb) ||
    (/^(?:call|consider)$/.test(one.verb) && one.object.length + one.indirect.length + complements(tree, one) > 1));

const complements = (tree: Tree, one: Proposition): number => dependents(tree, one.predicate, 'xcomp').length;

/** Whom a word is said of, in the words of the text. */
function judged(phrases: Phrases, { one, subject, object, indirect }: Frame, found: readonly Finding[]): Finding[] {
  const targets = [...object, ...indirect].filter(({ stand }) => !stand).slice(0, 1);
  if (found.length > 0) return [];
  return subject.flatMap((source) =>
    targets
      .filter((target) => target.entity !== source.entity && !source.thing)
      .map((target) => ({
        subject: source,
        object: target,
        type: one.verb,
        ...said(phrases, one),
        rule: 'open: verb of judgement',
        rate: RATE.object,
      })),
  );
}

/** Nouns with a "to" of their own. */
const TOWARDS =
  /^(?:access|alternative|answer|approach|challenge|connection|contribution|danger|devotion|guide|key|link|proximity|reaction|reference|relation|resemblance|response|right|road|route|sequel|similarity|solution|threat|way)$/;

/** "crossed A into B": no object moves. */
const isOwnWay = remember((verb) =>
  rulesOf(verb).some(({ type, noun, preposition: prep }) => (type === 'visited' || type === 'left') && !noun && !prep),
);

/** "next to", "close to": no way. */
const isBeside = (tree: Tree, end: number): boolean =>
  dependents(tree, end, 'case').some((c) => /^(?:next|close|due|prior|similar|opposed|near)$/.test(form(tree, c - 1)));

/** "kicked the ball to B", "got a ticket from B": the way of a thing, which the parser hangs on the thing. */
function handedOver(phrases: Phrases, { one, subject, object }: Frame): Finding[] {
  const { tree } = phrases;
  if (one.passive || object.length > 0) return [];
  const isTaken = /^(?:get|receive|obtain|collect|borrow|steal|accept|inherit)$/.test(one.verb);
  const verb = one.verb === 'get' ? 'receive' : one.verb;
  return one.object.flatMap(({ head }) =>
    TOWARDS.test(lemma(tree, head)) ||
    nounRulesOf(singular(lemma(tree, head))).some((rule) => rule.preposition === (isTaken ? 'from' : 'to')) ||
    tree.tokens[head]?.upos !== 'NOUN'
      ? []
      : dependents(tree, head, 'nmod')
          .filter((end) => preposition(tree, end) === (isTaken ? 'from' : 'to') && !isBeside(tree, end))
          .flatMap((end) => {
            const ends = nodes(phrases, end).filter(({ type, stand }) => !stand && (isTaken || type === 'person'));
            return ends.flatMap((target) =>
              subject
                .filter((source) => source.entity !== target.entity && !source.thing)
                .map((source) => ({
                  subject: source,
                  object: target,
                  type: `${verb}_${isTaken ? 'from' : 'to'}`,
                  ...said(phrases, one),
                  rule: 'open: verb, way of the object',
                  rate: RATE.oblique,
                })),
            );
          }),
  );
}

/** The open vocabulary: what no rule says stays in the words of the text. */
export function open(phrases: Phrases, frame: Frame, found: readonly Finding[]): Finding[] {
  const { one } = frame;
  const verb = one.verb.replaceAll(/[^\p{L}]+/gu, '_');
  if (isJudging(phrases, one)) return judged(phrases, frame, found);
  if (one.verb === 'get' && found.length === 0) return handedOver(phrases, frame);
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
  // what stands before the verb is its object in a relative clause alone
  const isRelative = phrases.tree.tokens[one.predicate]?.relation === 'acl:relcl';
  // "formed a Danish government": nothing was done to Denmark
  const isMade = /^(?:form|create|establish|make|build|found|set_up)$/.test(one.verb);
  const objects = isMade
    ? frame.object.filter(({ stand, mention }) => !stand && mention.kind === 'name')
    : frame.object;
  const isBehind = one.passive || isRelative || one.object.every(({ head }) => head > one.predicate);
  if (!isUsed && found.length === 0 && isBehind)
    add(frame.subject, objects, verb, RATE.object, 'open: subject, verb, object');
  if (!isUsed && frame.object.length === 0 && !one.passive)
    add(frame.subject, frame.indirect, `${verb}_to`, RATE.object, 'open: subject, verb, recipient');
  // "was awarded A"
  if (one.passive && found.length === 0 && isGiving(phrases, one))
    add(
      frame.object,
      frame.indirect.filter(({ stand }) => !stand),
      verb,
      RATE.object,
      'open: verb, what is given',
    );
  if (!isUsed && found.length === 0) more.push(...handedOver(phrases, frame));
  const isMoved = one.passive || (frame.object.length > 0 && !isOwnWay(one.verb));
  const movers = isMoved ? frame.object : frame.subject;
  // where it happens is said last: it may be the scene of what the others say
  const scenesLast = frame.oblique.toSorted((a, b) => Number(isInside(a.argument)) - Number(isInside(b.argument)));
  for (const { argument, nodes: ends, inner } of scenesLast) {
    if (inner || isBeside(phrases.tree, argument.head)) continue;
    const prep = argument.preposition;
    // "sadly for A, B left"
    if (prep === 'for' && argument.head < one.predicate) continue;
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
      isScene ? RATE.setting : RATE.oblique,
      isScene ? 'open: verb, place' : 'open: verb, preposition',
    );
  }
  return more;
}
