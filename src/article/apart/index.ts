/**
 * Files that an enemy may have made are taken apart on a thread of their own, which is ended where one takes too long
 * or too much memory: the libraries that read them set no limits, and would keep all others waiting.
 */
import { Problem } from '../../problem.ts';
import { besides, Pool } from '../../threads/index.ts';
import type { Article } from '../article.ts';
import type { Feed } from '../feed-entries.ts';
import { withoutMarkup } from '../html/plain.ts';
import type { ReadingOptions } from '../incoming.ts';
import type { Result, Task } from './messages.ts';

/** A page of a newspaper takes tenths of a second, a PDF of 500 pages some ten. */
const SECONDS = { page: 20, fragment: 20, feed: 20, pdf: 60, docx: 60 } as const satisfies Record<Task['kind'], number>;
/** In megabytes: ten times what the largest file of news takes. */
const MEMORY = 768;

/** A second one, so that one file does not keep the others of a server waiting. */
const threads = new Pool<Task, Result>(besides(import.meta.url, 'worker'), 2, { memory: MEMORY });

type Limits = Pick<ReadingOptions, 'signal' | 'mostSeconds'>;

const tooLong = ({ what }: Task, seconds: number): Problem =>
  new Problem('took-too-long', {
    title: `${what} took longer than ${seconds} seconds to take apart`,
    hint: 'Save its text as a text file',
  });

const tooLarge = ({ what }: Task): Problem =>
  new Problem('too-complex', {
    title: `${what} takes more than ${MEMORY} MB of memory to take apart`,
    hint: 'Save its text as a text file',
  });

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** @throws Problem `took-too-long`, `too-complex`, and what the reading throws; what `signal` was aborted with */
async function takeApart(task: Task, { signal, mostSeconds = SECONDS[task.kind] }: Limits): Promise<Result> {
  let limit: AbortSignal | undefined;
  const ends = () => {
    limit = AbortSignal.timeout(mostSeconds * 1000);
    return signal === undefined ? limit : AbortSignal.any([signal, limit]);
  };
  return threads.run(task, ends).catch((error: unknown) => {
    if (limit !== undefined && error === limit.reason) throw tooLong(task, mostSeconds);
    throw isOutOfMemory(error) ? tooLarge(task) : error;
  });
}

/** The article of an HTML page, a PDF or a Word document. */
export async function articleOf(
  task: Extract<Task, { kind: 'page' | 'pdf' | 'docx' }>,
  limits: Limits,
): Promise<Article> {
  const result = await takeApart(task, limits);
  if (result.kind === 'article') return result.article;
  throw new Error(`"${result.kind}" came of ${task.what}`);
}

/** The text of a piece of HTML that is all article. */
export async function textOf(html: string, what: string, limits: Limits): Promise<string> {
  if (!/[<&]/u.test(html)) return withoutMarkup(html);
  const result = await takeApart({ kind: 'fragment', html, what }, limits);
  if (result.kind === 'text') return result.text;
  throw new Error(`"${result.kind}" came of ${what}`);
}

/** The entries of a feed. */
export async function feedOf(xml: string, what: string, limits: Limits): Promise<Feed> {
  const result = await takeApart({ kind: 'feed', xml, what }, limits);
  if (result.kind === 'feed') return result.feed;
  throw new Error(`"${result.kind}" came of ${what}`);
}
