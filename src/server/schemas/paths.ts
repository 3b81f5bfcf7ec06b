import { z } from 'zod';
import { EdgeKey, EntityKey, pageLimit } from './common.ts';
import { edgeFilter, GraphAnswer } from './graph.ts';

export const PathsQuery = z
  .strictObject({
    from: EntityKey,
    to: EntityKey,
    max: z.coerce.number().int().min(1).max(6).default(4).meta({ description: 'Steps at most' }),
    limit: pageLimit(5, 50).meta({ description: 'Paths at most; `attributes` tells how many there are' }),
    ...edgeFilter,
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must be another entity than "from"' });
export type PathsQuery = z.infer<typeof PathsQuery>;

export const PathsAnswer = GraphAnswer.omit({ attributes: true })
  .extend({
    attributes: z.object({
      from: EntityKey,
      to: EntityKey,
      paths: z.int().meta({ description: 'Shortest paths that there are, shown or not' }),
      shownPaths: z.int(),
      truncated: z.boolean().meta({ description: 'The search was ended by its size: there may be more paths' }),
    }),
    paths: z
      .array(
        z.object({
          nodes: z.array(EntityKey).meta({ description: 'From the one end to the other' }),
          edges: z.array(z.array(EdgeKey)).meta({
            description: 'The edges of each step, whichever way they point, the most attested first',
          }),
        }),
      )
      .meta({ description: 'All of one length, the shortest that there is; the most attested first' }),
  })
  .meta({ id: 'PathsAnswer' });
export type PathsAnswer = z.infer<typeof PathsAnswer>;
