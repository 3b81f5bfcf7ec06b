import type { Modality, Span } from '../ontology.ts';

/** Where a statement is said. All spans are offsets into the article's text, in UTF-16 code units. */
export interface Evidence {
  /** The sentence. */
  start: number;
  end: number;
  /** Exactly the characters from `start` to `end`. */
  text: string;
  subject: Span;
  trigger: Span;
  object: Span;
  date?: Span;
  /** Name of the rule that made the statement. */
  rule: string;
}

/** One sentence's word that `subject` → `type` → `object`. Several statements of many articles make an edge. */
export interface Statement {
  /** Index into `Reading.entities`. */
  subject: number;
  object: number;
  /** A canonical relation type, or the verb's lemma with its preposition. */
  type: string;
  /** The words in the text. */
  predicate: string;
  /** The office or kinship named ("Foreign Minister", "wife"). */
  role?: string;
  roleOf?: 'object';
  /** Further words that qualify it ("at a Russian spaceport"). */
  details?: string;
  /** ISO 8601, as precise as the text allows; a span as `2023-09-01/2023-09-13`. */
  date?: string;
  /** Index of the entity where it happened. */
  place?: number;
  modality: Modality;
  /** Who the text names as the source: an entity's index or, where there is no node, the words. In order of the text, outermost last. */
  attributedTo: (number | string)[];
  /** 0–1. */
  confidence: number;
  evidence: Evidence;
}
