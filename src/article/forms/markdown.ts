import type { Span } from '../../ontology.ts';
import type { Article, Block } from '../article.ts';
import { outline } from '../blocks.ts';
import { dayOf } from '../days.ts';
import { decode } from '../decode.ts';
import { makeArticle, type Source } from '../make.ts';
import type { Single } from './form.ts';

/** Marks that stand at the beginning of a block: headings, quotes, list items. */
const OPENING = /^(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+/u;
/** Blocks that hold no sentences: rules, tables, HTML, link definitions, pictures alone. */
const NO_SENTENCES = /^(?:(?:[-*_=][ \t]*){3,}$|\||<|\[[^\]]{1,80}\]:\s|!\[[^[\]]{0,300}\]\([^()]{0,300}\)$)/u;
/** Pictures, all of a link but its words, emphasis and code. Lengths are bounded, or a hostile file takes hours. */
const INLINE = new RegExp(
  [
    String.raw`!\[[^[\]\n]{0,300}\]\([^()\n]{0,300}\)`,
    String.raw`\]\([^()\n]{0,300}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?\)`,
    String.raw`\[(?=[^[\]\n]{1,300}\]\()`,
    String.raw`\*{1,3}`,
    String.raw`(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])`,
    '`+',
  ].join('|'),
  'gu',
);
const FENCE = /^[ ]{0,3}(?:```|~~~)/u;
const FRONT = /^\uFEFF?---[ \t]*\r?\n(?<lines>[\s\S]{0,8192}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

/** Markdown. The text stays as it is; its marks are skipped, so that offsets hold in the file. */
export const markdown: Single = {
  name: 'Markdown',
  extensions: ['.md', '.markdown'],
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  begins: () => false,
  async read(input) {
    const text = decode(await input.bytes(), input.what, input.facts.charset);
    const front = FRONT.exec(text);
    const said = factsOf(front?.groups?.lines ?? '');
    const about = { ...said, url: said.url ?? input.facts.url ?? null };
    return withoutMarks(makeArticle(text, about, input.what), about, front?.[0].length ?? 0);
  },
};

/** `title: …` and the like of a front matter in YAML; nothing else of it is understood. */
function factsOf(lines: string) {
  const field = (name: string): string | null => {
    const value = new RegExp(`^${name}:[ \\t]*(.+)$`, 'imu').exec(lines)?.[1]?.trim();
    return value ? value.replace(/^(["'])(.*)\1$/u, '$2') : null;
  };
  return {
    title: field('title'),
    date: dayOf(field('date') ?? field('published')),
    source: field('source') ?? field('publisher'),
    url: field('url') ?? field('link'),
  };
}

/** @param from behind the front matter */
function withoutMarks(article: Article, about: Source, from: number): Article {
  const { text } = article;
  const body = outline(text.slice(from), { title: about.title ?? null, date: about.date ?? null });
  const inCode = within(fencesOf(text));
  const blocks: Block[] = [];
  for (const block of body.blocks) {
    const [start, end] = [block.start + from, block.end + from];
    const words = text.slice(start, end);
    if (inCode(start, end) || NO_SENTENCES.test(words)) continue;
    const opening = OPENING.exec(words)?.[0].length ?? 0;
    if (start + opening < end) blocks.push({ ...block, start: start + opening, end });
  }
  const heading = blocks.find(({ kind }) => kind === 'title');
  const shown = heading ? text.slice(heading.start, heading.end).replaceAll(INLINE, '').trim() : '';
  const skips = merged([...body.skips.map(([start, end]): Span => [start + from, end + from]), ...marksOf(text)]);
  return { ...article, title: about.title ?? (shown || null), date: body.date, blocks, skips };
}

const marksOf = (text: string): Span[] =>
  Array.from(text.matchAll(INLINE), (found): Span => [found.index, found.index + found[0].length]);

/** Stretches between two lines of ``` or ~~~; the last may want its end. */
function fencesOf(text: string): Span[] {
  const fences: Span[] = [];
  let open: number | null = null;
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 ? text.length : next;
    if (FENCE.test(text.slice(from, Math.min(to, from + 8)))) {
      if (open === null) open = from;
      else {
        fences.push([open, to]);
        open = null;
      }
    }
    from = to + 1;
  }
  if (open !== null) fences.push([open, text.length]);
  return fences;
}

/** Whether a stretch meets one of sorted spans; each is to begin behind the one that was asked about before. */
function within(spans: readonly Span[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while (next < spans.length && (spans[next]?.[1] ?? 0) <= start) next++;
    const span = spans[next];
    return span !== undefined && span[0] < end;
  };
}

/** Sorted, and those that meet made one. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
}
