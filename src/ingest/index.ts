/** The only door of this room: articles → the store, with the work done on other threads. */
export { arrange } from './arrange.ts';
export { type EnqueueOptions, enqueue, type Receipt } from './enqueue.ts';
export { type Clock, type FollowOptions, follow, type Look } from './follow/index.ts';
export { type ArticleEvent, Inbox, type InboxOptions, type Posted, type Settled } from './inbox.ts';
export { type IngestOptions, ingest, type Summary } from './ingest.ts';
export type { Queued } from './job.ts';
export { LEASE } from './lease.ts';
export type { Incoming } from './load.ts';
export { Measurer, measureStore } from './measures.ts';
export { isAddress, originOf, POSTED } from './places.ts';
export { type Claim, Queue, type QueueCounts, type QueueItem } from './queue.ts';
export type { Outcome } from './take-in.ts';
export { type WorkOptions, work } from './work.ts';
export { startWorkers, type Workers } from './workers.ts';
