import { articlesOf } from '../article/index.ts';
import { isAddress } from '../ingest/index.ts';

/**
 * Counts in the background how many articles there are to be read, so that the time left can be told. An address and
 * standard input count as one: nothing is fetched, or taken away, for the sake of a number.
 *
 * @param signal ends it
 * @returns the number; null while it is not known
 */
export function countArticles(paths: readonly string[], signal: AbortSignal): () => number | null {
  const isOnDisk = (path: string): boolean => path !== '-' && !isAddress(path);
  const onDisk = paths.filter(isOnDisk);
  let count = paths.length - onDisk.length;
  let isKnown = false;
  const walk = async () => {
    for await (const _ of articlesOf(onDisk, { signal })) count++;
    isKnown = true;
  };
  walk().catch(() => {}); // it was ended, or the reading itself meets the same
  return () => (isKnown ? count : null);
}
