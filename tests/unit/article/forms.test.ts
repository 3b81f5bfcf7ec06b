import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { docxOf, zipOf } from '../../support/archives.ts';
import { readFileOf, readOne } from '../../support/articles.ts';
import { pdfOf } from '../../support/pdf.ts';

const file = (name: string) => readFileSync(new URL(`../../files/${name}`, import.meta.url));

describe('an HTML page', () => {
  it('gives its article without the page around it, and what it says of itself in Open Graph', async () => {
    const { title, date, source, said } = await readOne('a.html', file('newspaper.html'));
    expect({ title, date, source }).toEqual({
      title: 'Ilves opens port of Varna',
      date: '2021-05-03',
      source: 'The Varna Courier',
    });
    expect(said).toEqual([
      ['title', 'Ilves opens port of Varna'],
      [
        'paragraph',
        'Mayor Mara Ilves opened the new port of Varna on Monday, after she had met Tomas Reyl, the head of the harbour office.',
      ],
      ['paragraph', 'Reyl said that the first ships would arrive in June 2021. They come from Odessa.'],
      ['paragraph', 'The work took three years, and cost more than the city had planned.'],
    ]);
  });

  it('is believed in its JSON-LD before its Open Graph, and keeps the day of the place where it was written', async () => {
    const { title, date, source, url, text } = await readOne('a.html', file('graph.html'));
    expect({ title, date, source, url }).toEqual({
      title: 'Harbour strike ends in Orsova',
      date: '2022-11-08',
      source: 'Danube Daily',
      url: 'https://danube.example/strike',
    });
    expect(text).not.toMatch(/privacy|Start|Trade|Bridge closed|rights/u);
  });

  it('parts paragraphs at two line breaks and at the items of a list', async () => {
    const { said } = await readOne('a.html', file('graph.html'));
    expect(said.slice(1).map(([, words]) => words?.slice(0, 22))).toEqual([
      'Dockers’ leader Ana Pe',
      'Hale promised to pay w',
      'The town’s mayor, Elin',
      'Petrescu has led the u',
      'Hale bought the port i',
    ]);
  });

  it('has the heading that its title begins with for a title, without the name of the site', async () => {
    const page =
      '<title>Ilves opens port - The Courier</title><h2>The Courier</h2><h1>Ilves opens port</h1><p>The port opened.</p>';
    expect(await readOne('a.html', page)).toMatchObject({ title: 'Ilves opens port' });
  });

  it('is read where all of it is one form, and without the forms in it', async () => {
    const search = '<form><p>Search the news of the harbour</p><input name="q"></form>';
    const story = '<p>Mara Ilves met Tomas Reyl in Varna on Monday, and opened the new port with him.</p>'.repeat(3);
    const [inForm, besideForm] = [`<form><h1>Port opens</h1>${story}</form>`, `${search}<h1>Port opens</h1>${story}`];
    const { text } = await readOne('a.html', inForm);
    expect(text).toMatch(/^Port opens\n\nMara Ilves met/u);
    expect((await readOne('a.html', besideForm)).text).toBe(text);
  });

  it('is read where it is small, and has neither title nor frame', async () => {
    expect((await readOne('a.htm', '<p>Mara Ilves met Tomas Reyl.<p>They left.')).text).toBe(
      'Mara Ilves met Tomas Reyl.\n\nThey left.',
    );
  });

  it.each([
    ['windows-1252', '<meta charset="windows-1252">'],
    ['iso-8859-2', '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">'],
    ['utf-16le', ''],
    ['utf-8', '<meta charset="iso-8859-1">'],
  ])('is read in %s', async (encoding, meta) => {
    const page = `<html><head>${meta}</head><body><p>José Müller met Zoë Šimková’s father.</p></body></html>`;
    const plain = encoding === 'utf-8' ? page : page.replaceAll(/[Šë]/gu, 'e').replace('’', "'").replace('é', 'é');
    const bytes = iconv.encode(plain, encoding, { addBOM: encoding === 'utf-16le' });
    expect((await readOne('a.html', bytes)).text).toBe(plain.replace(/^.*<p>(.*)<\/p>.*$/u, '$1'));
  });
});

