import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copiedStore } from '../../support/temporary-store.ts';

/** Each command takes some seconds to start. */
const LONG = 240_000;

const NEWS = {
  'vienna.txt':
    'Vienna, May 3, 2021\n\nPresident Anna Keller of Norway met Peter Novak in Vienna on Monday. Novak leads the Harbour Union.\n',
  'oslo.md':
    '# Mendes in Oslo\n\nMay 11, 2021\n\nClara Mendes visited Oslo on Monday. Mendes criticized Peter Novak.\n',
  'lisbon.html':
    '<html><head><title>Talks in Lisbon</title></head><body><article><h1>Talks in Lisbon</h1><p>Clara Mendes met Anna Keller in Lisbon on 4 June 2021, and praised the Harbour Union for its patience.</p></article></body></html>',
  'wire.jsonl': [
    {
      title: 'Strike',
      text: 'The Harbour Union criticized Clara Mendes on 5 June 2021.',
      url: 'https://example.org/1',
    },
    { title: 'Visit', text: 'Anna Keller visited Lisbon on 6 June 2021.', url: 'https://example.org/2' },
  ]
    .map((record) => JSON.stringify(record))
    .join('\n'),
};

interface Run {
  out: string;
  err: string;
  code: number | null;
}

/** A folder of news and a store of its own. */
async function corpus() {
  const folder = await copiedStore();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const news = join(folder, 'news');
  await mkdir(news);
  for (const [name, content] of Object.entries(NEWS)) await writeFile(join(news, name), content);
  /** @param interruptAt interrupts it, as Ctrl-C does, when it has said this on standard error */
  const dateline = async (args: readonly string[], interruptAt?: RegExp): Promise<Run> => {
    const env = { ...process.env, DATELINE_DATA: folder };
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], { env });
    child.stdin.end();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      err += piece;
      if (interruptAt?.test(err)) child.kill('SIGINT');
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, code] = await Promise.all([text(child.stdout), ended]);
    return { out, err, code };
  };
  return { folder, news, dateline };
}

describe('dateline add', () => {
  it('can be stopped and goes on where it was; the graph is that of one reading, to the byte', {
    timeout: LONG,
  }, async () => {
    const { news, dateline } = await corpus();
    await writeFile(join(news, 'a.txt'), '');
    const stopped = await dateline(['add', news, '--threads', '3'], /a\.txt" is empty/u);
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(/^dateline: stopped after \d articles?\. .* the same command goes on from there$/mu);
    await rm(join(news, 'a.txt'));
    const { out, code } = await dateline(['add', news, '--threads', '3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^5 articles, /mu);
    const [exported, built] = [await dateline(['export']), await dateline(['build', news])];
    expect(exported.out).toBe(built.out);
    expect(exported.out).toContain('"person:clara-mendes"');
  });

  it('marks what is broken, which can be mended and read again, and taken back', { timeout: LONG }, async () => {
    const { folder, news, dateline } = await corpus();
    await writeFile(join(news, 'oslo.md'), new Uint8Array([0, 1, 2]));
    const added = await dateline(['add', news]);
    expect(added.code).toBe(1);
    expect(added.out).toMatch(/^4 articles added, 0 known before, 1 could not be read$/mu);

    const status = await dateline(['status']);
    expect(status.out).toContain(`  ${join(news, 'oslo.md')}\n    file "${join(news, 'oslo.md')}" is`);

    await writeFile(join(news, 'oslo.md'), NEWS['oslo.md']);
    const retried = await dateline(['retry']);
    expect([retried.code, retried.out]).toEqual([
      0,
      expect.stringContaining('1 article added, 0 could still not be read'),
    ]);

    const removed = await dateline(['remove', join(news, 'wire.jsonl'), 'https://example.org/9']);
    expect(removed.code).toBe(1);
    expect(removed.out).toContain(`${join(news, 'wire.jsonl')}: 2 articles taken back`);
    expect(removed.err).toContain('no article of the store was read from "https://example.org/9"');

    await rm(join(news, 'wire.jsonl'));
    const [one, other] = [join(folder, 'one.gexf'), join(folder, 'other.gexf')];
    await dateline(['export', '--format', 'gexf', '--out', one]);
    await dateline(['build', news, '--format', 'gexf', '--out', other]);
    expect(await readFile(one, 'utf8')).toBe(await readFile(other, 'utf8'));
  });

  it('says in one line what is wrong with its options', { timeout: LONG }, async () => {
    const { dateline } = await corpus();
    expect(await dateline(['add', '--threads', '0', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('whole number'),
    });
    const missing = await dateline(['add', 'nowhere/at/all']);
    expect(missing.code).toBe(1);
    expect(missing.err).toMatch(/^dateline: there is no file or folder "nowhere\/at\/all"$/mu);
  });
});
