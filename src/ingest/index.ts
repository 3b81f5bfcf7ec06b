/** The only door of this room: articles → the store, with the work done on other threads. */
export { arrange } from './arrange.ts';
export { type Incoming, type IngestOptions, ingest, type Outcome, type Summary } from './ingest.ts';
export { isAddress, originOf } from './places.ts';
export { startWorkers, type Workers } from './workers.ts';
