import type { Mention } from '../entities/entity.ts';
import type { Sentence } from '../language/sentence.ts';
import type { Span } from '../ontology.ts';
import type { Statement } from './statement.ts';

/** What may speak against a statement, each 0 (nothing does) or more, about 1 where it is strong. */
export const DOUBTS = [
  /** How seldom the rule is right, with the mentions and the parse as it sees them. */
  'rule',
  /** Words of the open vocabulary instead of a rule of the table. */
  'open',
  /** The weakest arc on the way from the subject to the object: how little the parser preferred it. */
  'weakest arc',
  /** How unsure it is whom the mentions mean. */
  'reference',
  'pronoun',
  /** How little the name tagger preferred the type of the names. */
  'name type',
  /** A name that begins or ends elsewhere than the tagger's. */
  'name span',
  /** Words between subject and object. */
  'distance',
] as const;
export type Doubt = (typeof DOUBTS)[number];
export type Doubts = Readonly<Record<Doubt, number>>;

/**
 * What speaks against a statement in its sentence.
 *
 * @param statement with its confidence as the rules give it
 * @param mentions those of the sentence
 */
export function doubtsOf(statement: Statement, sentence: Sentence, mentions: readonly Mention[]): Doubts {
  const { evidence, confidence } = statement;
  const subject = mentionAt(mentions, evidence.subject, statement.subject);
  const object = mentionAt(mentions, evidence.object, statement.object);
  const both = [subject, object].flatMap((mention) => (mention ? [mention] : []));
  const is = (test: boolean) => (test ? 1 : 0);
  const between =
    subject && object ? Math.max(0, Math.max(subject.from, object.from) - Math.min(subject.to, object.to)) : 0;
  return {
    rule: 1 - confidence,
    open: is(evidence.rule.startsWith('open')),
    'weakest arc': subject && object ? 1 - weakest(sentence, subject.head, object.head) : 0.5,
    reference: 1 - Math.min(1, ...both.map((mention) => mention.certainty)),
    pronoun: is(both.some((mention) => mention.kind === 'pronoun')),
    'name type': Math.max(0, ...both.map((mention) => typeDoubt(sentence, mention))),
    'name span': is(both.some((mention) => isNewName(sentence, mention))),
    distance: Math.log2(1 + between) / 4,
  };
}

/** By how much a token the tagger must prefer a type to be as sure of it as it ever is. */
const SURE = 12_000;

const tagged = ({ names }: Sentence, { from, to }: Mention) => names.find((name) => name.from < to && from < name.to);

/** 0 where the tagger was sure of the type of a name, 1 where it saw no name or two types alike. */
function typeDoubt(sentence: Sentence, mention: Mention): number {
  if (mention.kind !== 'name' || mention.adjective) return 0;
  const name = tagged(sentence, mention);
  if (!name) return 1;
  const [best = 0, second = 0] = Object.values(name.scores).sort((a, b) => b - a);
  return 1 - Math.min(1, (best - second) / (name.to - name.from) / SURE);
}

/** A name that the steps after the tagger found or cut otherwise. */
function isNewName(sentence: Sentence, mention: Mention): boolean {
  if (mention.kind !== 'name' || mention.adjective) return false;
  const name = tagged(sentence, mention);
  return name?.from !== mention.from || name.to !== mention.to;
}

const mentionAt = (mentions: readonly Mention[], [start, end]: Span, entity: number): Mention | undefined =>
  mentions.find((one) => one.start === start && one.end === end && one.entities.includes(entity)) ??
  mentions.find((one) => one.start === start && one.end === end);

/** The smallest margin of the arcs between two tokens. */
function weakest({ tokens }: Sentence, a: number, b: number): number {
  const above = new Map<number, number>();
  let least = 1;
  for (let at = a, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]?.head ?? -1, steps++) {
    above.set(at, least);
    least = Math.min(least, tokens[at]?.margin ?? 1);
  }
  least = 1;
  for (let at = b, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]?.head ?? -1, steps++) {
    const met = above.get(at);
    if (met !== undefined) return Math.min(met, least);
    least = Math.min(least, tokens[at]?.margin ?? 1);
  }
  return 0;
}
