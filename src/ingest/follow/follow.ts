import { lookAt } from '../../article/index.ts';
import { Problem } from '../../problem.ts';
import type { FeedState, Store } from '../../store/index.ts';
import { isAway } from '../away.ts';
import { ingest, type Summary } from '../ingest.ts';
import type { Extract } from '../take-in.ts';
import { type Clock, clock as systemClock } from './clock.ts';
import { afterError, afterSuccess } from './pace.ts';

/** What a look at a feed came to. `next` is when it is looked at again, in milliseconds of the epoch. */
export type Look = { feed: string; next: number } & (
  | { status: 'read'; summary: Summary }
  | { status: 'unchanged' }
  | { status: 'failed'; problem: Problem }
);

export interface FollowOptions {
  store: Store;
  extract: Extract;
  threads?: number;
  /** Between two looks at a feed, in milliseconds; feeds and servers may ask for more. */
  interval: number;
  /** Whether feeds may be on this machine and the network that it is in. Default false. */
  allowInside?: boolean;
  /** Ends it at once; of an article under way nothing is kept. */
  signal: AbortSignal;
  onLook?: (look: Look) => void;
  /** Told what could not be read, and that the database could not be reached; then all goes on. */
  onProblem?: (problem: Problem) => void;
  clock?: Clock;
}

/** Between two requests to one host, in milliseconds. */
const BREATH = 1000;
/** Between two tries to reach a database, in milliseconds. */
const AWAY_PAUSE = 30_000;

const NEVER: Omit<FeedState, 'url'> = {
  etag: null,
  lastModified: null,
  rests: { minutes: null, hours: [], days: [] },
  next: 0,
  errors: 0,
};

/** A server may say that a feed is gone for good (410). */
const isGone = (problem: Problem): boolean => 'httpStatus' in problem && problem.httpStatus === 410;

const retryAfterOf = (problem: Problem): string | null =>
  'retryAfter' in problem && typeof problem.retryAfter === 'string' ? problem.retryAfter : null;

/**
 * Reads feeds again and again, each when its turn has come, one request at a time a host. When each is to be looked
 * at, and which version of it was read, is kept in the store, so that another start does not read all again.
 *
 * @throws what the store throws, other than that it cannot be reached; returns when the signal fires, or when all
 *   feeds are gone
 */
export async function follow(feeds: readonly string[], options: FollowOptions): Promise<void> {
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const hosts = new Map<string, string[]>();
  for (const feed of new Set(feeds)) {
    const { host } = new URL(feed);
    hosts.set(host, [...(hosts.get(host) ?? []), feed]);
  }
  const loops = [...hosts.values()].map((group) =>
    followHost(group, { ...options, signal }).catch((error: unknown) => {
      if (!signal.aborted) broken.abort(error); // the first is thrown below
    }),
  );
  await Promise.all(loops);
  broken.signal.throwIfAborted();
}

async function followHost(feeds: readonly string[], options: FollowOptions): Promise<void> {
  const { store, signal, clock = systemClock } = options;
  const states = new Map<string, FeedState>();
  for (const url of feeds) states.set(url, (await store.feed(url)) ?? { url, ...NEVER });
  let last = Number.NEGATIVE_INFINITY;
  while (states.size > 0) {
    const state = [...states.values()].reduce((first, one) => (one.next < first.next ? one : first));
    await clock.wait(Math.max(state.next, last + BREATH) - clock.now(), signal);
    signal.throwIfAborted();
    const after = await look(state, options).catch((problem: unknown) => {
      if (!isAway(problem)) throw problem;
      options.onProblem?.(problem);
      return { ...state, next: clock.now() + AWAY_PAUSE };
    });
    last = clock.now();
    if (after === null) states.delete(state.url);
    else states.set(state.url, after);
  }
}

/** @returns null where the feed is gone for good */
async function look(state: FeedState, options: FollowOptions): Promise<FeedState | null> {
  const { store, interval, signal, onLook, clock = systemClock } = options;
  const keep = async (after: FeedState): Promise<FeedState> => {
    await store.keepFeed(after);
    return after;
  };
  try {
    const { summary, validators, maxAge, rests } = await readFeed(state, options);
    const next = afterSuccess(clock.now(), interval, { maxAge, rests });
    // kept when all is read: a stop on the way makes the next look read it again
    const after = await keep({ ...state, ...validators, rests, next, errors: 0 });
    const feed = state.url;
    onLook?.(summary ? { feed, next, status: 'read', summary } : { feed, next, status: 'unchanged' });
    return after;
  } catch (problem) {
    signal.throwIfAborted();
    if (!(problem instanceof Problem) || problem.code.startsWith('store-')) throw problem;
    const errors = state.errors + 1;
    const next = afterError(clock.now(), interval, errors, retryAfterOf(problem), clock.random());
    const after = await keep({ ...state, next, errors });
    onLook?.({ feed: state.url, next, status: 'failed', problem });
    return isGone(problem) ? null : after;
  }
}

/** @throws Problem where the feed itself cannot be read */
async function readFeed({ url, ...seen }: FeedState, options: FollowOptions) {
  const { store, extract, threads = 1, allowInside = false, signal, onProblem } = options;
  const { articles, validators, maxAge, ...asked } = await lookAt(url, seen, { allowInside, signal });
  const rests = asked.rests ?? seen.rests;
  if (articles === null) return { summary: null, validators, maxAge, rests };
  const problems: Problem[] = [];
  const summary = await ingest(articles, {
    store,
    extract,
    threads,
    signal,
    onProgress: (outcome) => {
      if (outcome.outcome !== 'failed') return;
      if (outcome.mark?.part === '') problems.push(outcome.problem);
      else onProblem?.(outcome.problem);
    },
  });
  const [whole] = problems;
  if (whole?.code === 'no-article')
    await store.forgetFailures({ origin: url, part: '' }); // it is empty today
  else if (whole) throw whole; // what is there is no feed
  return { summary, validators, maxAge, rests };
}
