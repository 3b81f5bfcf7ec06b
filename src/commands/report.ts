import { Problem, type ProblemText } from '../problem.ts';

/** One line on standard error for what went wrong; with DATELINE_DEBUG set, the stack too. */
export function reportProblem(error: unknown): void {
  console.error(`dateline: ${wordsOf(error).replaceAll(/\s*\n\s*/gu, ' ')}`);
  if (process.env.DATELINE_DEBUG && error instanceof Error) console.error(error.stack, error.cause ?? '');
}

/** What went wrong and how to mend it, in one line. */
export const sentences = ({ title, detail, hint }: ProblemText): string =>
  [title, detail, hint]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\.$/u, ''))
    .join('. ')
    .replaceAll(/\s*\n\s*/gu, ' ');

function wordsOf(error: unknown): string {
  if (error instanceof Problem) return sentences(error.text);
  return error instanceof Error ? error.message : String(error);
}

/** '1 article', '12 articles' */
export const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
