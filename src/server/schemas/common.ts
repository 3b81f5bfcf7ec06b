import { z } from 'zod';
import { ENTITY_TYPES, MENTION_KINDS, MODALITIES } from '../../ontology.ts';

/*
 * The words that the API's inputs and answers are made of. These files are read by server and browser alike, so they
 * import nothing of Node.
 */

export const EntityType = z.enum(ENTITY_TYPES).meta({ id: 'EntityType', description: 'What a node can be' });
export const Modality = z.enum(MODALITIES).meta({
  id: 'Modality',
  description: 'Said as fact; will be; may be; said not to be',
});
export const MentionKind = z.enum(MENTION_KINDS).meta({ id: 'MentionKind' });

export const EntityKey = z.string().min(1).max(1000).meta({
  description: 'Key of a node: its type and its name, `person:mara-ilves`. An older name of the node leads to it too.',
  example: 'person:mara-ilves',
});
export const EdgeKey = z
  .string()
  .regex(/^e[0-9a-f]{16}$/, 'must be "e" and 16 hexadecimal digits')
  .meta({ description: 'Key of an edge', example: 'e0123456789abcdef' });
export const ArticleId = z
  .string()
  .regex(/^a[0-9a-f]{16}$/, 'must be "a" and 16 hexadecimal digits')
  .meta({ description: 'Made of the SHA-256 of the text', example: 'a0123456789abcdef' });

/** A calendar date as given by a caller. */
export const Day = z.iso.date().meta({ description: 'ISO 8601 calendar date', example: '2023-10-19' });

/** A date as a text gives it. */
export const TextDate = z.string().meta({
  description: 'ISO 8601, as precise as the text allows: a day, a month, a year, or a span `2023-09-01/2023-09-13`',
  example: '2023-10',
});

export const Span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .meta({ id: 'Span', description: "Start and end in the article's text, in UTF-16 code units; the end is exclusive" });

export const After = z.string().max(2000).optional().meta({ description: '`next` of the page before' });

/** How many items a page holds. */
export const pageLimit = (usual: number, most: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** One page of a list; `next` is null on the last one, else what to give as `after`. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** A query parameter that may be given several times, or once with commas. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((part) => part.split(',')))
    .pipe(z.array(item).min(1).max(200))
    .optional();

export const Problem = z
  .object({
    type: z.string(),
    code: z.string().meta({ description: 'A stable word for the kind of problem', example: 'unknown-entity' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    hint: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
export type Problem = z.infer<typeof Problem>;
