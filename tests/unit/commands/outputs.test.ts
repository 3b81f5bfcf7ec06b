import { describe, expect, it } from 'vitest';
import { claimTargets, outputsOf } from '../../../src/commands/outputs.ts';

async function* incoming(...origins: string[]) {
  for (const origin of origins)
    yield { name: `file "${origin}"`, origin, load: () => Promise.reject(new Error(origin)) };
}

async function targets(...origins: string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const { target } of outputsOf(incoming(...origins), 'out', 'json')) all.push(target);
  return all;
}

describe('output files', () => {
  it('are named after the files that articles are in', async () => {
    expect(
      await targets('news/page.html', 'b.txt.gz', '-', 'https://news.example/2021/port.html?x=1', 'https://a.example/'),
    ).toEqual(['out/page.json', 'out/b.json', 'out/stdin.json', 'out/port.json', 'out/article.json']);
  });

  it('are numbered where several articles are in one file', async () => {
    expect(await targets('a.txt', 'feed.xml', 'feed.xml', 'b.txt', 'c.zip', 'c.zip', 'c.zip')).toEqual([
      'out/a.json',
      'out/feed-1.json',
      'out/feed-2.json',
      'out/b.json',
      'out/c-1.json',
      'out/c-2.json',
      'out/c-3.json',
    ]);
  });

  it('are refused to a second article of the same name', async () => {
    const claim = claimTargets();
    const claimed: string[] = [];
    for await (const output of outputsOf(incoming('a/page.html', 'b/page.txt'), 'out', 'json')) {
      try {
        claim(output);
      } catch (error) {
        claimed.push(String(error));
      }
    }
    expect(claimed).toEqual([
      expect.stringContaining('file "a/page.html" and file "b/page.txt" would both be written to "out/page.json"'),
    ]);
  });
});
