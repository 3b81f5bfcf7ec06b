/** The time, as what waits and chooses by chance needs it; tests bring one of their own. */
export interface Clock {
  /** Milliseconds of the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or when the signal fires. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** A timer cannot wait longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

export const clock: Clock = {
  now: Date.now,
  random: Math.random,
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(Math.max(0, milliseconds), LONGEST_TIMER));
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    }),
};
