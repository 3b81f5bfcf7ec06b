import { afterAll, describe, expect, it } from 'vitest';
import { Pool } from '../../../src/threads/index.ts';

const script = new URL('../../support/odd-worker.ts', import.meta.url);
const pool = new Pool<string, { kind: 'answer'; answer: string }>(script, 1, { memory: 32 });
afterAll(() => pool.close());

const noLimit = () => new AbortController().signal;
const DONE = { kind: 'answer', answer: 'done' };

describe('a pool of threads', () => {
  it('hands on what went wrong in one', async () => {
    await expect(pool.run('find a problem', noLimit)).rejects.toMatchObject({ code: 'no-article' });
    await expect(pool.run('trip', noLimit)).rejects.toThrow('tripped');
    expect(await pool.run('answer', noLimit)).toEqual(DONE);
  });

  it.each([
    ['goes on for ever', 'go on for ever', { name: 'TimeoutError' }],
    ['takes all memory', 'take all memory', { code: 'ERR_WORKER_OUT_OF_MEMORY' }],
    ['ends its thread', 'die', { message: 'worker thread ended with code 3' }],
  ])('ends a task that %s, and does the next', async (_, task, error) => {
    const limit = () => (task === 'go on for ever' ? AbortSignal.timeout(50) : new AbortController().signal);
    const [broken, next] = await Promise.allSettled([pool.run(task, limit), pool.run('answer', noLimit)]);
    expect(broken).toMatchObject({ status: 'rejected', reason: error });
    expect(next).toEqual({ status: 'fulfilled', value: DONE });
  });

  it('gives up what waits when it is closed', async () => {
    const closing = new Pool<string, { kind: 'answer' }>(script, 1);
    const tasks = Promise.allSettled([closing.run('go on for ever', noLimit), closing.run('answer', noLimit)]);
    await closing.close();
    expect((await tasks).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
