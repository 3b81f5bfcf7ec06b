/** The q-th part of the times is no greater: 0.5 is the median. */
export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** @returns milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs both for each item, each first every other time, so that neither finds warmer pages. */
export async function takeTurns<T>(
  items: readonly T[],
  ours: (item: T) => Promise<unknown>,
  bare: (item: T) => Promise<unknown>,
): Promise<{ ours: number[]; bare: number[] }> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (const [index, item] of items.entries()) {
    const sides = index % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of sides) times[side].push(await timed(() => (side === 'ours' ? ours(item) : bare(item))));
  }
  return times;
}
