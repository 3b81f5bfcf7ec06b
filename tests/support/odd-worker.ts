import { parentPort } from 'node:worker_threads';
import { Problem } from '../../src/problem.ts';
import { failureOf } from '../../src/threads/index.ts';

/** A worker thread that does what tests of threads need. */
const TASKS: Readonly<Record<string, () => string>> = {
  answer: () => 'done',
  'find a problem': () => {
    throw new Problem('no-article', { title: 'there is nothing' });
  },
  trip: () => {
    throw new TypeError('tripped');
  },
  'go on for ever': () => {
    for (;;);
  },
  'take all memory': () => {
    const all: number[][] = [];
    for (;;) all.push(new Array(100_000).fill(all.length));
  },
  die: () => process.exit(3),
};

parentPort?.on('message', (task: string) => {
  try {
    parentPort?.postMessage({ kind: 'answer', answer: TASKS[task]?.() });
  } catch (error) {
    parentPort?.postMessage(failureOf(error));
  }
});
