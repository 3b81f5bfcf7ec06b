import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atOnce, each, inSlices, slice } from '../../../client/src/state/slices.ts';

/** Work of so many steps, each of which takes so many milliseconds. */
function* work(steps: number, milliseconds: number, done: number[] = []): Generator<void, string> {
  for (let step = 0; step < steps; step++) {
    vi.advanceTimersByTime(milliseconds);
    done.push(step);
    yield;
  }
  return 'done';
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('each', () => {
  it('visits every item in its order, and can be interrupted at every hundredth', () => {
    const items = Array.from({ length: 250 }, (_, i) => i);
    const visited: number[] = [];
    const walk = each(items, (item) => visited.push(item));
    const pauses = [...walk].length;
    expect(pauses).toBe(2);
    expect(visited).toEqual(items);
  });

  it('has visited no more than a hundred at its first rest', () => {
    const visited: number[] = [];
    each(Array(250).fill(0), (item) => visited.push(item)).next();
    expect(visited).toHaveLength(100);
  });
});

describe('slice', () => {
  it('gives what short work came to', () => {
    expect(slice(work(3, 1), 10)).toEqual({ result: 'done' });
  });

  it('stops when its time is over, and goes on where it stopped', () => {
    const done: number[] = [];
    const long = work(6, 4, done);
    expect(slice(long, 10)).toBeNull();
    expect(done).toEqual([0, 1, 2]);
    expect(slice(long, 100)).toEqual({ result: 'done' });
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('tells work that came to null from work that is not done', () => {
    expect(slice([].values(), 10)).toEqual({ result: undefined });
  });
});

describe('inSlices', () => {
  it('has done at once what takes no longer than its first slice', () => {
    const results: string[] = [];
    inSlices(work(3, 1), (result) => results.push(result));
    expect(results).toEqual(['done']);
  });

  it('lets the page go on between slices, and tells of the end once', () => {
    const results: string[] = [];
    inSlices(work(20, 10), (result) => results.push(result));
    expect(results).toEqual([]);
    vi.runAllTimers();
    expect(results).toEqual(['done']);
  });

  it('does no more when it is stopped', () => {
    const [results, done]: [string[], number[]] = [[], []];
    const stop = inSlices(work(20, 10, done), (result) => results.push(result));
    const before = done.length;
    stop();
    vi.runAllTimers();
    expect(results).toEqual([]);
    expect(done).toHaveLength(before);
  });

  it('takes the longer for its first slice where it is told to', () => {
    const results: string[] = [];
    inSlices(work(20, 10), (result) => results.push(result), 1000);
    expect(results).toEqual(['done']);
  });
});

describe('atOnce', () => {
  it('does work to its end, however long it takes', () => {
    expect(atOnce(work(20, 100))).toBe('done');
  });
});
