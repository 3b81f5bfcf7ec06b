import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';

/** An article on its way in. */
export interface Incoming {
  /** Names it in progress and errors: 'file "a.txt"'. */
  name: string;
  /** @throws Problem where it cannot be read */
  load(): Article | Promise<Article>;
}

export type Outcome =
  | { name: string; outcome: 'added'; extraction: Extraction }
  /** It was in the store before; it was not read again. */
  | { name: string; outcome: 'known'; id: string }
  | { name: string; outcome: 'failed'; problem: Problem };

export interface IngestOptions {
  store: Store;
  extract: (article: Article, what: string, signal?: AbortSignal) => Extraction | Promise<Extraction>;
  /** Told after each article. */
  onProgress?: (outcome: Outcome, done: number) => void;
  /** Stops after the article under way, of which nothing is kept. What was added before stays. */
  signal?: AbortSignal;
}

export interface Summary {
  added: number;
  known: number;
  failed: number;
}

/** An article that trips the pipeline must not stop the batch, whatever the reason. */
async function read(article: Article, name: string, { extract, signal }: IngestOptions): Promise<Extraction> {
  try {
    return await extract(article, name, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Problem) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new Problem('internal-error', { title: `${name} could not be read`, detail }, { cause });
  }
}

async function takeIn({ name, load }: Incoming, options: IngestOptions): Promise<Outcome> {
  const { store, signal } = options;
  try {
    const article = await load();
    if ((await store.knownArticles([article.id])).has(article.id)) return { name, outcome: 'known', id: article.id };
    const extraction = await read(article, name, options);
    signal?.throwIfAborted();
    const isNew = await store.addExtraction(extraction);
    return isNew ? { name, outcome: 'added', extraction } : { name, outcome: 'known', id: article.id };
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code === 'store-closed') throw problem;
    return { name, outcome: 'failed', problem };
  }
}

/**
 * Reads articles into the store, each whole or not at all. One that cannot be read is reported and the rest goes on.
 *
 * @throws what `signal` was aborted with, and what the store throws: then no further article would fare better
 */
export async function ingest(
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  options: IngestOptions,
): Promise<Summary> {
  const summary: Summary = { added: 0, known: 0, failed: 0 };
  let done = 0;
  for await (const incoming of articles) {
    options.signal?.throwIfAborted();
    const outcome = await takeIn(incoming, options);
    summary[outcome.outcome]++;
    options.onProgress?.(outcome, ++done);
  }
  return summary;
}
