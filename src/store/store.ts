import type { Rests } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import type { GraphSource } from '../formats/index.ts';
import type { About, Measures, Position } from '../graph/index.ts';
import type { EntityType } from '../ontology.ts';
import type { ProblemCode, ProblemText } from '../problem.ts';
import type {
  ContradictionsQuery,
  DirectedFilter,
  GraphFilter,
  GraphQuery,
  Neighbourhood,
  NeighboursQuery,
  Page,
  PageQuery,
  Paths,
  PathsQuery,
  Subgraph,
} from './queries.ts';
import type {
  ArticleRow,
  ArticleView,
  Contradiction,
  Counts,
  EdgeView,
  EntityView,
  Facets,
  NodeRow,
  Unmeasured,
  Unplaced,
} from './views.ts';

/** Where an article was read. */
export interface Place {
  /** Absolute path or address of the web. */
  origin: string;
  /** Which of the articles there: ', line 3'; empty where there is but one. */
  part: string;
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
