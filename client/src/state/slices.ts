/** So long may work hold up the page, in milliseconds. */
const SLICE = 24;

/**
 * Does work for one slice.
 *
 * @param work each step should be far shorter than a slice
 * @returns what it came to, or null where it is not done
 */
export function slice<T>(work: Iterator<unknown, T>): { result: T } | null {
  const end = performance.now() + SLICE;
  while (performance.now() < end) {
    const step = work.next();
    if (step.done) return { result: step.value };
  }
  return null;
}

/**
 * Does work bit by bit, and lets the page draw and answer in between. What takes no longer than one slice is done when
 * this returns.
 *
 * @returns what stops it
 */
export function inSlices<T>(work: Iterator<unknown, T>, done: (result: T) => void): () => void {
  let next: ReturnType<typeof setTimeout> | undefined;
  const go = () => {
    const end = slice(work);
    if (end) done(end.result);
    else next = setTimeout(go);
  };
  go();
  return () => clearTimeout(next);
}

/** Does work in one go. */
export function atOnce<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
