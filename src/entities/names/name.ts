import type { Article } from '../../article/article.ts';
import type { NameLabel, Sentence, Token } from '../../language/sentence.ts';
import { remember } from '../../lexicon/index.ts';
import { ENTITY_TYPES, type EntityType } from '../../ontology.ts';

/** What the steps work on. */
export interface Text {
  article: Article;
  sentences: readonly Sentence[];
}

/** A demonym speaks of its country; `other` is a name whose type is still open. */
export type NameType = EntityType | 'demonym' | 'other';

/** A name on its way through the steps. Steps make new ones and change none. */
export interface Name {
  /** Index of the sentence, and its tokens `from` (inclusive) to `to` (exclusive). */
  sentence: number;
  from: number;
  to: number;
  type: NameType;
  /** What the tagger thinks of each type, per token; empty where a step found the name. */
  scores: Partial<Record<NameType, number>>;
  /** The step that is sure of the type: later ones leave it as it is. */
  settled?: string;
  /** The country that it is or speaks of, by its usual label. */
  country?: string;
}

export type Step = (names: readonly Name[], text: Text) => Name[];

export const TYPE_OF: Readonly<Record<NameLabel, NameType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  FAC: 'facility',
  EVT: 'event',
  DOC: 'document',
  DEM: 'demonym',
  MISC: 'other',
};

export const isEntityType = (type: NameType): type is EntityType => ENTITY_TYPES.some((one) => one === type);

export const tokensOf = ({ sentences }: Text, name: Pick<Name, 'sentence' | 'from' | 'to'>): readonly Token[] =>
  sentences[name.sentence]?.tokens.slice(name.from, name.to) ?? [];

export const formsOf = (text: Text, name: Pick<Name, 'sentence' | 'from' | 'to'>): string[] =>
  tokensOf(text, name).map(({ form }) => form);

/** The name as it stands in the text, on one line. */
export function wordsOf(text: Text, name: Pick<Name, 'sentence' | 'from' | 'to'>): string {
  const tokens = tokensOf(text, name);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return '';
  return text.article.text.slice(first.start, last.end).replaceAll(/\s+/gu, ' ').replaceAll('#', '');
}

/** Whether two spans of one sentence share a token. */
export const overlaps = (
  a: Pick<Name, 'sentence' | 'from' | 'to'>,
  b: Pick<Name, 'sentence' | 'from' | 'to'>,
): boolean => a.sentence === b.sentence && a.from < b.to && b.from < a.to;

/** The names, or mentions, of each sentence that has any. */
export function bySentence<T extends { sentence: number }>(names: readonly T[]): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const name of names) {
    const group = groups.get(name.sentence);
    if (group) group.push(name);
    else groups.set(name.sentence, [name]);
  }
  return groups;
}

/** In the order of the text; of names that begin together, the longer first. */
export const inOrder = (names: readonly Name[]): Name[] =>
  [...names].sort((a, b) => a.sentence - b.sentence || a.from - b.from || b.to - a.to);

const TYPES: readonly NameType[] = [...ENTITY_TYPES, 'demonym', 'other'];

/** The type of the highest score; `fallback` where there is none. Of equals, the one that the ontology lists first. */
export function bestType(scores: Name['scores'], fallback: NameType, among: readonly NameType[] = TYPES): NameType {
  let best: NameType | null = null;
  for (const type of among) {
    const score = scores[type];
    if (score !== undefined && (best === null || score > (scores[best] ?? 0))) best = type;
  }
  return best ?? fallback;
}

/** The name with so much more said for one type, and of the type that is then the best. */
export function hinted(name: Name, type: NameType, score: number): Name {
  const scores = { ...name.scores, [type]: (name.scores[type] ?? 0) + score };
  return { ...name, scores, type: bestType(scores, name.type) };
}

export const isCapitalized = remember((form) => /^\p{Lu}/u.test(form) || /^[a-z]{1,2}\p{Lu}/u.test(form));
