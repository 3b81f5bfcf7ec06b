import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import { Problem } from '../problem.ts';
import type { Alongside, Place, Store } from '../store/index.ts';

export type Outcome =
  | { name: string; outcome: 'added'; extraction: Extraction }
  /** It was in the store before; it was not read again. */
  | { name: string; outcome: 'known'; id: string }
  /** `mark` is where the store says so; absent where it does not. */
  | { name: string; outcome: 'failed'; problem: Problem; mark?: Place };

/** Reads an article. @param what names it in errors */
export type Extract = (article: Article, what: string, signal?: AbortSignal) => Extraction | Promise<Extraction>;

export interface TakeInOptions {
  store: Store;
  extract: Extract;
  /** Stops at once; of the article under way nothing is kept. */
  signal?: AbortSignal;
  /** What is to happen in the transaction in which the article comes. */
  alongside?: Alongside;
}

/** An article that trips the pipeline must not stop those after it, whatever the reason. */
async function read(article: Article, name: string, { extract, signal }: TakeInOptions): Promise<Extraction> {
  try {
    return await extract(article, name, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof Problem ? cause : tripped(name, cause);
  }
}

export const tripped = (name: string, cause: unknown): Problem =>
  new Problem(
    'internal-error',
    { title: `${name} could not be read`, detail: cause instanceof Error ? cause.message : String(cause) },
    { cause },
  );

/**
 * Adds an article, or notes that it is there; it is extracted only where it is not.
 *
 * @throws Problem where it cannot be read; what the store throws; what `signal` was aborted with
 */
export async function takeIn(name: string, article: Article, place: Place, options: TakeInOptions): Promise<Outcome> {
  const { store, signal, alongside } = options;
  const known: Outcome = { name, outcome: 'known', id: article.id };
  if (await store.noteOrigin(article, place, alongside)) return known;
  const extraction = await read(article, name, options);
  signal?.throwIfAborted();
  return (await store.addExtraction(extraction, place, alongside)) ? { name, outcome: 'added', extraction } : known;
}

/** @param mark where the store is to say that this could not be read; null for what cannot be read there again */
export async function failed(name: string, mark: Place | null, problem: Problem, store: Store): Promise<Outcome> {
  if (mark === null || problem.code === 'not-found') return { name, outcome: 'failed', problem };
  const { title, detail, hint } = problem.text;
  await store.addFailure({ ...mark, name, problem: { code: problem.code, title, detail, hint } });
  return { name, outcome: 'failed', problem, mark };
}
