import { z } from 'zod';
import { After, ArticleId, Day, EdgeKey, EntityKey, pageLimit } from './common.ts';
import { EntityRef } from './edges.ts';
import { SerializedEdge } from './graph.ts';

export const ContradictionKind = z.enum(['leaders', 'meeting', 'birthplace', 'birthdate', 'denied', 'types']).meta({
  id: 'ContradictionKind',
  description:
    '`leaders`: two hold one office of one holder (president, mayor, chief executive) in reports whose days meet; ' +
    '`meeting`: the same two met on days at most three apart, and no article tells both; ' +
    '`birthplace`, `birthdate`: one person born in two places, or on two days; ' +
    '`denied`: the same is said and denied, of days that meet or, without a day, in reports at most a week apart; ' +
    '`types`: one name of several words is of two types',
});

export const ContradictionsQuery = z.strictObject({
  kind: ContradictionKind.optional(),
  entity: EntityKey.optional().meta({ description: 'Only those that are about this node' }),
  edge: EdgeKey.optional().meta({ description: 'Only those that hang on this edge' }),
  limit: pageLimit(50, 200),
  after: After,
});
export type ContradictionsQuery = z.infer<typeof ContradictionsQuery>;

export const Quote = z
  .object({
    article: ArticleId,
    articleTitle: z.string().nullable(),
    articleDate: Day.nullable(),
    articleSource: z.string().nullable(),
    start: z.int(),
    end: z.int(),
    text: z.string().meta({ description: 'Exactly the characters from `start` to `end`' }),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

export const ContradictionSide = z
  .object({
    edge: SerializedEdge.optional().meta({ description: 'Absent where the side is a node of some type' }),
    source: EntityRef,
    target: EntityRef.optional(),
    evidence: z.array(Quote).meta({ description: 'The three that say so most surely' }),
    evidenceCount: z.int(),
  })
  .meta({ id: 'ContradictionSide' });
export type ContradictionSide = z.infer<typeof ContradictionSide>;

/** Not both sides can be right; none is dropped for that. */
export const Contradiction = z
  .object({ kind: ContradictionKind, sides: z.array(ContradictionSide) })
  .meta({ id: 'Contradiction' });
export type Contradiction = z.infer<typeof Contradiction>;

/** Keys of the nodes and edges that it is about. */
export const subjectsOf = ({ sides }: Contradiction): ReadonlySet<string> =>
  new Set(sides.flatMap(({ edge, source, target }) => [edge?.key ?? [], source.key, target?.key ?? []].flat()));

export const ContradictionPage = z
  .object({ items: z.array(Contradiction), next: z.string().nullable(), total: z.int() })
  .meta({ id: 'ContradictionPage' });
export type ContradictionPage = z.infer<typeof ContradictionPage>;
