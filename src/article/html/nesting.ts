import { Problem } from '../../problem.ts';

/** Pages of newspapers stay below 60; what reads them takes a time that grows with the cube of this. */
const DEEPEST = 256;
/** A page that is larger than this, in UTF-16 code units, is no page of a newspaper. */
const LARGEST_PAGE = 8 * 1024 * 1024;

/** Elements that have no end tag, or whose end tag is often left out. */
const NOT_NESTING = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt`.split(/\s+/u),
);
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template']);

/**
 * Refuses a page that would keep its reader busy for hours, before anything is built of it. Linear in its length.
 *
 * @throws Problem `too-large`, `too-complex`
 */
export function refuseMonsters(html: string, what: string): void {
  if (html.length > LARGEST_PAGE) {
    throw new Problem('too-large', {
      title: `${what} is an HTML page of ${Math.round(html.length / 1024 / 1024)} MB`,
      hint: `A page may have ${LARGEST_PAGE / 1024 / 1024} MB. Save its text as a text file`,
    });
  }
  let depth = 0;
  for (const change of tagsOf(html)) {
    depth = Math.max(0, depth + change);
    if (depth <= DEEPEST) continue;
    throw new Problem('too-complex', {
      title: `${what} nests more than ${DEEPEST} HTML elements in each other`,
      hint: 'Save its text as a text file',
    });
  }
}

const NAME = /(\/?)([a-z][a-z0-9-]{0,40})/iuy;

/** 1 for each start tag of an element that nests, -1 for each end tag, in order. */
function* tagsOf(html: string): Generator<1 | -1> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = beyond(html, '-->', at);
      continue;
    }
    NAME.lastIndex = ++at;
    const [, slash, tag = ''] = NAME.exec(html) ?? [];
    const name = tag.toLowerCase();
    if (name === '' || NOT_NESTING.has(name)) continue;
    if (RAW.has(name)) {
      if (!slash) at = beyond(html, `</${tag}`, at);
      continue;
    }
    yield slash ? -1 : 1;
  }
}

/** Behind the next `mark`, or at the end where there is none. */
function beyond(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}
