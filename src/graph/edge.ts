import { createHash } from 'node:crypto';
import { isSymmetric, type Modality } from '../ontology.ts';
import type { Evidence } from '../relations/statement.ts';
import { byCodeUnit } from './identity.ts';

/** A statement whose entities are nodes of the graph. */
export interface Proposition {
  article: string;
  subject: string;
  object: string;
  type: string;
  predicate: string;
  role?: string;
  roleOf?: 'object';
  details?: string;
  date?: string;
  place?: string;
  modality: Modality;
  /** Keys of nodes, or words. */
  attributedTo: string[];
  confidence: number;
  evidence: Evidence;
}

export interface EdgeEvidence extends Evidence {
  article: string;
}

/** What an edge carries, evidence apart: see ONTOLOGY, "What an edge carries". */
export interface EdgeSummary {
  type: string;
  predicate: string;
  role?: string;
  /** The role is of the source where this is absent. */
  roleOf?: 'target';
  details?: string;
  date?: string;
  place?: string;
  modality: Modality;
  attributedTo: string[];
  confidence: number;
  weight: number;
}

export interface EdgeAttributes extends EdgeSummary {
  evidence: EdgeEvidence[];
}

/** Where an edge runs. Of a symmetric type, the source is the end whose key comes first. */
export interface EdgeEnds {
  key: string;
  source: string;
  target: string;
  undirected: boolean;
}

type Identity = Pick<Proposition, 'subject' | 'object' | 'type' | 'modality' | 'date'>;

/**
 * The edge that a statement attests. Statements of the same ends, type, modality and date attest the same edge.
 *
 * @returns null where both ends are one node: two names of one thing that a later article brought together
 */
export function edgeOf({ subject, object, type, modality, date }: Identity): EdgeEnds | null {
  if (subject === object) return null;
  const undirected = isSymmetric(type);
  const swap = undirected && subject > object;
  const source = swap ? object : subject;
  const target = swap ? subject : object;
  const identity = JSON.stringify([source, type, target, modality, date ?? null]);
  const key = `e${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`;
  return { key, source, target, undirected };
}

/** In the order of articles, then of the text; a total order. */
export function bySource(a: Proposition, b: Proposition): number {
  return (
    byCodeUnit(a.article, b.article) ||
    a.evidence.start - b.evidence.start ||
    a.evidence.end - b.evidence.end ||
    a.evidence.trigger[0] - b.evidence.trigger[0] ||
    byCodeUnit(written(a), written(b))
  );
}

/** Every word of a statement, whatever the order in which its object holds them. */
const written = (p: Proposition): string =>
  JSON.stringify([
    [p.subject, p.type, p.object, p.predicate, p.role, p.roleOf, p.details, p.place, p.attributedTo, p.confidence],
    evidenceOf(p),
  ]);

/** The value that is there most often; of equals, the one that came first. */
function commonest(values: Iterable<string | undefined>): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/**
 * Noisy-or over articles (Pearl 1988), each by its surest sentence: sentences of one article share its errors,
 * articles less so. Rounded, so that the order of multiplication cannot show.
 */
function jointConfidence(sorted: readonly Proposition[]): number {
  const surest = new Map<string, number>();
  for (const { article, confidence } of sorted) surest.set(article, Math.max(confidence, surest.get(article) ?? 0));
  let doubt = 1;
  for (const confidence of surest.values()) doubt *= 1 - confidence;
  return Math.round((1 - doubt) * 1e4) / 1e4;
}

/**
 * The sum of the statements that attest one edge, in any order: all their evidence, all their sources, the
 * commonest words, and a weight of as many as there are distinct articles.
 *
 * @param source key of the edge's source, which tells whose a role is
 */
export function sumUp(propositions: readonly Proposition[], source: string): EdgeAttributes {
  const sorted = [...propositions].sort(bySource);
  const [first] = sorted;
  if (first === undefined) throw new RangeError('an edge needs a statement');
  const role = commonest(sorted.map((p) => p.role));
  const details = commonest(sorted.map((p) => p.details));
  const place = commonest(sorted.map((p) => p.place));
  const bearer = sorted.find((p) => p.role === role);
  const bearerKey = bearer?.roleOf === 'object' ? bearer.object : bearer?.subject;
  return {
    type: first.type,
    predicate: commonest(sorted.map((p) => p.predicate)) ?? first.predicate,
    ...(role !== undefined && { role }),
    ...(role !== undefined && bearerKey !== source && { roleOf: 'target' as const }),
    ...(details !== undefined && { details }),
    ...(first.date !== undefined && { date: first.date }),
    ...(place !== undefined && { place }),
    modality: first.modality,
    attributedTo: [...new Set(sorted.flatMap((p) => p.attributedTo))],
    confidence: jointConfidence(sorted),
    weight: new Set(sorted.map((p) => p.article)).size,
    evidence: distinct(sorted.map(evidenceOf)),
  };
}

/** What a statement is cited by. */
export function evidenceOf({ article, evidence }: Proposition): EdgeEvidence {
  const { start, end, text, subject, trigger, object, date, rule } = evidence;
  return { article, start, end, text, subject, trigger, object, ...(date !== undefined && { date }), rule };
}

/** Each once, the first of equals. */
export const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];
