import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Built, a worker is JavaScript; in a checkout it is TypeScript, and the new thread needs tsx to read it. */
const isBuilt = import.meta.url.endsWith('.js');

/** The script of a worker that stands beside a module. @param module `import.meta.url` of that module */
export const besides = (module: string, name: string): URL => new URL(`./${name}${isBuilt ? '.js' : '.ts'}`, module);

/** tsx does not reach new threads by itself (4.23, Node 20): each registers it anew. */
function loader(): string[] {
  if (isBuilt) return process.execArgv;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  const api = new URL('./esm/api/index.mjs', tsx).href;
  return ['--import', `data:text/javascript,import { register } from ${JSON.stringify(api)}; register();`];
}

/** Of the heap of JavaScript, in megabytes; a thread that needs more is ended, and its task with it. */
export interface ThreadLimits {
  memory?: number;
}

/**
 * A worker thread that does one task at a time. It starts with its first task, and is replaced when a task is
 * aborted: there is no other way to stop what it is computing.
 */
export class Thread<Task, Result> {
  readonly #script: URL;
  readonly #limits: ThreadLimits;
  #worker: Worker | null = null;

  constructor(script: URL, limits: ThreadLimits = {}) {
    this.#script = script;
    this.#limits = limits;
  }

  /**
   * @param signal ends the task at once, and the thread with it
   * @throws what `signal` was aborted with; an error where the thread died, of code ERR_WORKER_OUT_OF_MEMORY where
   *   that was the reason
   */
  run(task: Task, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    const worker = this.#worker ?? this.#start();
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
        worker.on('error', () => {}); // what it dies of is nobody's business any more
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

  #start(): Worker {
    const { memory } = this.#limits;
    const resourceLimits = memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } };
    return new Worker(this.#script, { execArgv: loader(), ...resourceLimits });
  }
}
