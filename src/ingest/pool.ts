import { Problem } from '../problem.ts';
import type { Result, Task } from './messages.ts';
import { Thread } from './thread.ts';

/** Threads that share out tasks: each task has a thread for itself, and waits until one is free. */
export class Pool {
  readonly #threads: readonly Thread[];
  readonly #idle: Thread[];
  readonly #waiting: ((thread: Thread) => void)[] = [];
  readonly #closing = new AbortController();

  constructor(size: number) {
    this.#threads = Array.from({ length: size }, () => new Thread());
    this.#idle = [...this.#threads];
  }

  /**
   * @param signal makes one for the task when its turn comes, so that waiting costs it no time
   * @throws Problem where the task found one; what the signal was aborted with
   */
  async run(task: Task, signal: () => AbortSignal): Promise<Result> {
    const thread = this.#idle.pop() ?? (await new Promise<Thread>((resolve) => this.#waiting.push(resolve)));
    try {
      const result = await thread.run(task, AbortSignal.any([this.#closing.signal, signal()]));
      if (result.kind === 'problem') throw new Problem(result.code, result.text);
      if (result.kind === 'failed') throw Object.assign(new Error(result.message), { stack: result.stack });
      return result;
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
