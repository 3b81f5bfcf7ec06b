/** A line of a printed page. Measures are in points, from the page's lower left corner. */
export interface Line {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  /** Where the line ends. */
  right: number;
  /** Of its font. */
  size: number;
}

/** Lines at the top and at the bottom of a page that may be its header or footer. */
const FRAME_LINES = 2;

/**
 * Pages without headers, footers and page numbers: lines at the edge of a page that stand there on half of all pages
 * too, whatever number is in them.
 */
export function withoutFrames(pages: readonly Line[][]): Line[][] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return pages.map((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter((line) => {
      if (!edges.has(line)) return true;
      const repeated = pages.length > 1 && (seen.get(keyOf(line)) ?? 0) >= Math.max(2, pages.length / 2);
      return !repeated && !/^(?:page\s+)?[-–]?\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*[-–]?$/iu.test(line.text);
    });
  });
}

function edgesOf(page: readonly Line[]): Line[] {
  const down = page.toSorted((a, b) => b.y - a.y);
  return [...down.slice(0, FRAME_LINES), ...down.slice(FRAME_LINES).slice(-FRAME_LINES)];
}

const keyOf = ({ text }: Line): string => text.replaceAll(/\d+/gu, '0').toLowerCase();

/** Paragraphs of the pages, their lines joined: a hyphen at the end of a line is taken out where it only parts a word. */
export function paragraphsOf(pages: readonly Line[][]): string[] {
  const paragraphs: string[] = [];
  const lines = pages.flat();
  const usual = usualOf(lines);
  let before: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    const open = paragraphs[last];
    if (before === undefined || open === undefined || opens(line, before, usual)) paragraphs.push(line.text);
    else paragraphs[last] = joined(open, line.text);
    before = line;
  }
  return paragraphs;
}

interface Usual {
  /** From a baseline to the next. */
  leading: number;
  /** Where full lines end. */
  right: number;
}

function usualOf(lines: readonly Line[]): Usual {
  const steps = lines.slice(1).map((line, i) => (lines[i]?.y ?? 0) - line.y);
  return { leading: median(steps.filter((step) => step > 0)), right: median(lines.map(({ right }) => right)) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Whether a line begins a paragraph, by what printers do: another font, a gap, an indent, a short line before it. */
function opens(line: Line, before: Line, { leading, right }: Usual): boolean {
  if (Math.abs(line.size - before.size) > 0.1 * before.size) return true;
  const step = before.y - line.y;
  const ended = /[.!?:]["”’')\]]*$/u.test(before.text);
  // a new column or page: the sentence decides
  if (step <= 0) return ended;
  if (step > 1.4 * leading && step > 1.4 * line.size) return true;
  const indented = line.x - before.x > line.size && line.x - before.x < 6 * line.size;
  const short = before.right < right - 4 * line.size;
  return ended && (indented || short);
}

/** "Jong-" and "un" keep their hyphen, for the word before it begins with a capital; "inter-" and "national" do not. */
function joined(open: string, next: string): string {
  const broken = /(?:^|[^\p{L}-])(\p{L}+)-$/u.exec(open.slice(-60))?.[1];
  if (broken === undefined) return /\p{L}-$/u.test(open) ? open + next : `${open} ${next}`;
  if (!/^\p{Ll}/u.test(next)) return open + next;
  return /^\p{Ll}/u.test(broken) ? open.slice(0, -1) + next : open + next;
}
