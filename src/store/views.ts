import type { Bounds, ContradictionKind, EdgeEnds, EdgeSummary, Position, Ties } from '../graph/index.ts';
import type { EntityType, MentionKind, Modality, Span } from '../ontology.ts';
import type { Evidence } from '../relations/statement.ts';

export interface NodeRef {
  key: string;
  label: string;
  type: EntityType;
}

export interface NodeRow extends NodeRef {
  aliases: string[];
  degree: number;
  articles: number;
  mentionCount: number;
  firstDate: string | null;
  lastDate: string | null;
}

/** Absent until the whole graph was measured after the node came. */
export interface Measured {
  community?: number;
  rank?: number;
}

/** Null where the node was never laid out. */
export type PlacedNode = NodeRow & Measured & { x: number | null; y: number | null };

/** What an edge says, its evidence counted and not told, and of those that it is attributed to the twenty named most often. */
export interface EdgeRow extends EdgeEnds, EdgeSummary {
  /** How many are named; absent where all are listed. */
  sourceCount?: number;
  /** Independent ones: publishers of the articles that say so, and each article that names none. */
  sources: number;
  evidenceCount: number;
}

export interface ArticleRow {
  id: string;
  title: string | null;
  date: string | null;
  source: string | null;
  url: string | null;
  /** Of the text, in UTF-16 code units. */
  length: number;
  entities: number;
  mentions: number;
  statements: number;
}

export interface ArticleView extends ArticleRow {
  text: string;
  nodes: NodeRef[];
  mentionList: { start: number; end: number; text: string; kind: MentionKind; entities: string[] }[];
  statementList: StatementView[];
}

export interface StatementView {
  edge: string | null;
  source: string;
  target: string;
  type: string;
  predicate: string;
  date?: string;
  modality: Modality;
  start: number;
  end: number;
  subject: Span;
  trigger: Span;
  object: Span;
}

export interface EntityView extends NodeRow, Measured {
  roles: { role: string; of: string | null; label: string | null; statements: number }[];
  relations: { type: string; direction: 'in' | 'out' | 'both'; edges: number }[];
  /** The newest hundred. */
  sources: { id: string; title: string | null; date: string | null; source: string | null; mentions: number }[];
  /** How many there are that it is in. */
  contradictions: number;
}

/** A node, or words where there is none. */
export interface SourceRef {
  label: string;
  key?: string;
  type?: EntityType;
}

export interface EvidenceView extends Evidence {
  article: string;
  articleTitle: string | null;
  articleDate: string | null;
  articleSource: string | null;
  articleUrl: string | null;
  predicate: string;
  modality: Modality;
  attributedTo: SourceRef[];
  confidence: number;
}

export interface EdgeView {
  key: string;
  undirected: boolean;
  source: NodeRef;
  target: NodeRef;
  attributes: Omit<EdgeRow, 'key' | 'source' | 'target' | 'undirected' | 'place' | 'attributedTo'> & {
    place?: NodeRef;
    attributedTo: SourceRef[];
  };
  evidence: EvidenceView[];
  /** How many there are that it is in. */
  contradictions: number;
}

/** How much there is of something that filters can ask for, the commonest first. */
export interface Facet<T extends string = string> {
  values: { value: T; count: number }[];
  /** Values that there are, listed or not. */
  total: number;
}

export interface Facets extends Counts {
  /** Nodes by their type, edges by theirs and by modality, articles by publisher: the commonest 200. */
  entityTypes: Facet<EntityType>;
  types: Facet;
  modalities: Facet<Modality>;
  sources: Facet;
  /** First and last day of edges; null where none has one. */
  dates: { first: string; last: string } | null;
}

export interface Counts {
  articles: number;
  entities: number;
  edges: number;
}

/** The whole graph, to be measured. */
export interface Unmeasured extends Ties {
  /** Which state of the graph it was. */
  revision: string;
}

/** Nodes that were never laid out, with what stands around them. */
export interface Unplaced {
  nodes: { key: string; label: string; degree: number }[];
  edges: { source: string; target: string }[];
  /** Every placed node where there are few, else those near the new nodes' neighbours. */
  placed: Map<string, { key: string; label: string; degree: number } & Position>;
  /** Of all that is placed; null where nothing is. */
  bounds: Bounds | null;
}

/** What one side of a contradiction says, with the three sentences that say so most surely. */
export interface ContradictionSide {
  /** The edge that says it; absent where the side is a node of some type. */
  edge?: EdgeRow;
  source: NodeRef;
  target?: NodeRef;
  evidence: Quote[];
  /** Sentences that there are. */
  evidenceCount: number;
}

export interface Quote {
  article: string;
  articleTitle: string | null;
  articleDate: string | null;
  articleSource: string | null;
  start: number;
  end: number;
  text: string;
}

/** Not both sides can be right; which one is, the store does not say. */
export interface Contradiction {
  kind: ContradictionKind;
  sides: ContradictionSide[];
}
