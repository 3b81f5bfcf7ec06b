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

export const ExportQuery = z.strictObject({
  format: z.enum(['json', 'gexf']).meta({ description: "graphology's JSON, or GEXF 1.3" }),
});
export type ExportQuery = z.infer<typeof ExportQuery>;
