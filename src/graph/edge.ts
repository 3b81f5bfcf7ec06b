import { createHash } from 'node:crypto';
import { isSymmetric, type Modality } from '../ontology.ts';
import type { Evidence } from '../relations/statement.ts';
import { byCodeUnit } from './identity.ts';
import { addTally, emptyTally, jointConfidence, ranking, roleOfWord, type Tally, tallyOf } from './tally.ts';

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
  /** Those named most often first. */
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

/** What each article says, in the order of the articles. */
function byArticle(propositions: readonly Proposition[]): Proposition[][] {
  const articles = new Map<string, Proposition[]>();
  for (const said of propositions) {
    const list = articles.get(said.article);
    if (list) list.push(said);
    else articles.set(said.article, [said]);
  }
  return [...articles.values()];
}

/** What one article brings to one edge, of which `source` is the source. */
export const contribution = (propositions: readonly Proposition[], source: string): Tally =>
  tallyOf(propositions, distinct(propositions.map(evidenceOf)).length, source);

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
  const tally = emptyTally();
  for (const said of byArticle(sorted)) addTally(tally, contribution(said, source));
  const { words, weight } = tally;
  const [[predicate = first.predicate], [role], [details], [place]] = [
    ranking(words.predicate),
    ranking(words.role),
    ranking(words.details),
    ranking(words.place),
  ];
  return {
    type: first.type,
    predicate,
    ...(role !== undefined && roleOfWord(role)),
    ...(details !== undefined && { details }),
    ...(first.date !== undefined && { date: first.date }),
    ...(place !== undefined && { place }),
    modality: first.modality,
    attributedTo: ranking(words.source),
    confidence: jointConfidence(tally.doubt),
    weight,
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
