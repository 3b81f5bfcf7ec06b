import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';
import { originOf, Places, partOf } from '../../../src/ingest/places.ts';

const article = (url?: string) => makeArticle('Mara Ilves met Tomas Reyl.', { url });
const { id } = article();

describe('the place of an article', () => {
  it('is its file, wherever the file is named from', () => {
    const here = new Places().of({ name: 'file "news/a.txt"', origin: 'news/a.txt' }, article());
    const there = join(process.cwd(), 'news/a.txt');
    expect(here).toEqual({ origin: there, part: '' });
    expect(new Places().of({ name: `file "${there}"`, origin: there }, article())).toEqual(here);
  });

  it('in an archive is its name there', () => {
    const place = new Places().of(
      { name: 'file "/n.zip", entry "b.html"', origin: '/n.zip' },
      article('https://e.org/b'),
    );
    expect(place).toEqual({ origin: '/n.zip', part: ', entry "b.html"' });
  });

  it('in a file of many is its own address, so that a new one in front of it moves nothing', () => {
    const places = new Places();
    const line = (n: number) =>
      places.of({ name: `file "/n.jsonl", line ${n}`, origin: '/n.jsonl' }, article('https://e.org/b'));
    expect(line(3).part).toBe(', https://e.org/b');
    expect(line(9).part).toBe(', https://e.org/b (2)');
    const again = new Places().of({ name: 'file "/n.jsonl", line 4', origin: '/n.jsonl' }, article('https://e.org/b'));
    expect(again.part).toBe(', https://e.org/b');
  });

  it('in a file of many is its number where it has no address, and in a feed of the web itself', () => {
    const line = new Places().of({ name: 'file "/n.jsonl", line 3', origin: '/n.jsonl' }, article());
    expect(line.part).toBe(', line 3');
    const feed = { name: 'page "https://e.org/feed", entry 3', origin: 'https://e.org/feed' };
    expect(new Places().of(feed, article()).part).toBe(id);
  });

  it('on standard input, or nowhere, is the article itself: the next one is another', () => {
    expect(new Places().of({ name: 'standard input', origin: '-' }, article())).toEqual({ origin: '-', part: id });
    expect(new Places().of({ name: 'the text' }, article())).toEqual({ origin: 'api', part: id });
  });

  it('of what could not be found is that of the file itself', () => {
    expect(partOf({ name: 'a.txt', origin: 'a.txt' })).toBe(partOf({ name: 'file "a.txt"', origin: 'a.txt' }));
    expect(originOf('https://e.org/a')).toBe('https://e.org/a');
  });
});
