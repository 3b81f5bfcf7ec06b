/** What was, what is, and what was undone. */
export interface History<T> {
  /** The latest last. */
  past: readonly T[];
  present: T;
  /** The next first. */
  future: readonly T[];
}

const LONGEST = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A step: undo leads back from it. */
export const advance = <T>({ past, present }: History<T>, next: T): History<T> => ({
  past: [...past, present].slice(-LONGEST),
  present: next,
  future: [],
});

/** Goes on with the step that was last: undo leads back to before both. */
export const amend = <T>({ past }: History<T>, next: T): History<T> => ({ past, present: next, future: [] });

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future };
}
