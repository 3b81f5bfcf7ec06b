import type { Span } from '../ontology.ts';
import type { Block } from './article.ts';
import { dateline } from './dateline.ts';
import { leadingDate } from './dates.ts';

/** What an article's text says about itself, and which stretches of it are to be read. */
export interface Outline {
  title: string | null;
  date: string | null;
  blocks: Block[];
  skips: Span[];
}

/** A headline is no longer than this, in characters. */
const LONGEST_TITLE = 180;
/** Title, date line and byline stand among the first blocks or nowhere. */
const HEAD_BLOCKS = 4;

/** An address without the marks of the sentence behind it; the sign of a hashtag. */
const SKIPPED = /(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]}]|#(?=\p{L})/giu;
const NOT_TEXT = [
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:#[\p{L}\p{N}_]+\s*)+$/u,
  /^(?:disclaimer|copyright|©|advertisement|also read|read more|read also|see also|related(?: (?:stories|articles|news))?|more on this|sources?|tags?|filed under|follow us)\b\s*(?:[:|-]|$)/iu,
  /^read more\b/iu,
  /^(?:image|photo|picture|photograph|credit|file photo)\s*(?:credits?|by|courtesy(?: of)?)?\s*:/iu,
];
const BYLINE = /^by\s+\p{Lu}[\p{L}'’.-]*(?:[\s,]+(?:and\s+)?\p{Lu}[\p{L}'’.-]*){0,7}$/iu;
/** "… lifts off. Image: The Agency." at the end of a caption. */
const CREDIT = /(?:image|photo|picture|photograph)(?: credits?)?:\s[^\n]{1,80}$/iu;

/**
 * Divides a text into the blocks that are to be read and finds the title and date that stand in it.
 * Linear in the length of the text.
 *
 * @param text the text as the file has it
 * @param known what the form around the text gave (a feed, a header): it wins over what the text says
 */
export function outline(text: string, known: { title?: string | null; date?: string | null } = {}): Outline {
  const blocks: Block[] = [];
  const paragraphs = [...paragraphsOf(text)];
  let date = known.date ?? null;
  let title = known.title ?? null;
  for (const [index, paragraph] of paragraphs.entries()) {
    let [start, end] = paragraph;
    if (index < HEAD_BLOCKS) {
      const said = leadingDate(text.slice(start, Math.min(end, start + 120)));
      if (said) {
        date ??= said.date;
        start = skipBlanks(text, start + said.length, end);
        if (start >= end) continue;
      }
    }
    const head = text.slice(start, Math.min(end, start + 400));
    if (NOT_TEXT.some((form) => form.test(head)) || (end - start <= 120 && BYLINE.test(head))) continue;
    if (blocks.length === 0 && index + 1 < paragraphs.length && isTitle(text, start, end)) {
      title ??= text.slice(start, end);
      blocks.push({ start, end, kind: 'title' });
      continue;
    }
    const line = dateline(head, date);
    if (line) {
      date ??= line.date;
      blocks.push({ start, end: start + line.placeEnd, kind: 'dateline' });
      start = skipBlanks(text, start + line.length, end);
    }
    end = beforeCredit(text, start, end);
    if (start < end) blocks.push({ start, end, kind: 'paragraph' });
  }
  return { title, date, blocks, skips: skipsOf(text) };
}

/** Whether a first block is a headline: short, and no sentence with a full stop at its end. */
function isTitle(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_TITLE && !/[.!?:;,]["'”’)]?$/u.test(text.slice(Math.max(start, end - 3), end));
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(text.charAt(at))) at++;
  return at;
}

function beforeCredit(text: string, start: number, end: number): number {
  const from = Math.max(start, end - 100);
  const credit = CREDIT.exec(text.slice(from, end));
  // a credit follows a full stop or stands alone; "the image: a ship" in running text is none
  if (!credit || !/(?:[.!?]["'”’)]?\s+|^)$/u.test(text.slice(start, from + credit.index).slice(-4))) return end;
  return start + text.slice(start, from + credit.index).trimEnd().length;
}

/** `#` before a word and addresses in running text. */
const skipsOf = (text: string): Span[] =>
  Array.from(text.matchAll(SKIPPED), (found): Span => [found.index, found.index + found[0].length]);

/**
 * Stretches without blanks at their ends. A blank line parts two paragraphs; a single line break does too, unless
 * the lines between two blank lines are of one length, as in a text that was wrapped by hand.
 */
function* paragraphsOf(text: string): Generator<Span> {
  for (const group of groupsOf(text)) {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) continue;
    if (isWrapped(text, group)) yield [first[0], last[1]];
    else yield* group;
  }
}

function* groupsOf(text: string): Generator<Span[]> {
  let group: Span[] = [];
  for (let from = 0; from <= text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 ? text.length : next;
    const line = trimmed(text, from, to);
    if (line) group.push(line);
    else if (group.length > 0) {
      yield group;
      group = [];
    }
    from = to + 1;
  }
  if (group.length > 0) yield group;
}

function trimmed(text: string, from: number, to: number): Span | null {
  const line = text.slice(from, to);
  const end = from + line.trimEnd().length;
  const start = end - text.slice(from, end).trimStart().length;
  return start < end ? [start, end] : null;
}

/** Width of a line that a hand or a mail program wrapped, in characters. */
const WRAPPED = { least: 50, most: 100 };

function isWrapped(text: string, lines: readonly Span[]): boolean {
  return (
    lines.length > 1 &&
    lines.slice(0, -1).every(([start, end]) => {
      const width = end - start;
      return width >= WRAPPED.least && width <= WRAPPED.most;
    }) &&
    lines.slice(0, -1).some(([, end]) => !/[.!?"”’:;]/u.test(text.charAt(end - 1)))
  );
}
