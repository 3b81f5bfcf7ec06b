import { createContext, Script } from 'node:vm';
import { Problem } from '../problem.ts';

const CALL = new Script('work()');

/**
 * The result of a function that an input made by an enemy could keep busy for hours. It runs on this thread and is
 * ended by the engine's watchdog when its time is over, so the input must not be shared with anything that goes on.
 *
 * @param work must not await anything
 * @param seconds the longest that it may take
 * @throws Problem `took-too-long`; what `work` throws
 */
export function withinTime<T>(work: () => T, seconds: number, what: string): T {
  let result: { value: T } | undefined;
  const context = createContext({
    work: () => {
      result = { value: work() };
    },
  });
  try {
    CALL.runInContext(context, { timeout: seconds * 1000 });
  } catch (cause) {
    if (!isTimeout(cause)) throw cause;
  }
  if (result) return result.value;
  throw new Problem('took-too-long', {
    title: `${what} took longer than ${seconds} seconds to take apart`,
    hint: 'Save its text as a text file',
  });
}

/** The error is of the other context, so it is no `Error` of this one. */
const isTimeout = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