describe('a text in another encoding', () => {
  it.each([
    ['windows-1252', 'José Müller said: “The port is open.” He left Varna on Monday, and nobody saw him again.'],
    ['utf-16le', 'Mara Ilves met José Müller.'],
    ['utf-16be', 'Mara Ilves met José Müller.'],
    ['windows-1251', 'Мара Илвес встретилась с Томасом Рейлом в городе Варна в понедельник утром.'],
    ['shift_jis', '月曜日、市長はバルナの港で船長と会談した。新しい船は六月に到着する予定である。'],
  ])('is read in %s', async (encoding, text) => {
    const read = await readOne('a.txt', iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }));
    expect(read.text).toBe(text);
  });

  it('is UTF-8 where a byte of it is damaged', async () => {
    const bytes = Buffer.from('Zoë and José met Anaïs, Müller and Šimková in Kraków.');
    const damaged = Buffer.concat([bytes, Buffer.from([0xc3, 0x20]), Buffer.from('They left.')]);
    expect((await readOne('a.txt', damaged)).text).toBe(`${bytes}\uFFFD They left.`);
  });
});

describe('Markdown', () => {
  it('stays as it is, and its marks are skipped', async () => {
    const { text, title, date, source, said, skips } = await readOne('a.md', file('front-matter.md'));
    expect(text).toBe(file('front-matter.md').toString());
    expect({ title, date, source }).toEqual({ title: "Reyl's new ship", date: '2021-06-01', source: 'Varna Notes' });
    const shown = (words: string, from: number) =>
      Array.from(words, (mark, i) =>
        skips.some(([start, end]) => from + i >= start && from + i < end) ? '' : mark,
      ).join('');
    expect(said.map(([kind, words = '']) => [kind, shown(words, text.indexOf(words, 60))])).toEqual([
      ['title', "Reyl's new ship"],
      ['paragraph', 'Tomas Reyl, the head of the harbour office, met Mara Ilves on Monday.'],
      ['paragraph', 'Ilves named the ship.'],
      ['paragraph', 'Reyl paid for it.'],
    ]);
  });
});

describe('a PDF', () => {
  const page = (number: number, lines: readonly string[]) => [
    ['The Varna Courier, 3 May 2021', 60, 800, 8] as const,
    ...lines.map((line, i) => [line, 60, 740 - 14 * i] as const),
    [String(number), 300, 30, 8] as const,
  ];

  it('has the lines of its sentences mended, over pages too, and loses headers and page numbers', async () => {
    const file = pdfOf([
      [
        ['Ilves opens the port', 60, 770, 20],
        ...page(1, [
          'Mayor Mara Ilves opened the new port of Varna on Monday, after she had met the inter-',
          'national harbour office and Tomas Reyl, its head. The work had taken three long years.',
          'It was dear.',
          'Reyl said that the first ships would come in June. The city pays for the work of the',
        ]),
      ],
      page(2, ['harbour office until next year, and for a crane.']),
    ]);
    expect((await readOne('a.pdf', file)).said).toEqual([
      ['title', 'Ilves opens the port'],
      [
        'paragraph',
        'Mayor Mara Ilves opened the new port of Varna on Monday, after she had met the international harbour office and Tomas Reyl, its head. The work had taken three long years. It was dear.',
      ],
      [
        'paragraph',
        'Reyl said that the first ships would come in June. The city pays for the work of the harbour office until next year, and for a crane.',
      ],
    ]);
  });

  it('keeps the hyphen of a name that a line ends in', async () => {
    const { text } = await readOne(
      'a.pdf',
      pdfOf([
        [
          ['The mayor met Anna-', 60, 700],
          ['maria Kord in Varna.', 60, 686],
        ],
      ]),
    );
    expect(text).toBe('The mayor met Anna-maria Kord in Varna.');
  });

  it('has the title of its file where its page shows it, and not the name of a template', async () => {
    const lines = [
      ['Ilves opens the port', 60, 700, 18],
      ['Mara Ilves opened it.', 60, 660],
    ] as const;
    expect((await readOne('a.pdf', pdfOf([lines], 'Ilves opens the port'))).title).toBe('Ilves opens the port');
    expect((await readOne('a.pdf', pdfOf([lines], 'Microsoft Word - template7'))).title).toBe('Ilves opens the port');
  });
});

