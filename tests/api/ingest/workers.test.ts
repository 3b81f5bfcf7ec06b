import { afterAll, describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';
import { extract } from '../../../src/extract.ts';
import { startWorkers } from '../../../src/ingest/index.ts';
import { loadModel } from '../../../src/language/index.ts';

const workers = startWorkers();
afterAll(() => workers.close());

const article = makeArticle('On Tuesday, President Mara Ilves of Estonia met Foreign Minister Tomas Reyl in Varna.', {
  date: '2024-05-02',
});

describe('a worker thread', () => {
  it('reads an article as the main thread would', async () => {
    expect(await workers.extract(article)).toEqual(extract(article, loadModel()));
  });

  it('hands on a problem with its code and words', async () => {
    const french = makeArticle(
      'Le président a rencontré mardi la ministre des Affaires étrangères, selon un communiqué du gouvernement. ' +
        'Les deux responsables ont discuté de la coopération économique entre leurs pays.',
    );
    await expect(workers.extract(french, 'file "fr.txt"')).rejects.toMatchObject({
      code: 'not-english',
      text: { title: expect.stringContaining('file "fr.txt"') },
    });
  });

  it('stops at once when it is told to, and the next article is read all the same', async () => {
    const long = makeArticle('The rain fell on the town and nobody met anybody there. '.repeat(20_000));
    const stop = new AbortController();
    const reading = workers.extract(long, 'a long text', stop.signal);
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(reading).rejects.toThrow('enough');
    expect((await workers.extract(article)).entities.length).toBeGreaterThan(0);
  });

  it('places nodes', async () => {
    const nodes = [{ key: 'person:mara-ilves', label: 'Mara Ilves', degree: 0 }];
    const positions = await workers.arrange({ nodes, edges: [], placed: new Map(), bounds: null });
    expect([...positions.keys()]).toEqual(['person:mara-ilves']);
  });

  it('takes no more work once it is closed', async () => {
    const closed = startWorkers();
    await closed.close();
    await expect(closed.extract(article)).rejects.toMatchObject({ code: 'store-closed' });
  });
});
