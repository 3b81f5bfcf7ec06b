import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';
import { type Incoming, ingest, type Outcome } from '../../../src/ingest/index.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain, readPlainly } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const incoming = (text: string): Incoming => ({ name: `"${text}"`, load: () => makeArticle(text) });
const GOOD = ['Mara Ilves met Tomas Reyl.', 'Oda Brandt visited Varna.'];

describe('reading articles into a store', () => {
  it('reports a broken article and reads the rest', async () => {
    const store = await temporaryStore();
    const outcomes: string[] = [];
    const summary = await ingest([incoming(GOOD[0] ?? ''), incoming(' '), incoming('boom'), incoming(GOOD[1] ?? '')], {
      store,
      extract: (article) => {
        if (article.text === 'boom') throw new TypeError('the pipeline tripped');
        return readPlainly(article);
      },
      onProgress: (outcome: Outcome, done) => {
        outcomes.push(`${done} ${outcome.outcome} ${outcome.outcome === 'failed' ? outcome.problem.code : ''}`.trim());
      },
    });
    expect(outcomes).toEqual(['1 added', '2 failed empty-text', '3 failed internal-error', '4 added']);
    expect(summary).toEqual({ added: 2, known: 0, failed: 2 });
    expect(await exported(store)).toBe(await folded(...GOOD.map((text) => plain(text))));
  });

  it('does not read an article again that it knows', async () => {
    const store = await temporaryStore();
    let read = 0;
    const extract = (article: Parameters<typeof readPlainly>[0]) => {
      read++;
      return readPlainly(article);
    };
    await ingest(GOOD.map(incoming), { store, extract });
    expect(await ingest(GOOD.map(incoming), { store, extract })).toEqual({ added: 0, known: 2, failed: 0 });
    expect(read).toBe(2);
  });

  it('stops when it is told to, and keeps what was added before', async () => {
    const store = await temporaryStore();
    const stop = new AbortController();
    const reading = ingest(GOOD.map(incoming), {
      store,
      extract: readPlainly,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(reading).rejects.toThrow('enough');
    expect((await store.counts()).articles).toBe(1);
  });
});
