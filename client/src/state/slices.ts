/** So long may work hold up the page, in milliseconds. */
const SLICE = 24;
/** The same as long as there is nothing to see, and nothing to answer to. */
export const FIRST = 100;

/** Items between two places where work can be interrupted. */
const STEP = 100;

/** Visits each item, and says every so many that the work can be interrupted. */
export function* each<T>(items: Iterable<T>, visit: (item: T) => void): Generator<void> {
  let visited = 0;
  for (const item of items) {
    visit(item);
    if (++visited % STEP === 0) yield;
  }
}

/**
 * Does work for one slice.
 *
 * @param work each step should be far shorter than a slice
 * @returns what it came to, or null where it is not done
 */
export function slice<T>(work: Iterator<unknown, T>, length = SLICE): { result: T } | null {
  const end = performance.now() + length;
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
 * @param first length of the first slice, in milliseconds
 * @returns what stops it
 */
export function inSlices<T>(work: Iterator<unknown, T>, done: (result: T) => void, first = SLICE): () => void {
  let next: ReturnType<typeof setTimeout> | undefined;
  const go = (length?: number) => {
    const end = slice(work, length);
    if (end) done(end.result);
    else next = setTimeout(go);
  };
  go(first);
  return () => clearTimeout(next);
}

/** Does work in one go. */
export function atOnce<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
