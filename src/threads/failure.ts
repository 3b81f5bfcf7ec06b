import { Problem, type ProblemCode, type ProblemText } from '../problem.ts';

/** How a worker thread says what went wrong in it. */
export type Failure =
  | { kind: 'problem'; code: ProblemCode; text: ProblemText }
  | { kind: 'failed'; message: string; stack: string | undefined };

export function failureOf(error: unknown): Failure {
  if (error instanceof Problem) return { kind: 'problem', code: error.code, text: error.text };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', message, stack };
}

const isFailure = (result: { kind: string }): result is Failure =>
  result.kind === 'problem' || result.kind === 'failed';

/** @throws what went wrong in the thread */
export function succeeded<R extends { kind: string }>(result: R | Failure): R {
  if (!isFailure(result)) return result;
  if (result.kind === 'problem') throw new Problem(result.code, result.text);
  throw Object.assign(new Error(result.message), { stack: result.stack });
}
