import { loadavg } from 'node:os';
import { quantile } from './timing.ts';

const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 1);

/** One line: p50 and p99, each also as a multiple of what the bare SQL took. */
export function report(name: string, ours: readonly number[], bare: readonly number[] = []): void {
  const [p50, p99] = [quantile(ours, 0.5), quantile(ours, 0.99)];
  const ratio = (q: number, time: number) =>
    bare.length === 0 ? '' : ` (${(time / quantile(bare, q)).toFixed(2)} × bare)`;
  console.log(`  ${name.padEnd(34)} p50 ${ms(p50)} ms${ratio(0.5, p50)}, p99 ${ms(p99)} ms${ratio(0.99, p99)}`);
}

export const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
