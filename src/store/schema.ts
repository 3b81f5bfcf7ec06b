import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Article, Rests } from '../article/index.ts';
import type { EntityType, MentionKind, Modality } from '../ontology.ts';
import type { ProblemCode } from '../problem.ts';
import type { Evidence } from '../relations/statement.ts';
import type { Kept } from './kept.ts';

/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>;

export interface ArticleTable {
  id: string;
  text: string;
  title: string | null;
  date: string | null;
  source: string | null;
  url: string | null;
  blocks: Json<Article['blocks']>;
  skips: Json<Article['skips']>;
  entities: number;
  mentions: number;
  statements: number;
}

export interface ArticleEntityTable {
  article: string;
  index: number;
  type: EntityType;
  label: string;
  aliases: string[];
  born: number | null;
  titles: string[];
  mentions: number;
  /** Of its article. */
  date: string | null;
  name: string;
  entity: string;
}

export interface MentionTable {
  article: string;
  start: number;
  stop: number;
  entity_index: number;
  kind: MentionKind;
  text: string;
}

export interface StatementTable {
  article: string;
  index: number;
  subject: number;
  object: number;
  type: string;
  predicate: string;
  role: string | null;
  role_of: 'object' | null;
  details: string | null;
  date: string | null;
  place: number | null;
  modality: Modality;
  attributed_to: Json<(number | string)[]>;
  confidence: number;
  evidence: Json<Evidence>;
  edge: string | null;
}

export interface EntityTable {
  key: string;
  type: EntityType;
  label: string;
  aliases: string[];
  degree: number;
  articles: number;
  mentions: number;
  first_date: string | null;
  last_date: string | null;
}

export interface EdgeTable {
  key: string;
  source: string;
  target: string;
  undirected: boolean;
  type: string;
  predicate: string;
  role: string | null;
  role_of: 'target' | null;
  details: string | null;
  date: string | null;
  place: string | null;
  modality: Modality;
  /** The twenty named most often, of `sources`. */
  attributed_to: string[];
  sources: number;
  /** Whose articles say it, however their names are spelt, and how many articles say it that name none. */
  publishers: number;
  unnamed: number;
  /** What `confidence` is made of. */
  doubt: string;
  confidence: number;
  weight: number;
  sentences: number;
  since: string | null;
  until: string | null;
}

export interface FailureTable {
  key: string;
  origin: string;
  part: string;
  name: string;
  code: ProblemCode;
  title: string;
  detail: string | null;
  hint: string | null;
}

export interface FeedTable {
  key: string;
  url: string;
  etag: string | null;
  last_modified: string | null;
  rests: Json<Rests>;
  next: Date;
  errors: number;
}

export interface Database {
  article: ArticleTable;
  origin: { key: string; origin: string; part: string; article: string };
  spare: { key: string; origin: string; part: string; id: string; url: string | null; reading: Json<Kept> };
  failure: FailureTable;
  feed: FeedTable;
  article_entity: ArticleEntityTable;
  mention: MentionTable;
  statement: StatementTable;
  claim: { name: string; alias: string; uses: number };
  spelling: { name: string; form: string; labels: number; uses: number };
  name: { name: string; entity: string };
  entity: EntityTable;
  entity_form: { entity: string; form: string };
  edge: EdgeTable;
  tie: { node: string; other: string; weight: number; edges: number; foremost: string };
  tally: { edge: string; kind: string; word: string; uses: number };
  facet: { kind: string; word: string; uses: number };
  measure: { entity: string; community: number; rank: number };
  revision: { changes: string; measured: string };
  position: { entity: string; x: number; y: number };
}

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
