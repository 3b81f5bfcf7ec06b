import type { EntityType, MentionKind } from '../ontology.ts';

/** A stretch of text that refers to one entity, or to several ("the two leaders", "both countries"). */
export interface Mention {
  /** Offsets into the article's text; `text` is exactly the characters between them. */
  start: number;
  end: number;
  text: string;
  kind: MentionKind;
  /** Index of the sentence, and its tokens `from` (inclusive) to `to` (exclusive). */
  sentence: number;
  from: number;
  to: number;
  /** The token inside `from`..`to` whose syntactic head lies outside. */
  head: number;
  /** Indices into `Reading.entities`; never empty. One but for plurals. */
  entities: number[];
  /** 0–1: how sure coreference is that the mention refers to them. 1 for a full name. */
  certainty: number;
  /** A demonym or other adjective standing for its country ("Russian" in "Russian troops"). */
  adjective?: true;
}

/** A named thing in one article, with all its names. */
export interface Entity {
  /** The fullest proper name in the text, without title. */
  label: string;
  type: EntityType;
  /** Every other proper form in the text, sorted, without `label`. */
  aliases: string[];
  /** The year of a person's birth, where the text gives it or an age; by an age, this year or the one before. */
  born?: number;
  /** Political titles that stand before a person's name, in lower case, sorted ("foreign minister"). */
  titles?: string[];
}

/** What one article speaks of. Mentions are in order of `start`, then longer first; they may nest ("[Danish] Embassy in [Norway]" within one name). */
export interface Reading {
  entities: Entity[];
  mentions: Mention[];
}
