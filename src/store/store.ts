import type { Rests } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import type { GraphSource } from '../formats/index.ts';
import type { About, Bounds, ContradictionKind, Measures, Position, Ties } from '../graph/index.ts';
import type { EntityType, MentionKind, Modality, Span } from '../ontology.ts';
import type { ProblemCode, ProblemText } from '../problem.ts';
import type { Evidence } from '../relations/statement.ts';

/** One page of a list; `next` is null on the last, else what to give as `after`. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PageQuery {
  limit: number;
  after?: string | undefined;
}

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

/** What an edge says, its evidence counted and not told. */
export interface EdgeRow {
  key: string;
  source: string;
  target: string;
  undirected: boolean;
  type: string;
  predicate: string;
  role?: string;
  roleOf?: 'target';
  details?: string;
  date?: string;
  place?: string;
  modality: Modality;
  /** The twenty named most often. */
  attributedTo: string[];
  /** How many are named; absent where all are listed. */
  sourceCount?: number;
  confidence: number;
  weight: number;
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

export interface EdgeFilter {
  type?: readonly string[] | undefined;
  modality?: readonly Modality[] | undefined;
  /** First and last day, ISO 8601. */
  from?: string | undefined;
  to?: string | undefined;
  /** At least. */
  confidence?: number | undefined;
  weight?: number | undefined;
  /** Said by an article of one of these publishers, or by one of these articles. */
  source?: readonly string[] | undefined;
  article?: readonly string[] | undefined;
}

export interface DirectedFilter extends EdgeFilter {
  direction: 'in' | 'out' | 'both';
}

/** Edges that fit, and nodes of these types alone. */
export interface GraphFilter extends EdgeFilter {
  entityType?: readonly EntityType[] | undefined;
}

export interface GraphQuery extends GraphFilter {
  /** Nodes at most. */
  limit: number;
}

export interface NeighboursQuery extends GraphFilter, DirectedFilter {
  depth: number;
  /** Neighbours at most, the start apart. */
  limit: number;
}

/** A part of the graph, and how much there is beside it. */
export interface Subgraph {
  nodes: PlacedNode[];
  edges: EdgeRow[];
  /** Nodes and edges that fit the question; within reach of a truncated frontier, as far as they were counted. */
  totalNodes: number;
  totalEdges: number;
}

export interface Neighbourhood extends Subgraph {
  start: string;
  truncated: boolean;
}

/** How two nodes hang together. */
export interface PathsQuery extends EdgeFilter {
  start: string;
  end: string;
  /** Steps at most. */
  max: number;
  /** Paths at most. */
  limit: number;
}

export interface Paths extends Subgraph {
  start: string;
  end: string;
  /** All of one length, the most attested first; `edges` holds those of each step. */
  paths: { nodes: string[]; edges: string[][] }[];
  totalPaths: number;
  /** The search was ended by its size. */
  truncated: boolean;
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

/** Where an article was read. */
export interface Place {
  /** Absolute path or address of the web. */
  origin: string;
  /** Which of the articles there: ', line 3'; empty where there is but one. */
  part: string;
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

export interface ContradictionsQuery extends PageQuery {
  kind?: ContradictionKind | undefined;
  /** Those that are about this node, or hang on this edge. */
  entity?: string | undefined;
  edge?: string | undefined;
}

/** What could not be read, and why. */
export interface Failure extends Place {
  /** Names it to people: 'file "a.zip", entry "b.html"'. */
  name: string;
  problem: { code: ProblemCode } & Omit<ProblemText, 'errors'>;
}

/** An article that is no more at a place; not gone where it was read elsewhere too. */
export interface Taken {
  article: string;
  isGone: boolean;
}

/** A feed that is read again and again. */
export interface FeedState {
  url: string;
  /** Of the version that was read last. */
  etag: string | null;
  lastModified: string | null;
  /** What it asked for then. */
  rests: Rests;
  /** When to look again, in milliseconds of the epoch. */
  next: number;
  /** How often it could not be read since it last could. */
  errors: number;
}

/** Runs a text of SQL; for a library that keeps tables of its own beside the store's. */
export type RunSql = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** What is to happen in the same transaction, at its end. @returns false to have all of it undone */
export type Alongside = (run: RunSql) => Promise<boolean>;

/**
 * Articles, what they say, and the graph that is derived from it. Every write is one transaction: once its promise
 * is kept it survives a killed process, and until then nothing of it is seen.
 *
 * All methods throw Problem `store-closed` after `close`.
 */
export interface Store {
  /**
   * Of several readings of one article (the same text with other facts about it, or another text from the same
   * address) one stands, whatever the order in which they came: `byStanding` says which. The others are kept in
   * reserve.
   *
   * @param place where it was read; the article that was read there before is taken back, unless it was read elsewhere
   *   too, and what failed there is forgotten
   * @returns false where the graph did not change: the article was there before, or a better reading of it is
   * @throws Problem `superseded` where `alongside` had it undone
   */
  addExtraction(extraction: Extraction, place?: Place, alongside?: Alongside): Promise<boolean>;
  /**
   * Notes that a reading of the store was read at this place (too), as `addExtraction` does.
   *
   * @returns false where there is no such reading; nothing was changed then
   * @throws Problem `superseded` where `alongside` had it undone
   */
  noteOrigin(about: About, place: Place, alongside?: Alongside): Promise<boolean>;
  /** All places of an origin or, of a folder, of all origins below it. */
  placesFrom(origin: string): Promise<Place[]>;
  /**
   * Forgets that an article was read at this place. It is taken back, unless it was read elsewhere too.
   *
   * @returns null where no article was read there
   */
  forget(place: Place): Promise<Taken | null>;
  /** Ids of the articles that say that they were published at this address. */
  publishedAt(url: string): Promise<string[]>;
  /** Marks what could not be read, in the place of an earlier mark. */
  addFailure(failure: Failure): Promise<void>;
  /** All that could not be read and was not read since, sorted by origin and part. */
  failures(): Promise<Failure[]>;
  countFailures(): Promise<number>;
  /**
   * Forgets what failed at this place or, without a part, anywhere at an origin and below a folder.
   *
   * @returns how many marks there were
   */
  forgetFailures(where: { origin: string; part?: string }): Promise<number>;
  /** @returns false where there was no such article */
  removeArticle(id: string): Promise<boolean>;
  /** Which of these articles were read, those included of which another reading stands. */
  knownArticles(ids: readonly string[]): Promise<Set<string>>;
  counts(): Promise<Counts>;
  /** Newest first. */
  articles(query: PageQuery): Promise<Page<ArticleRow>>;
  /** By its id, or that of a reading of it that does not stand. */
  article(id: string): Promise<ArticleView | null>;
  /** By name with typing errors forgiven, best first; without `q` those with most edges first. */
  entities(query: PageQuery & { q?: string | undefined; type?: EntityType | undefined }): Promise<Page<NodeRow>>;
  /** By its key, or any other name's key that leads to it. */
  entity(key: string): Promise<EntityView | null>;
  /** Those that most articles tell of first. */
  entityEdges(key: string, query: PageQuery & DirectedFilter): Promise<Page<EdgeView> | null>;
  neighbours(key: string, query: NeighboursQuery): Promise<Neighbourhood | null>;

