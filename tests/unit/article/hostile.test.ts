import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesOf } from '../../../src/article/index.ts';
import { docxOf, zipOf } from '../../support/archives.ts';
import { readFileOf } from '../../support/articles.ts';
import { pdfOf, pdfOfStream } from '../../support/pdf.ts';

async function listOf<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

const refused = (problem: string, says: string) => [{ problem, says: expect.stringContaining(says) }];

describe('a bomb', () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);

  it('in a ZIP archive is not unpacked', async () => {
    const read = await readFileOf('a.zip', zipOf({ 'a.txt': zeros, 'b.txt': 'The port opened.' }));
    expect(read).toMatchObject([
      ...refused('too-large', 'entry "a.txt" unpacks to more than can be read'),
      { text: 'The port opened.' },
    ]);
  });

  it('that lies about its size is stopped where the lie ends', async () => {
    expect(await readFileOf('a.zip', zipOf({ 'a.txt': zeros }, { size: 1000 }))).toEqual(
      refused('broken-file', 'entry "a.txt" is damaged'),
    );
  });

  it('of many entries is stopped at what they promise together', async () => {
    const read = await readFileOf(
      'a.zip',
      zipOf({ 'a.txt': 'x', 'b.txt': 'y' }, { size: 2 ** 31 - 1, packedSize: 2 ** 30 }),
    );
    expect(read.at(-1)).toMatchObject({ problem: 'too-large', says: expect.stringContaining('more than 2 GB') });
  });

  it('in a Word document is not unpacked', async () => {
    const docx = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': zeros });
    expect(await readFileOf('a.docx', docx)).toEqual(refused('too-large', 'file "a.docx" unpacks to more'));
  });

  it('of gzip is stopped while it unpacks', async () => {
    expect(await readFileOf('a.jsonl.gz', gzipSync(zeros))).toEqual(refused('too-large', 'file "a.jsonl.gz" unpacks'));
  });

  it('of archives in archives is not opened', async () => {
    const deep = zipOf({ 'b.zip': zipOf({ 'c.zip': zipOf({ 'd.txt': 'The port opened.' }) }) });
    expect(await readFileOf('a.zip', deep)).toEqual(
      refused('too-complex', 'is an archive in an archive in an archive'),
    );
  });

  it('of XML entities is not expanded', async () => {
    const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const feed = `<!DOCTYPE rss [<!ENTITY e0 "boom">${entities}]><rss version="2.0"><channel><item><title>&e12;</title></item></channel></rss>`;
    const [read] = await readFileOf('a.rss', feed);
    expect(JSON.stringify(read).length).toBeLessThan(2000);
  });
});

describe('a hostile page', () => {
  it.each([
    ['nested elements', '<div>'.repeat(50_000)],
    ['nested elements with their ends', `${'<b><i>'.repeat(5000)}x${'</i></b>'.repeat(5000)}`],
  ])('of %s is refused before it is built', async (_, page) => {
    expect(await readFileOf('a.html', page)).toEqual(refused('too-complex', 'nests more than 256 HTML elements'));
  });

  it('of ten megabytes is refused', async () => {
    expect(await readFileOf('a.html', '<p>The port opened.'.repeat(600_000))).toEqual(
      refused('too-large', 'is an HTML page of 11 MB'),
    );
  });

  it.each([
    ['comments that do not end', '<!--'.repeat(100_000)],
    ['scripts that do not end', '<script>'.repeat(50_000)],
    ['tags that do not end', '<a '.repeat(100_000)],
    ['a beginning like a page’s', '<!---->'.repeat(600)],
    ['quotes', '<a title="'.repeat(50_000)],
  ])('of %s is done with soon', async (_, page) => {
    expect(await readFileOf('a.html', page)).toHaveLength(1);
    expect(await readFileOf('unnamed', page)).toHaveLength(1);
  });

  it('does not run its scripts', async () => {
    const page =
      '<p onclick="globalThis.ran = 1">The port opened.</p><script>globalThis.ran = 1</script><img src=x onerror="globalThis.ran = 1">';
    expect(await readFileOf('a.html', page)).toMatchObject([{ text: 'The port opened.' }]);
    expect('ran' in globalThis).toBe(false);
  });
});

