/** The only door of this room: text → sentences of tokens with tag, lemma, head, relation, and the names among them. */
export type { NameLabel, NameSpan, Sentence, Token, Upos } from './sentence.ts';
