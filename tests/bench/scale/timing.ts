import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '../../../src/store/schema.ts';
import type { Kind } from './stores.ts';

/** The q-th part of the times is no greater: 0.5 is the median. */
export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Milliseconds. */
export interface Costs {
  waited: number[];
  /** Of all processors, the server's session included: this does not hang on who else is at work. */
  processor: number[];
}

export const noCosts = (): Costs => ({ waited: [], processor: [] });

/** Processor time until now, in milliseconds. */
export type Clock = () => number;

const ownTime: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Nanoseconds on a processor come first there; a session that ended says nothing. */
const sessionTime = (pid: number): number => {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) / 1e6 : 0;
};

/** Counts this process and, of a server on this machine, the sessions that it has here now. */
export async function clockOf(kind: Kind, db: Db): Promise<Clock> {
  if (kind === 'PGlite') return ownTime;
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where application_name = 'dateline'`.execute(db);
  return () => rows.reduce((sum, { pid }) => sum + sessionTime(pid), ownTime());
}

/** Adds what the work costs. */
export async function timed(clock: Clock, costs: Costs, work: () => Promise<unknown>): Promise<void> {
  const [begin, busy] = [performance.now(), clock()];
  await work();
  costs.waited.push(performance.now() - begin);
  costs.processor.push(clock() - busy);
}

/** Runs both for each item, each first every other time, so that neither finds warmer pages. */
export async function takeTurns<T>(
  clock: Clock,
  items: readonly T[],
  ours: (item: T) => Promise<unknown>,
  bare: (item: T) => Promise<unknown>,
): Promise<{ ours: Costs; bare: Costs }> {
  const costs = { ours: noCosts(), bare: noCosts() };
  for (const [index, item] of items.entries()) {
    const sides = index % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of sides) await timed(clock, costs[side], () => (side === 'ours' ? ours(item) : bare(item)));
  }
  return costs;
}
