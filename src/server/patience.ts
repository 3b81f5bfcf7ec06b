import { setTimeout as sleep } from 'node:timers/promises';
import type { Request } from 'express';

/**
 * How long a caller waits for work to be done, by RFC 7240, in milliseconds; null where it does not say.
 * "respond-async" alone is not at all.
 */
export function patienceOf(req: Request): number | null {
  const prefer = req.get('prefer') ?? '';
  const [, seconds] = /(?:^|[\s,;])wait=(\d{1,5})(?![\w-])/u.exec(prefer) ?? [];
  if (seconds !== undefined) return Number(seconds) * 1000;
  return /(?:^|[\s,;])respond-async(?![\w-])/u.test(prefer) ? 0 : null;
}

/** What is settled within that time, else null. @param milliseconds null for as long as it takes */
export async function within<T>(settled: Promise<T>, milliseconds: number | null): Promise<T | null> {
  if (milliseconds === null) return settled;
  const late = new AbortController();
  const end = sleep(milliseconds, null, { signal: late.signal }).catch(() => null);
  return Promise.race([settled, end]).finally(() => late.abort());
}
