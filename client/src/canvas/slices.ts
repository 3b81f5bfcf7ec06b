/** So long may work hold up the page, in milliseconds. */
const SLICE = 24;

/**
 * Does work bit by bit, and lets the page draw and answer in between. What takes no longer than one slice is done when
 * this returns.
 *
 * @param work each step should be far shorter than a slice
 * @returns what stops it
 */
export function inSlices(work: Iterator<unknown>, done: () => void): () => void {
  let next: ReturnType<typeof setTimeout> | undefined;
  const go = () => {
    const end = performance.now() + SLICE;
    while (performance.now() < end)
      if (work.next().done) {
        done();
        return;
      }
    next = setTimeout(go);
  };
  go();
  return () => clearTimeout(next);
}
