import { loadavg } from 'node:os';
import { type Costs, noCosts, quantile } from './timing.ts';

const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 1);

/** p50 and p99, each also as a multiple of what the bare SQL took. */
function quantiles(ours: readonly number[], bare: readonly number[]): string {
  const one = (q: number) => {
    const time = quantile(ours, q);
    return `p${100 * q} ${ms(time)} ms${bare.length === 0 ? '' : ` (${(time / quantile(bare, q)).toFixed(2)} × bare)`}`;
  };
  return `${one(0.5)}, ${one(0.99)}`;
}

/** Two lines: what was waited, and what of it processors were at work. */
export function report(name: string, ours: Costs, bare: Costs = noCosts()): void {
  console.log(`  ${name.padEnd(34)} waited    ${quantiles(ours.waited, bare.waited)}`);
  console.log(`  ${''.padEnd(34)} processor ${quantiles(ours.processor, bare.processor)}`);
}

export const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
