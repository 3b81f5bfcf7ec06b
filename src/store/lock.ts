import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { Problem } from '../problem.ts';

const Owner = z.object({ pid: z.int(), host: z.string() });
type Owner = z.infer<typeof Owner>;

/** A holder that was stopped for this long (a suspended laptop) counts as gone. */
const STALE_AFTER = 60_000;
const RENEWED_EVERY = 10_000;

const ownerFile = (folder: string): string => join(folder, 'owner.json');

async function ownerOf(folder: string): Promise<Owner | null> {
  try {
    return Owner.parse(JSON.parse(await readFile(ownerFile(folder), 'utf8')));
  } catch {
    return null; // not yet written, or cut off by a crash
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Killed without a chance to let go. A process of our own number was one before us: numbers come again in containers. */
const isGone = (owner: Owner): boolean =>
  owner.host === hostname() && (owner.pid === process.pid || !isAlive(owner.pid));

/** Folders that this process itself holds. */
const held = new Set<string>();

function locked(folder: string, owner: Owner | null): Problem {
  const who = owner === null ? '' : ` (pid ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`})`;
  return new Problem('store-locked', {
    title: `graph folder "${folder}" is open in another process${who}`,
    detail: 'An embedded store has one writer; a second would overwrite its pages.',
    hint: 'Stop that process, or choose another folder with --data or DATELINE_DATA',
  });
}

/**
 * Keeps other processes out of a graph folder. A lock that a killed process left behind is taken over.
 *
 * @param onLost another process took the lock over while this one did not run for a minute
 * @returns what lets go
 * @throws Problem `store-locked`
 */
export async function lockFolder(folder: string, onLost: () => void): Promise<() => Promise<void>> {
  const lockfilePath = join(folder, 'lock');
  const options = { lockfilePath, stale: STALE_AFTER, update: RENEWED_EVERY, onCompromised: onLost };
  if (held.has(folder)) throw locked(folder, { pid: process.pid, host: hostname() });
  const unlock = await lockfile.lock(folder, options).catch(async (error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
    const owner = await ownerOf(folder);
    if (owner === null || !isGone(owner)) throw locked(folder, owner);
    await rm(lockfilePath, { recursive: true, force: true });
    return lockfile.lock(folder, options).catch(async () => {
      throw locked(folder, await ownerOf(folder));
    });
  });
  held.add(folder);
  await writeFile(ownerFile(folder), JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner));
  return async () => {
    held.delete(folder);
    await unlock().catch(() => {}); // lost already
  };
}
