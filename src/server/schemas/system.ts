import { z } from 'zod';

export const Health = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    articles: z.int(),
    entities: z.int(),
    edges: z.int(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
