import { useEffect, useMemo, useState } from 'react';
import { inSlices, slice } from './slices.ts';

/**
 * What work comes to, done bit by bit. What takes no longer than one slice is there at once; until the rest is, there is
 * what was there before.
 *
 * @param begin is memoized: another function is other work
 * @param none what is there before the first is done
 */
export function useInSlices<T>(begin: () => Iterator<unknown, T>, none: T): T {
  const begun = useMemo(() => {
    const work = begin();
    return { work, end: slice(work) };
  }, [begin]);
  const [latest, setLatest] = useState({ result: none });
  useEffect(() => {
    if (!begun.end) return inSlices(begun.work, (result) => setLatest({ result }));
    setLatest(begun.end);
    return undefined;
  }, [begun]);
  return (begun.end ?? latest).result;
}
