import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docxOf, zipOf } from '../../support/archives.ts';
import { readFileOf } from '../../support/articles.ts';
import { pdfOf } from '../../support/pdf.ts';

const pdf = pdfOf([[['The port opened.', 60, 700]]]);
const docx = docxOf(['The port opened.']);
const zip = zipOf({ 'a.txt': 'The port opened.', 'b.txt': 'Ships left.' });
const noise = Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7919 + 13) % 256));

describe('a broken file', () => {
  it.each([
    ['empty.txt', '', 'empty-text', 'file "empty.txt" is empty'],
    ['noise.txt', noise, 'not-text', 'file "noise.txt" is binary, not text'],
    ['noise.html', noise, 'not-text', 'file "noise.html" is binary, not text'],
    ['photo.html', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'not-text', 'file "photo.html" is a picture, not text'],
    ['empty.html', '', 'no-article', 'file "empty.html" is an HTML page without an article'],
    ['app.html', '<div id="root"></div><script>start("text")</script>', 'no-article', 'save the page from the browser'],
    ['cut.pdf', pdf.subarray(0, 40), 'broken-file', 'file "cut.pdf" is damaged, or not PDF'],
    ['text.pdf', 'The port opened.', 'broken-file', 'file "text.pdf" is damaged, or not PDF'],
    ['scan.pdf', pdfOf([[]]), 'no-article', 'file "scan.pdf" holds no text'],
    ['cut.docx', docx.subarray(0, 300), 'broken-file', 'file "cut.docx" is damaged'],
    ['zip.docx', zip, 'broken-file', 'file "zip.docx" is damaged, or not DOCX'],
    ['old.doc', Buffer.from('D0CF11E0A1B11AE100000000', 'hex'), 'not-text', 'is a document of Word 97 to 2003'],
    ['rich.rtf', '{\\rtf1 The port opened.}', 'not-text', 'file "rich.rtf" is Rich Text (RTF), not text'],
    ['cut.json', '{"text": "The port', 'broken-file', 'file "cut.json" is not JSON'],
    ['other.json', '{"nodes": []}', 'no-article', 'file "other.json" is JSON without an article'],
    ['none.json', '[]', 'no-article', 'file "none.json" is JSON without an article'],
    ['empty.jsonl', '\n\n', 'empty-text', 'file "empty.jsonl" is empty'],
    ['map.xml', '<urlset><url/></urlset>', 'broken-file', 'file "map.xml" is not an RSS or Atom feed'],
    ['cut.rss', '<rss><channel><item><title>The', 'broken-file', 'file "cut.rss" is not an RSS or Atom feed'],
    [
      'none.rss',
      '<rss version="2.0"><channel><title>A</title></channel></rss>',
      'no-article',
      'is a feed without entries',
    ],
    ['cut.zip', zip.subarray(0, zip.length - 30), 'broken-file', 'file "cut.zip" is damaged'],
    ['text.zip', 'The port opened.', 'broken-file', 'file "text.zip" is damaged, or not packed as its name says'],
    ['photos.zip', zipOf({ 'a.jpg': 'x' }), 'no-article', 'none of the 1 files in file "photos.zip"'],
    ['locked.zip', zipOf({ 'a.txt': 'x' }, { flags: 1 }), 'broken-file', 'entry "a.txt" is locked with a password'],
    ['cut.txt.gz', gzipSync('The port opened.').subarray(0, 20), 'broken-file', 'file "cut.txt.gz" is damaged'],
    ['text.gz', 'The port opened.', 'broken-file', 'file "text.gz" is damaged, or not packed as its name says'],
  ])('is refused for what is wrong with it: %s', async (name, content, problem, says) => {
    expect(await readFileOf(name, content)).toEqual([{ problem, says: expect.stringContaining(says) }]);
  });

  it('in an archive leaves the others readable', async () => {
    const read = await readFileOf(
      'a.zip',
      zipOf({ 'a.pdf': 'no PDF', '../b.txt': 'Out.', 'c.txt': 'The port opened.' }),
    );
    expect(read).toMatchObject([
      { problem: 'broken-file', says: expect.stringContaining('file "a.zip", entry "a.pdf" is damaged') },
      {
        problem: 'broken-file',
        says: expect.stringContaining('entry "../b.txt" has a name that leads out of the archive'),
      },
      { name: 'file "a.zip", entry "c.txt"', text: 'The port opened.' },
    ]);
  });

  it('that breaks off gives the articles before the break', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `{"text": "Ship ${(i * 7919) % 20_011} left."}\n`).join('');
    const packed = gzipSync(lines);
    const read = await readFileOf('a.jsonl.gz', packed.subarray(0, packed.length - 2000));
    expect(read.length).toBeGreaterThan(1000);
    expect(read[0]).toMatchObject({ text: 'Ship 0 left.' });
    expect(read.at(-1)).toMatchObject({ problem: 'broken-file' });
  });
});
