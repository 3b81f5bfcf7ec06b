import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesOf } from '../../../src/article/index.ts';
import { enqueue, ingest, Queue, work } from '../../../src/ingest/index.ts';
import { docxOf, zipOf } from '../../support/archives.ts';
import { exported } from '../../support/exports.ts';
import { pdfOf } from '../../support/pdf.ts';
import { readPlainly } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

/** One article a form, or two where a form holds many; no two say the same. */
const FILES: Record<string, string | Uint8Array> = {
  'a.txt': 'Mara Ilves met Tomas Reyl on 2024-05-01.',
  'b.md': '# Visit\n\nOda Brandt visited Varna on 2024-05-02.\n',
  'c.html': '<html><body><article><p>Tomas Reyl criticized Oda Brandt on 2024-05-03.</p></article></body></html>',
  'd.pdf': pdfOf([[['Mara Ilves visited Bulgaria on 2024-05-04.', 60, 700]]]),
  'e.docx': docxOf(['Oda Brandt met Tomas Reyl on 2024-05-05.']),
  'f.jsonl': ['Mara Ilves met Oda Brandt.', 'HWU criticized Northern Gazette.']
    .map((text) => JSON.stringify({ text }))
    .join('\n'),
  'g.json': JSON.stringify([{ text: 'Northern Gazette criticized Bulgaria.' }]),
  'h.rss':
    '<rss version="2.0"><channel><title>News</title><item><title>One</title><description>Tomas Reyl visited Varna.</description></item><item><title>Two</title><description>Mara Ilves leads HWU.</description></item></channel></rss>',
  'i.zip': zipOf({
    'j.txt': 'Oda Brandt leads Northern Gazette.',
    'a.txt': 'Mara Ilves met Tomas Reyl on 2024-05-01.',
  }),
  'k.txt.gz': gzipSync('Tomas Reyl may meet Mara Ilves on 2024-06-01.'),
  'broken.pdf': 'no pdf',
};
/** What stands in the archive a second time is one article. */
const ARTICLES = 12;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-forms-'));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true }));

describe('articles in nine forms at once', () => {
  it('become one graph, none lost and none doubled, read directly or by way of the queue', async () => {
    const direct = await temporaryStore();
    const options = { store: direct, extract: readPlainly };
    const summary = await ingest(articlesOf([folder]), { ...options, threads: 3 });
    expect(summary).toEqual({ added: ARTICLES, known: 1, failed: 1 });
    expect((await direct.counts()).articles).toBe(ARTICLES);
    expect(await direct.failures()).toMatchObject([{ origin: join(folder, 'broken.pdf') }]);
    expect(await ingest(articlesOf([folder]), options)).toEqual({ added: 0, known: ARTICLES + 1, failed: 1 });

    const queued = await temporaryStore();
    const queue = new Queue(queued);
    await enqueue(articlesOf([folder]), { store: queued, queue });
    const stop = new AbortController();
    let done = 0;
    const onOutcome = () => {
      if (++done === ARTICLES + 1) stop.abort();
    };
    await work({ store: queued, queue, extract: readPlainly, threads: 3, signal: stop.signal, onOutcome });
    expect(await exported(queued)).toBe(await exported(direct));
    for (const name of Object.keys(FILES))
      expect(await queued.placesFrom(join(folder, name))).toEqual(await direct.placesFrom(join(folder, name)));
  });
});
