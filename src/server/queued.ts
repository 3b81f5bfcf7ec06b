import type { Posted } from '../ingest/index.ts';
import type { Problem } from '../problem.ts';
import type { Queued } from './schemas/index.ts';

/** What is told of a problem beside others: nothing of its inside. */
export const reasonOf = ({ code, text: { title, detail, hint } }: Problem) => ({
  code,
  title,
  ...(detail !== undefined && { detail }),
  ...(hint !== undefined && { hint }),
});

export const queuedOf = (posted: Posted): Queued =>
  posted.status === 'failed'
    ? { id: null, name: posted.name, title: null, status: 'failed', problem: reasonOf(posted.problem) }
    : { id: posted.id, name: posted.name, title: posted.title, status: posted.status };
