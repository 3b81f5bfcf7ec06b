import { z } from 'zod';
import { ArticleId, Day, EdgeKey, EntityKey, EntityType, Modality, page, Span, TextDate } from './common.ts';
import { EdgeAttributes } from './graph.ts';

/** A node as a line of a list needs it. */
export const EntityRef = z.object({ key: EntityKey, label: z.string(), type: EntityType }).meta({ id: 'EntityRef' });
export type EntityRef = z.infer<typeof EntityRef>;

/** Who is named as the source of a statement: a node, or only words. */
export const Attribution = z
  .object({ label: z.string(), key: EntityKey.optional(), type: EntityType.optional() })
  .meta({ id: 'Attribution' });
export type Attribution = z.infer<typeof Attribution>;

/** One sentence that says so. */
export const Evidence = z
  .object({
    article: ArticleId,
    articleTitle: z.string().nullable(),
    articleDate: Day.nullable(),
    articleSource: z.string().nullable(),
    articleUrl: z.string().nullable(),
    start: z.int(),
    end: z.int(),
    text: z.string().meta({ description: 'The sentence: exactly the characters from `start` to `end`' }),
    subject: Span,
    trigger: Span,
    object: Span,
    date: Span.optional(),
    rule: z.string().meta({ description: 'Name of the rule that made the statement' }),
    predicate: z.string(),
    modality: Modality,
    attributedTo: z.array(Attribution),
    confidence: z.number(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

/** An edge with all that attests it: `/api/edges/:id`. */
export const EdgeDetail = z
  .object({
    key: EdgeKey,
    undirected: z.boolean(),
    source: EntityRef,
    target: EntityRef,
    attributes: EdgeAttributes.omit({ place: true, attributedTo: true, date: true }).extend({
      date: TextDate.optional(),
      place: EntityRef.optional(),
      attributedTo: z.array(Attribution),
    }),
    evidence: z.array(Evidence),
    contradictions: z.int().meta({ description: 'How many it is in: GET /api/contradictions?edge=' }),
  })
  .meta({ id: 'EdgeDetail' });
export type EdgeDetail = z.infer<typeof EdgeDetail>;

export const EdgePage = page(EdgeDetail).meta({ id: 'EdgePage' });
export type EdgePage = z.infer<typeof EdgePage>;
