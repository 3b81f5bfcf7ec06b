import type { Block } from '../article/article.ts';

/** Universal Dependencies' parts of speech. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Upos = (typeof UPOS)[number];

/** A word with its place in the text: `article.text.slice(start, end) === form`, always. */
export interface Token {
  start: number;
  end: number;
  form: string;
  upos: Upos;
  /** Penn Treebank tag ("NNP", "VBD"). */
  xpos: string;
  lemma: string;
  /** Index of the head in the sentence's `tokens`; -1 for the root. */
  head: number;
  /** Universal Dependencies relation to the head, with subtype ("nsubj:pass"). */
  relation: string;
  /** How sure the parser was of the arc: the gap between its best and second-best move, squashed to 0–1. */
  margin: number;
}

export const NAME_LABELS = ['PER', 'ORG', 'LOC', 'FAC', 'EVT', 'DOC', 'DEM', 'MISC'] as const;
/** What the name tagger calls a name; `DEM` is a demonym ("Russian"), `MISC` a name of no type we know. */
export type NameLabel = (typeof NAME_LABELS)[number];

/** A name as the tagger sees it: tokens `from` (inclusive) to `to` (exclusive) of its sentence. */
export interface NameSpan {
  from: number;
  to: number;
  label: NameLabel;
  /** Summed token scores of every label for this span; higher is likelier. Only comparable within the span. */
  scores: Readonly<Record<NameLabel, number>>;
}

export interface Sentence {
  start: number;
  end: number;
  tokens: Token[];
  /** In order, disjoint. */
  names: NameSpan[];
  /** The kind of the article's block that it stands in. */
  kind: Block['kind'];
}
