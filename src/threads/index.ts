/** The only door of this room: work on other threads, with limits of time and memory. */
export { type Failure, failureOf } from './failure.ts';
export { Pool } from './pool.ts';
export { besides } from './thread.ts';
