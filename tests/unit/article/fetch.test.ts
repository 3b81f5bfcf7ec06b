import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../support/archives.ts';
import { gather } from '../../support/articles.ts';

const PAGE = '<html><body><p>José Müller met Zoë Kord’s father in Varna on Monday.</p></body></html>';
const TEXT = 'José Müller met Zoë Kord’s father in Varna on Monday.';

/** What the server answers, by path. */
const PAGES: Record<string, RequestListener> = {
  '/old-encoding': (_, response) => {
    response.setHeader('content-type', 'text/html; charset=windows-1252');
    response.end(iconv.encode(PAGE, 'windows-1252'));
  },
  '/packed': (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(PAGE));
  },
  '/moved': (_, response) => response.writeHead(302, { location: '/old-encoding#top' }).end(),
  '/moved-inside': (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  '/round': (_, response) => response.writeHead(301, { location: '/round' }).end(),
  '/feed': (_, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(
      '<rss version="2.0"><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>',
    );
  },
  '/notes.md': (_, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('# Port\n\nIt *opened*.');
  },
  '/unnamed': (_, response) => {
    response.setHeader('content-type', 'application/octet-stream');
    response.end(zipOf({ 'a.txt': 'The port opened.' }));
  },
  '/canonical': (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<html><head><link rel="canonical" href="/port"></head><body><p>The port opened.</p></body></html>');
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
    response.write('<p>The port');
    setImmediate(() => response.destroy());
  },
  '/endless': (_, response) => {
    const zeros = Buffer.alloc(1024 * 1024, 'x');
    const more = () => {
      while (!response.destroyed && response.write(zeros));
    };
    response.on('drain', more);
    response.on('error', () => {});
    more();
  },
};

const server = createServer((request, response) => {
  const answer = PAGES[request.url ?? ''];
  if (answer) answer(request, response);
  else response.writeHead(404).end('<p>nothing here</p>');
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(
  () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
);

const fetched = (path: string) => gather([`${base}${path}`], { allowInside: true });

describe('an address', () => {
  it('is read in the encoding that the server says', async () => {
    expect(await fetched('/old-encoding')).toMatchObject([
      { name: `page "${base}/old-encoding"`, text: TEXT, url: `${base}/old-encoding` },
    ]);
  });

  it('is unpacked as HTTP packed it', async () => {
    expect(await fetched('/packed')).toMatchObject([{ text: TEXT }]);
  });

  it('is followed where it moved, and known by where it is', async () => {
    expect(await fetched('/moved')).toMatchObject([{ text: TEXT, url: `${base}/old-encoding` }]);
  });

  it('is known by what its page calls itself', async () => {
    expect(await fetched('/canonical')).toMatchObject([{ url: `${base}/port` }]);
  });

  it('is of the form that its media type says, then its name, then its beginning', async () => {
    expect(await fetched('/feed')).toMatchObject([
      { title: 'One' },
      { name: `page "${base}/feed", entry 2`, title: 'Two' },
    ]);
    expect(await fetched('/notes.md')).toMatchObject([{ title: 'Port' }]);
    expect(await fetched('/unnamed')).toMatchObject([{ text: 'The port opened.' }]);
  });

  it.each([
    ['/nowhere', 'unreachable', 'was refused with 404 Not Found'],
    ['/moved-inside', 'invalid-request', 'redirects to "file:///etc/passwd", which is no address of the web'],
    ['/round', 'unreachable', 'redirects more than 5 times'],
    ['/cut', 'unreachable', 'could not fetch page'],
    ['/endless', 'too-large', 'has more than 64 MB'],
  ])('fails with what is wrong: %s', async (path, problem, says) => {
    expect(await fetched(path)).toEqual([{ problem, says: expect.stringContaining(says) }]);
  });

  it('of this machine is refused where nobody allowed it', async () => {
    expect(await gather([`${base}/old-encoding`])).toEqual([
      { problem: 'forbidden-address', says: expect.stringContaining('"127.0.0.1" is not on the public internet') },
    ]);
  });

  it('is let go of when its reader is told to stop', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(gather([`${base}/old-encoding`], { allowInside: true, signal })).rejects.toThrow('stopped');
  });
});