describe('a file that takes its reader for hours', () => {
  /** 500 pages that show the same million lines. */
  const line = 'BT /F1 11 Tf 1 0 0 1 60 700 Tm (The port opened.) Tj ET\n';
  const bomb = pdfOfStream(500, deflateSync(line.repeat(1_000_000)));

  it('is let go of when its time is over, those after it are read, and others are answered meanwhile', async () => {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    expect(await readFileOf('a.pdf', bomb, { mostSeconds: 2 })).toEqual(
      refused('took-too-long', 'file "a.pdf" took longer than 2 seconds to take apart'),
    );
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(20);
    expect(await readFileOf('b.pdf', pdfOf([[['The port opened.', 60, 700]]]))).toMatchObject([
      { text: 'The port opened.' },
    ]);
  });

  it('is let go of at once when its reader is told to stop', async () => {
    const stop = new AbortController();
    const reading = readFileOf('a.html', '<p>'.concat('<b>x</b>,'.repeat(800_000)), { signal: stop.signal });
    setImmediate(() => stop.abort(new Error('enough')));
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('a hostile text', () => {
  it.each(['](', '![', '[[', '*_', '```x\n', '`', '\\', '---\n', '> ', '<!--'])(
    'of %j is done with soon',
    async (mark) => {
      expect(await readFileOf('a.md', mark.repeat(200_000))).toHaveLength(1);
      expect(await readFileOf('a.txt', mark.repeat(200_000))).toHaveLength(1);
    },
  );

  it('of deep JSON is refused or read, not stumbled over', async () => {
    expect(await readFileOf('a.json', '['.repeat(200_000))).toEqual(refused('broken-file', 'is not JSON'));
    expect(await readFileOf('a.json', '['.repeat(5000) + ']'.repeat(5000))).toEqual(
      refused('no-article', 'has no text'),
    );
  });

  it('of one line without an end is skipped in JSON Lines', async () => {
    const line = Buffer.alloc(17 * 1024 * 1024, 'x');
    const read = await readFileOf('a.jsonl', Buffer.concat([line, Buffer.from('\n{"text": "The port opened."}\n')]));
    expect(read).toMatchObject([
      ...refused('too-large', 'file "a.jsonl", line 1 is longer than 16 MB'),
      { name: 'file "a.jsonl", line 2', text: 'The port opened.' },
    ]);
  });
});

describe('any bytes, under any name', () => {
  const names = [
    'txt',
    'md',
    'html',
    'pdf',
    'docx',
    'json',
    'jsonl',
    'rss',
    'atom',
    'xml',
    'zip',
    'gz',
    'txt.gz',
    'zip.gz',
    'bin',
    '',
  ];
  const seeds = [
    Buffer.from('<html><body><p>The port <b>opened.</p></body></html>'),
    Buffer.from(
      '<rss version="2.0"><channel><item><title>A</title><description>&lt;p>B</description></item></channel></rss>',
    ),
    Buffer.from('[{"text": "The port opened.", "date": 1}, {"bodies": [{"value": "<p>x"}]}]\n'),
    pdfOf([[['The port opened.', 60, 700]]]),
    docxOf(['The port opened.']),
    zipOf({ 'a.txt': 'The port opened.', 'b.html': '<p>x' }),
    gzipSync('The port opened.'),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat())
    .map(([seed, changes, cut]) => {
      const bytes = Buffer.from(seed);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
    });
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    damaged,
    fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
  );

  it('are articles or a problem, and never another error', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.constantFrom(...names), async (bytes, extension) => {
        for (const read of await readFileOf(`x.${extension}`, bytes)) {
          if ('problem' in read) expect(read.says).toMatch(/file "x\./u);
          else for (const { start, end } of read.blocks) expect(read.text.slice(start, end).trim()).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is not on the internet', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost:8080/a',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.168.1.1/',
    'http://0.0.0.0/',
    'http://[fe80::1]/',
    'http://[64:ff9b::7f00:1]/',
  ])('is not asked: %s', async (address) => {
    const [found] = await listOf(articlesOf([address]));
    await expect(found?.load()).rejects.toMatchObject({ code: 'forbidden-address' });
  });

  it.each(['http://', 'https://user:secret@example.org/', 'http://exa mple/'])('is no address: %s', async (address) => {
    const [found] = await listOf(articlesOf([address]));
    await expect(found?.load()).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
