import { Problem } from '../problem.ts';
import { type Failure, succeeded } from './failure.ts';
import { Thread, type ThreadLimits } from './thread.ts';

/** Threads that share out tasks: each task has a thread for itself, and waits until one is free. */
export class Pool<Task, Result extends { kind: string }> {
  readonly #threads: readonly Thread<Task, Result | Failure>[];
  readonly #idle: Thread<Task, Result | Failure>[];
  readonly #waiting: ((thread: Thread<Task, Result | Failure>) => void)[] = [];
  readonly #closing = new AbortController();

  /** Threads start when there is work for them. */
  constructor(script: URL, size: number, limits: ThreadLimits = {}) {
    this.#threads = Array.from({ length: size }, () => new Thread<Task, Result | Failure>(script, limits));
    this.#idle = [...this.#threads];
  }

  /**
   * @param signal makes one for the task when its turn comes, so that waiting costs it no time
   * @throws Problem where the task found one; what the signal was aborted with
   */
  async run(task: Task, signal: () => AbortSignal): Promise<Result> {
    const thread =
      this.#idle.pop() ?? (await new Promise<Thread<Task, Result | Failure>>((resolve) => this.#waiting.push(resolve)));
    try {
      return succeeded(await thread.run(task, AbortSignal.any([this.#closing.signal, signal()])));
    } finally {
      const next = this.#waiting.shift();
      if (next) next(thread);
      else this.#idle.push(thread);
    }
  }

  /** Tasks under way and waiting are aborted; resolves when the last thread has gone. */
  async close(): Promise<void> {
    this.#closing.abort(new Problem('store-closed', { title: 'the program is ending' }));
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
