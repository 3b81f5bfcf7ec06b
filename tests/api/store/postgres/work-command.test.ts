import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryPlace } from '../../../support/temporary-store.ts';

interface Run {
  out: string;
  err: string;
  code: number | null;
}

/** @param stopAt stops it with SIGTERM, once, when it has said this */
function dateline(args: readonly string[], stopAt?: RegExp): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args]);
  const run: Run = { out: '', err: '', code: null };
  let isStopped = false;
  child.stdin.end();
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    run.err += piece;
  });
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    run.out += piece;
    if (isStopped || !stopAt?.test(run.out)) return;
    isStopped = true;
    child.kill('SIGTERM');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...run, code })));
}

describe('dateline work', () => {
  it('reads what dateline add --queue left for it, until it is stopped', { timeout: 240_000 }, async () => {
    const store = await temporaryPlace();
    const folder = await mkdtemp(join(tmpdir(), 'dateline-work-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(
      join(folder, 'a.txt'),
      'President Anna Keller of Norway met Peter Novak in Vienna on 3 May 2021.\n',
    );
    await writeFile(join(folder, 'b.txt'), 'Clara Mendes visited Oslo on 5 May 2021, and criticized Peter Novak.\n');

    const added = await dateline(['add', folder, '--queue', '--store', store]);
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('2 articles queued, 0 known before') });
    expect(added.out).toContain('2 wait in');

    const worked = await dateline(['work', '--store', store, '--concurrency', '1'], /nothing waits in/u);
    expect(worked).toMatchObject({ code: 0, err: '' });
    expect(worked.out).toContain(`added file "${join(folder, 'a.txt')}"`);
    expect(worked.out).toMatch(/^stopped: 2 articles added, 0 known before, 0 failed$/mu);
    expect(worked.out).toMatch(/^2 articles, /mu);
  });

  it('says what is wrong with a store in a folder', async () => {
    const { code, err } = await dateline(['work', '--data', 'nowhere']);
    expect(code).toBe(1);
    expect(err).toMatch(/^dateline: a store in a folder has one process, .*--store or DATELINE_STORE/u);
  });
});
