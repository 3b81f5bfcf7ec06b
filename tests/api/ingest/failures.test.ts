import { describe, expect, it } from 'vitest';
import { type Article, makeArticle } from '../../../src/article/index.ts';
import { type Incoming, ingest } from '../../../src/ingest/index.ts';
import { Problem } from '../../../src/problem.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain, readPlainly } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const TEXT = 'Mara Ilves met Tomas Reyl.';
const broken = (title: string) => () => Promise.reject<Article>(new Problem('broken-file', { title, hint: 'Mend it' }));
const at = (origin: string, part: string, load: Incoming['load']): Incoming => ({
  name: `file "${origin}"${part}`,
  origin,
  load,
});
const good = () => makeArticle(TEXT);

describe('an article that cannot be read', () => {
  it('is marked with its reason until it is read from there', async () => {
    const store = await temporaryStore();
    const options = { store, extract: readPlainly };
    await ingest([at('/a.txt', '', broken('a is damaged')), at('/b.txt', '', good)], options);
    expect(await store.failures()).toEqual([
      {
        origin: '/a.txt',
        part: '',
        name: 'file "/a.txt"',
        problem: { code: 'broken-file', title: 'a is damaged', hint: 'Mend it' },
      },
    ]);
    await ingest([at('/a.txt', '', good)], options);
    expect(await store.failures()).toEqual([]);
    expect(await exported(store)).toBe(await folded(plain(TEXT)));
  });

  it('is marked as well where extraction trips', async () => {
    const store = await temporaryStore();
    const extract = () => {
      throw new TypeError('tripped');
    };
    await ingest([at('/a.txt', '', good)], { store, extract });
    expect(await store.failures()).toMatchObject([
      { origin: '/a.txt', problem: { code: 'internal-error', detail: 'tripped' } },
    ]);
    expect((await store.counts()).articles).toBe(0);
  });

  it('does not take back what was read there before', async () => {
    const store = await temporaryStore();
    const options = { store, extract: readPlainly };
    await ingest([at('/a.txt', '', good)], options);
    await ingest([at('/a.txt', '', broken('a is damaged'))], options);
    expect((await store.counts()).articles).toBe(1);
    expect(await store.failures()).toHaveLength(1);
  });

  it('in a file of many is one line, and a file that opens again is no failure as a whole', async () => {
    const store = await temporaryStore();
    const options = { store, extract: readPlainly };
    await ingest([at('/n.zip', '', broken('n is damaged'))], options);
    const withUrl = () => makeArticle(TEXT, { url: 'https://example.org/1' });
    await ingest([at('/n.zip', ', line 1', withUrl), at('/n.zip', ', line 2', broken('line 2'))], options);
    expect((await store.failures()).map(({ part }) => part)).toEqual([', line 2']);
    await ingest([at('/n.zip', ', line 2', withUrl)], options);
    expect(await store.failures()).toEqual([]);
  });

  it('has a mark whatever its name and its reason hold', async () => {
    const store = await temporaryStore();
    const origin = `/${'é'.repeat(9000)}\uD800\0.txt`;
    await ingest([at(origin, '', broken('a\0b\uDC00'))], { store, extract: readPlainly });
    expect((await store.failures())[0]?.problem.title).toBe('a\u{FFFD}b\u{FFFD}');
    await ingest([at(origin, '', good)], { store, extract: readPlainly });
    expect(await store.failures()).toEqual([]);
  });

  it('and was posted is told to whoever posted it alone, as is a path that leads nowhere', async () => {
    const store = await temporaryStore();
    const missing = () => Promise.reject<Article>(new Problem('not-found', { title: 'there is no file "/x"' }));
    const articles = [
      { name: 'the text', load: broken('posted') },
      at('/x', '', missing),
      at('-', '', broken('piped')),
    ];
    expect(await ingest(articles, { store, extract: readPlainly })).toEqual({ added: 0, known: 0, failed: 3 });
    expect(await store.failures()).toEqual([]);
  });

  it('is forgotten with all that was below its folder, and with nothing beside it', async () => {
    const store = await temporaryStore();
    const paths = ['/news/a.txt', '/news/b/c.txt', '/newspaper.txt'];
    await ingest(
      paths.map((path) => at(path, '', broken(path))),
      { store, extract: readPlainly },
    );
    expect(await store.forgetFailures({ origin: '/news' })).toBe(2);
    expect((await store.failures()).map(({ origin }) => origin)).toEqual(['/newspaper.txt']);
  });
});