describe('a Word document', () => {
  it('gives its paragraphs', async () => {
    const { title, date, said } = await readOne(
      'a.docx',
      docxOf(['Ilves opens the port', 'May 3, 2021', 'Mara Ilves opened the port.', 'Tomas Reyl was there.']),
    );
    expect({ title, date }).toEqual({ title: 'Ilves opens the port', date: '2021-05-03' });
    expect(said.map(([, words]) => words)).toEqual([
      'Ilves opens the port',
      'Mara Ilves opened the port.',
      'Tomas Reyl was there.',
    ]);
  });
});

describe('JSON', () => {
  it('is an article a line, each with its own fate', async () => {
    expect(await readFileOf('x.jsonl', file('articles.jsonl'))).toEqual([
      expect.objectContaining({
        name: 'file "x.jsonl", line 1',
        title: 'Ilves meets Reyl',
        date: '2021-05-03',
        source: 'Courier',
        url: 'https://courier.example/1',
        text: 'Mara Ilves met Tomas Reyl in Varna.',
      }),
      expect.objectContaining({
        name: 'file "x.jsonl", line 3',
        title: 'Reyl leaves',
        date: '2021-05-04',
        source: 'Courier',
      }),
      { problem: 'broken-file', says: expect.stringContaining('file "x.jsonl", line 4 is not JSON') },
      { problem: 'no-article', says: expect.stringContaining('file "x.jsonl", line 5 has no text') },
      expect.objectContaining({ text: 'Anna Kord wrote a book.\n\nIt was printed in Varna.', date: '2021-05-05' }),
    ]);
  });

  it('is read as lines where it is named .json and is none', async () => {
    expect(await readFileOf('x.json', '{"text": "One."}\n{"text": "Two."}\n')).toMatchObject([
      { name: 'file "x.json", line 1', text: 'One.' },
      { name: 'file "x.json", line 2', text: 'Two.' },
    ]);
  });

  it.each([
    ['an array', [{ text: 'One.' }, { text: 'Two.' }]],
    ['an array under a key', { status: 'ok', articles: [{ content: 'One.' }, { content: 'Two.' }] }],
    ['hits in a response', { response: { docs: [{ main_text: 'One.' }, { mainText: 'Two.' }] } }],
    [
      'a JSON Feed',
      {
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ content_text: 'One.' }, { content_html: '<p>Two.</p>' }],
      },
    ],
  ])('holds articles in %s', async (_, value) => {
    expect(await readFileOf('x.json', JSON.stringify(value))).toMatchObject([
      { name: 'file "x.json", item 1', text: 'One.' },
      { name: 'file "x.json", item 2', text: 'Two.' },
    ]);
  });

  it('is IPTC ninjs 1', async () => {
    expect(await readOne('n.json', file('ninjs.json'))).toMatchObject({
      title: 'Marsh resigns in Orsova',
      date: '2022-11-10',
      source: 'Agency',
      url: 'https://agency.example/n/77',
      text: 'Marsh resigns in Orsova\n\nElin Marsh, the mayor of Orsova, resigned on Thursday.\n\nViktor Hale called it a loss.',
    });
  });

  it('is IPTC ninjs 2, in plain text where it has that', async () => {
    expect(await readOne('n.json', file('ninjs-2.json'))).toMatchObject({
      title: 'Hale sells the port',
      date: '2022-11-11',
      text: 'Viktor Hale sold the port of Orsova on Friday.',
    });
  });

  it('keeps a text to the last character', async () => {
    const text = ' \uFEFF“Ships,” he said; 3 < 5.\r\n\tThey left.  ';
    expect((await readOne('x.json', JSON.stringify({ text }))).text).toBe(text);
  });
});

