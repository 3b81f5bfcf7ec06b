import { articleOf } from '../apart/index.ts';
import { decodeAny } from '../decode.ts';
import { refuseBinary } from '../signatures.ts';
import type { Single } from './form.ts';

/** Where a page may say its encoding. */
const CHARSET =
  /<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})|^\s*<\?xml[^<>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/iu;

export const html: Single = {
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  begins: (head) =>
    /^(?:\uFEFF|\s|<!--(?:(?!-->)[\s\S]){0,1000}-->|<\?xml[^<>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body|article)\b/iu.test(
      textOf(head),
    ),
  async read(input, options) {
    const bytes = await input.bytes();
    refuseBinary(bytes, input.what);
    const page = decodeAny(bytes, input.facts.charset ?? charsetOf(bytes));
    const [html, base] = [page.replace(/^\uFEFF/u, ''), input.facts.url ?? null];
    return articleOf({ kind: 'page', html, base, what: input.what }, options);
  },
};

/** ASCII is enough to see tags; a byte order mark is dropped, and UTF-16 loses its zeros. */
const textOf = (head: Buffer): string =>
  head
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u, '')
    .replaceAll('\0', '');

function charsetOf(bytes: Buffer): string | null {
  const [, meta, xml] = CHARSET.exec(bytes.subarray(0, 4096).toString('latin1')) ?? [];
  return meta ?? xml ?? null;
}
