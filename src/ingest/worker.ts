import { parentPort } from 'node:worker_threads';
import { extract } from '../extract.ts';
import { layIn, layOut, measure } from '../graph/index.ts';
import { loadModel, type Model } from '../language/index.ts';
import { type Failure, failureOf } from '../threads/index.ts';
import type { Result, Task } from './messages.ts';

let model: Model | undefined;

function perform(task: Task): Result {
  if (task.kind === 'extract') {
    model ??= loadModel();
    return { kind: 'extracted', extraction: extract(task.article, model, task.what) };
  }
  if (task.kind === 'measure') return { kind: 'measured', measures: measure(task.ties) };
  const { nodes, edges, placed, bounds } = task.unplaced;
  return { kind: 'arranged', positions: bounds ? layIn(nodes, edges, placed, bounds) : layOut(nodes, edges) };
}

function attempt(task: Task): Result | Failure {
  try {
    return perform(task);
  } catch (error) {
    return failureOf(error);
  }
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(attempt(task)));
