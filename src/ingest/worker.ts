import { parentPort } from 'node:worker_threads';
import { extract } from '../extract.ts';
import { layIn, layOut } from '../graph/index.ts';
import { loadModel, type Model } from '../language/index.ts';
import { Problem } from '../problem.ts';
import type { Result, Task } from './messages.ts';

let model: Model | undefined;

function perform(task: Task): Result {
  if (task.kind === 'extract') {
    model ??= loadModel();
    return { kind: 'extracted', extraction: extract(task.article, model, task.what) };
  }
  const { nodes, edges, placed, bounds } = task.unplaced;
  return { kind: 'arranged', positions: bounds ? layIn(nodes, edges, placed, bounds) : layOut(nodes, edges) };
}

function attempt(task: Task): Result {
  try {
    return perform(task);
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', code: error.code, text: error.text };
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', message, stack };
  }
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(attempt(task)));
