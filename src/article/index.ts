/** The only door of this room: what people have → articles with their date, title and the blocks that are to be read. */
export { type Article, articleId, type Block } from './article.ts';
export type { Refusal, Validators } from './fetch.ts';
export { articlesOf, readTextFile } from './files.ts';
export type { Incoming, ReadingOptions } from './incoming.ts';
export { type FeedLook, lookAt } from './look.ts';
export { makeArticle, type Source } from './make.ts';
export { articlesInFile } from './open.ts';
export type { Rests } from './rests.ts';