  /** The shortest paths between two nodes; null where one of them is unknown. */
  paths(query: PathsQuery): Promise<Paths | null>;
  edge(key: string): Promise<EdgeView | null>;
  /**
   * The nodes with most edges, and all edges between them that fit. Where the filter asks something of edges, only
   * nodes that have one that fits.
   */
  graph(query: GraphQuery): Promise<Subgraph>;
  /** What filters can ask for, with how much there is of it in the whole store. */
  facets(): Promise<Facets>;
  /** What the articles contradict each other in; `total` counts all that fit. */
  contradictions(query: ContradictionsQuery): Promise<Page<Contradiction> & { total: number }>;
  /** Null where nothing changed since it was measured. Reads in pieces, so that other work goes on. */
  unmeasured(): Promise<Unmeasured | null>;
  keepMeasures(of: Unmeasured, measures: Measures): Promise<void>;
  unplaced(): Promise<Unplaced | null>;
  place(positions: ReadonlyMap<string, Position>): Promise<void>;
  /**
   * Lets `consume` read the graph as it is at this moment, or the part of it that fits: where the filter asks something
   * of edges, only nodes that have one that fits. Other work on an embedded store waits meanwhile.
   */
  export<T>(consume: (source: GraphSource) => Promise<T>, filter?: GraphFilter): Promise<T>;
  /** @returns null where it was never looked at */
  feed(url: string): Promise<FeedState | null>;
  keepFeed(state: FeedState): Promise<void>;
  /** Outside of any transaction; several statements may be one text. */
  runSql: RunSql;
  /** Runs what `work` runs in one transaction. */
  together<T>(work: (run: RunSql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
