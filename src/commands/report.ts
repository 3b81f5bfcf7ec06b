/** One line on standard error for what went wrong; the stack only for what nobody foresaw, where DATELINE_DEBUG is set. */
export function reportProblem(error: unknown): void {
  const line = error instanceof Error ? error.message : String(error);
  console.error(`dateline: ${line.replaceAll(/\s*\n\s*/gu, ' ')}`);
  if (process.env.DATELINE_DEBUG && error instanceof Error) console.error(error.stack);
}
