import { Problem } from '../problem.ts';

/** One line on standard error for what went wrong; with DATELINE_DEBUG set, the stack too. */
export function reportProblem(error: unknown): void {
  console.error(`dateline: ${wordsOf(error).replaceAll(/\s*\n\s*/gu, ' ')}`);
  if (process.env.DATELINE_DEBUG && error instanceof Error) console.error(error.stack, error.cause ?? '');
}

function wordsOf(error: unknown): string {
  if (error instanceof Problem) {
    const { title, detail, hint } = error.text;
    return [title, detail, hint]
      .filter((part) => part !== undefined)
      .map((part) => part.replace(/\.$/u, ''))
      .join('. ');
  }
  return error instanceof Error ? error.message : String(error);
}
