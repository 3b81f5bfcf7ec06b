/** The only door of this room: text → sentences of tokens with tag, lemma, head, relation, and the names among them. */
export { type Annotation, annotate } from './annotate.ts';
export { ConlluError, readConllu, writeConllu } from './conllu.ts';
export { loadModel, type Model } from './load.ts';
export { ModelError } from './model.ts';
export { read } from './read.ts';
export { type Recognition, recognise } from './recognise.ts';
export type { NameLabel, NameSpan, Sentence, Token, Upos } from './sentence.ts';
