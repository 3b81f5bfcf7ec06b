import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Result, Task } from './messages.ts';

/** Built, the worker is JavaScript; in a checkout it is TypeScript, and the new thread needs tsx to read it. */
const isBuilt = import.meta.url.endsWith('.js');
const script = new URL(isBuilt ? './worker.js' : './worker.ts', import.meta.url);

/** tsx does not reach new threads by itself (4.23, Node 20): each registers it anew. */
function loader(): string[] {
  if (isBuilt) return process.execArgv;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  const api = new URL('./esm/api/index.mjs', tsx).href;
  return ['--import', `data:text/javascript,import { register } from ${JSON.stringify(api)}; register();`];
}

/**
 * A worker thread that does one task at a time. It starts with its first task, and is replaced when a task is
 * aborted: there is no other way to stop what it is computing.
 */
export class Thread {
  #worker: Worker | null = null;

  /**
   * @param signal ends the task at once, and the thread with it
   * @throws what `signal` was aborted with; an error where the thread died (out of memory)
   */
  run(task: Task, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    const worker = this.#worker ?? new Worker(script, { execArgv: loader() });
    this.#worker = worker;
    worker.ref();
    return new Promise<Result>((resolve, reject) => {
      const settle = (settled: () => void) => {
        worker.off('message', onMessage).off('error', onDeath).off('exit', onExit);
        signal?.removeEventListener('abort', onAbort);
        worker.unref();
        settled();
      };
      const onMessage = (result: Result) => settle(() => resolve(result));
      const onDeath = (error: Error) => {
        this.#worker = null;
        settle(() => reject(error));
      };
      const onExit = (code: number) => onDeath(new Error(`worker thread ended with code ${code}`));
      const onAbort = () => {
        this.#worker = null;
        settle(() => reject(signal?.reason));
        worker.terminate();
      };
      worker.on('message', onMessage).on('error', onDeath).on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
      worker.postMessage(task);
    });
  }

  /** Resolves when the thread has gone. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
