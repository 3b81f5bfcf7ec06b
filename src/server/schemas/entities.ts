import { z } from 'zod';
import { After, ArticleId, Day, EntityKey, EntityType, page, pageLimit } from './common.ts';
import { measures } from './graph.ts';

export const EntitiesQuery = z.strictObject({
  q: z.string().trim().max(200).optional().meta({
    description:
      'A name or the beginning of one of its words; typing errors are forgiven. Without it: all, those with most edges first.',
  }),
  type: EntityType.optional(),
  limit: pageLimit(20, 200),
  after: After,
});
export type EntitiesQuery = z.infer<typeof EntitiesQuery>;

export const EntityItem = z
  .object({
    key: EntityKey,
    label: z.string(),
    type: EntityType,
    aliases: z.array(z.string()),
    degree: z.int(),
    articles: z.int(),
    mentionCount: z.int(),
    firstDate: Day.nullable(),
    lastDate: Day.nullable(),
  })
  .meta({ id: 'EntityItem' });
export type EntityItem = z.infer<typeof EntityItem>;

export const EntityPage = page(EntityItem).meta({ id: 'EntityPage' });
export type EntityPage = z.infer<typeof EntityPage>;

/** `/api/entities/:id` */
export const EntityDetail = EntityItem.extend({
  ...measures,
  roles: z
    .array(z.object({ role: z.string(), of: EntityKey.nullable(), label: z.string().nullable(), statements: z.int() }))
    .meta({
      description: 'The hundred commonest offices and kinships that the articles name, with the node on the other side',
    }),
  relations: z
    .array(z.object({ type: z.string(), direction: z.enum(['in', 'out', 'both']), edges: z.int() }))
    .meta({ description: 'Its edges counted by type and direction (`both`: symmetric)' }),
  sources: z
    .array(
      z.object({
        id: ArticleId,
        title: z.string().nullable(),
        date: Day.nullable(),
        source: z.string().nullable(),
        mentions: z.int(),
      }),
    )
    .meta({ description: 'The newest 100 articles that mention it; `articles` tells how many there are' }),
  contradictions: z.int().meta({ description: 'How many it is in: GET /api/contradictions?entity=' }),
}).meta({ id: 'EntityDetail' });
export type EntityDetail = z.infer<typeof EntityDetail>;
