import type { Problem } from '../../../src/server/schemas/common.ts';

/** An answer that is no success, in the words of the server (RFC 9457), or a server that does not answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly fields: readonly { field: string; message: string }[];

  constructor(problem: Pick<Problem, 'title' | 'status' | 'detail' | 'hint' | 'errors'>) {
    super(problem.title);
    this.name = 'ApiError';
    this.status = problem.status;
    this.detail = problem.detail;
    this.hint = problem.hint;
    this.fields = problem.errors ?? [];
  }
}

export const unreachable = (): ApiError =>
  new ApiError({
    title: 'Dateline does not answer',
    status: 0,
    hint: 'See whether it still runs in the terminal where it was started, then try again.',
  });
