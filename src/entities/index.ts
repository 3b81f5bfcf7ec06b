import type { Article } from '../article/article.ts';
import type { Sentence } from '../language/sentence.ts';
import { withBirths } from './births.ts';
import { coreference } from './coreference/index.ts';
import { discourseOf } from './discourse.ts';
import type { Reading } from './entity.ts';
import { findNames } from './names/index.ts';
import { readingOf } from './reading.ts';
import { withTitles } from './titles.ts';

export type { Entity, Mention, Reading } from './entity.ts';

/**
 * The only door of this room: parsed sentences → what the article speaks of, and every place where it does. Only what
 * has a name is an entity; a pronoun or a description of nothing named is left out.
 */
export function resolve(article: Article, sentences: readonly Sentence[]): Reading {
  const discourse = discourseOf(article, sentences, findNames(article, sentences));
  const reading = readingOf(discourse, coreference(discourse));
  return withTitles(sentences, withBirths(article, discourse.trees, reading));
}
