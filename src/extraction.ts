import type { Article } from './article/article.ts';
import type { Entity, Mention } from './entities/entity.ts';
import type { Statement } from './relations/statement.ts';

/** All that one article says: the unit that is stored, merged, exported and taken back. Plain JSON. */
export interface Extraction {
  article: Article;
  entities: Entity[];
  mentions: Mention[];
  statements: Statement[];
}
