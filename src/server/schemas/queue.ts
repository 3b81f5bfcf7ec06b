import { z } from 'zod';
import { After, ArticleId, page, pageLimit } from './common.ts';

/** Why an article could not be read. */
const Reason = z
  .object({ code: z.string(), title: z.string(), detail: z.string().optional(), hint: z.string().optional() })
  .meta({ id: 'Reason', description: 'What is wrong, where, and what to do' });

const queued = {
  name: z.string().meta({ description: 'Names it to people', example: 'file "news.zip", entry "a.html"' }),
  title: z.string().nullable(),
};

/** What became of an article that was posted to be read later. */
export const Queued = z
  .object({
    id: ArticleId.nullable().meta({ description: 'Where it will be, or is; null where it could not be opened' }),
    ...queued,
    status: z.enum(['queued', 'known', 'failed']),
    problem: Reason.optional().meta({ description: 'Where it failed' }),
  })
  .meta({ id: 'Queued', description: 'What is queued is kept in the store until it is read, whatever happens' });
export type Queued = z.infer<typeof Queued>;

export const QueuedItems = z.object({ items: z.array(Queued) }).meta({ id: 'QueuedItems' });
export type QueuedItems = z.infer<typeof QueuedItems>;

export const FileQuery = z.strictObject({
  name: z.string().min(1).max(255).meta({ description: 'Its ending says the form', example: 'report.pdf' }),
});

export const AddressPost = z
  .strictObject({ url: z.url({ protocol: /^https?$/ }).max(4000) })
  .meta({ id: 'AddressPost' });

const counts = {
  waiting: z.int().meta({ description: 'Articles that wait to be read' }),
  reading: z.int().meta({ description: 'Articles that are being read, by this server or others on the same store' }),
  failed: z.int().meta({ description: 'What could not be read, as `dateline status` lists it' }),
};

/** The event `queue`: on connecting, and at most once a second while it changes. */
export const QueueEvent = z.object(counts).meta({ id: 'QueueEvent' });
export type QueueEvent = z.infer<typeof QueueEvent>;

/** The event `article`: what has just become of an article. */
export const ArticleEvent = z
  .object({
    id: ArticleId,
    ...queued,
    status: z.enum(['queued', 'reading', 'added', 'known', 'failed']).meta({
      description:
        'In this order; `added`, `known` and `failed` are the last. After `added` the graph is another. Of articles that another process queued or reads, not every status is told.',
    }),
    problem: Reason.optional().meta({ description: 'Where it failed' }),
  })
  .meta({ id: 'ArticleEvent' });
export type ArticleEvent = z.infer<typeof ArticleEvent>;

export const QueueQuery = z.strictObject({ limit: pageLimit(50, 500), after: After });

const QueueItem = z
  .object({
    id: ArticleId,
    ...queued,
    status: z.enum(['queued', 'reading']),
    since: z.iso.datetime().meta({ description: 'When it was queued' }),
  })
  .meta({ id: 'QueueItem' });

/** The oldest first. */
export const QueuePage = page(QueueItem).extend(counts).meta({ id: 'QueuePage' });
export type QueuePage = z.infer<typeof QueuePage>;