describe('a feed', () => {
  it('gives an article each entry of RSS, with the whole text where the feed has it', async () => {
    expect(await readFileOf('feed.xml', file('feed.rss'))).toEqual([
      expect.objectContaining({
        name: 'file "feed.xml", entry 1',
        title: 'Marsh & Hale open the bridge',
        date: '2022-11-08',
        source: 'Danube Daily',
        url: 'https://danube.example/bridge',
        text: 'Marsh & Hale open the bridge\n\nMayor Elin Marsh opened the bridge with Viktor Hale.\n\nIt had been closed for a year.',
      }),
      expect.objectContaining({ title: 'Ferry sold', date: '2022-11-09', url: 'https://danube.example/ferry' }),
      { problem: 'no-article', says: expect.stringContaining('file "feed.xml", entry 3 has neither title nor text') },
    ]);
  });

  it('keeps the paragraphs of an entry that is plain text', async () => {
    const entry =
      '<title>Port</title><description>The port opened; 3 &lt; 5.\n\nShips &amp;amp; crews left.</description>';
    const [read] = await readFileOf('a.rss', `<rss version="2.0"><channel><item>${entry}</item></channel></rss>`);
    expect(read).toMatchObject({ text: 'Port\n\nThe port opened; 3 < 5.\n\nShips & crews left.' });
  });

  it('gives an article each entry of Atom', async () => {
    expect(await readFileOf('x.atom', file('feed.atom'))).toMatchObject([
      {
        title: 'Petrescu visits Varna',
        date: '2022-11-10',
        source: 'Orsova Herald',
        url: 'https://herald.example/1',
        text: 'Petrescu visits Varna\n\nAna Petrescu visited Varna on Thursday.\n\nShe met Mara Ilves.',
      },
      { title: 'Marsh resigns', date: '2022-11-11', text: 'Marsh resigns\n\nElin Marsh resigned on Friday.' },
    ]);
  });
});

describe('an archive', () => {
  it('is read as a folder is, and what stands in it by its own form', async () => {
    const inner = zipOf({ 'deep.txt': 'Deep in the archive.' });
    const archive = zipOf({
      'b.html': file('newspaper.html'),
      'README.txt': 'a note',
      '__MACOSX/._b.html': 'rubbish',
      'photo.jpg': Buffer.from([0xff, 0xd8]),
      'lines.jsonl.gz': gzipSync('{"text": "Packed twice."}\n'),
      'more.zip': inner,
    });
    expect(await readFileOf('a.zip', archive)).toMatchObject([
      { name: 'file "a.zip", entry "b.html"', title: 'Ilves opens port of Varna' },
      { name: 'file "a.zip", entry "lines.jsonl.gz", line 1', text: 'Packed twice.' },
      { name: 'file "a.zip", entry "more.zip", entry "deep.txt"', text: 'Deep in the archive.' },
    ]);
  });

  it('of gzip is read by the name without its ending', async () => {
    expect(await readFileOf('a.md.gz', gzipSync('# Port\n\nIt *opened*.'))).toMatchObject([{ title: 'Port' }]);
  });
});

describe('a file whose name says nothing', () => {
  it.each([
    ['HTML', '\n<!-- saved --><!DOCTYPE html><html><body><p>The port opened.</p></body></html>'],
    ['JSON', '[{"text": "The port opened."}]'],
    ['JSON Lines', '{"text": "The port opened."}\n{"text": "Ships left."}\n'],
    [
      'RSS',
      '<?xml version="1.0"?><rss version="2.0"><channel><item><title>The port opened.</title></item></channel></rss>',
    ],
    ['ZIP', zipOf({ 'a.txt': 'The port opened.' })],
    ['gzip', gzipSync('The port opened.')],
    ['PDF', pdfOf([[['The port opened.', 60, 700]]])],
    ['DOCX', docxOf(['The port opened.'])],
    ['text', 'The port opened.'],
  ])('is known for %s by how it begins', async (_, content) => {
    const [read] = await readFileOf('unnamed', content);
    expect(read).toMatchObject({ text: 'The port opened.' });
  });
});
