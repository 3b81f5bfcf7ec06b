import { z } from 'zod';
import {
  After,
  ArticleId,
  Day,
  EdgeKey,
  EntityKey,
  EntityType,
  MentionKind,
  Modality,
  page,
  pageLimit,
  Span,
  TextDate,
} from './common.ts';

export const ArticlesQuery = z.strictObject({ limit: pageLimit(50, 500), after: After });
export type ArticlesQuery = z.infer<typeof ArticlesQuery>;

export const ArticleItem = z
  .object({
    id: ArticleId,
    title: z.string().nullable(),
    date: Day.nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    length: z.int().meta({ description: 'Length of the text in UTF-16 code units' }),
    entities: z.int(),
    mentions: z.int(),
    statements: z.int(),
  })
  .meta({ id: 'ArticleItem' });
export type ArticleItem = z.infer<typeof ArticleItem>;

/** Newest first. */
export const ArticlePage = page(ArticleItem).meta({ id: 'ArticlePage' });
export type ArticlePage = z.infer<typeof ArticlePage>;

export const ArticleMention = z
  .object({
    start: z.int(),
    end: z.int(),
    text: z.string(),
    kind: MentionKind,
    entities: z.array(EntityKey).meta({ description: 'One, but for plurals ("the two leaders")' }),
  })
  .meta({ id: 'ArticleMention' });
export type ArticleMention = z.infer<typeof ArticleMention>;

export const ArticleStatement = z
  .object({
    edge: EdgeKey.nullable().meta({ description: 'Null where both ends turned out to be one node' }),
    source: EntityKey,
    target: EntityKey,
    type: z.string(),
    predicate: z.string(),
    date: TextDate.optional(),
    modality: Modality,
    start: z.int(),
    end: z.int(),
    subject: Span,
    trigger: Span,
    object: Span,
  })
  .meta({ id: 'ArticleStatement' });
export type ArticleStatement = z.infer<typeof ArticleStatement>;

/** `/api/articles/:id` */
export const ArticleDetail = ArticleItem.extend({
  text: z.string(),
  nodes: z
    .array(z.object({ key: EntityKey, label: z.string(), type: EntityType }))
    .meta({ description: 'The nodes that the article mentions' }),
  mentionList: z.array(ArticleMention).meta({ description: 'In the order of the text; they may nest' }),
  statementList: z.array(ArticleStatement).meta({ description: 'In the order of the text' }),
  excerpt: z.literal(true).optional().meta({ description: 'Only sentences of it: in published folders' }),
}).meta({ id: 'ArticleDetail' });
export type ArticleDetail = z.infer<typeof ArticleDetail>;

const optionalText = (most: number) => z.string().trim().max(most).nullish();

export const ArticlePost = z
  .strictObject({
    text: z.string().meta({ description: 'The article as plain text, in English' }),
    title: optionalText(2000),
    date: Day.nullish(),
    source: optionalText(500),
    url: z
      .url({ protocol: /^https?$/ })
      .max(4000)
      .nullish(),
  })
  .meta({ id: 'ArticlePost' });
export type ArticlePost = z.infer<typeof ArticlePost>;

/** 201 where the article is new, 200 where it was known. */
export const ArticlePosted = ArticleItem.extend({
  known: z.boolean().meta({ description: 'The article was read before; nothing was changed' }),
}).meta({ id: 'ArticlePosted' });
export type ArticlePosted = z.infer<typeof ArticlePosted>;
