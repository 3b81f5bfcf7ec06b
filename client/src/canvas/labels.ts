import type Sigma from 'sigma';
import type { NodeDisplayData } from 'sigma/types';
import type { Line } from '../state/lines.ts';
import { relationWords } from '../state/words.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { pointOnLine } from './edgeProgram.ts';
import type { Emphasis } from './look.ts';
import type { Palette } from './palette.ts';
import { type Box, type Candidate, place } from './placement.ts';

export type Renderer = Sigma<DrawnNodeAttributes, DrawnLineAttributes>;

export interface LabelOptions {
  emphasis: Emphasis;
  palette: Palette;
  /** What a line says, for lines whose words are to be shown. */
  wordsOf(line: Line): string;
  /** How far labels keep from the borders, where panels cover the canvas. */
  frame: Box;
}

export interface Label {
  text: string;
  font: string;
  color: string;
  pill: boolean;
  /** How many relations of a node are not here, and how far from the beginning of the text that is written. */
  more?: { text: string; at: number };
}

interface Shown {
  key: string;
  x: number;
  y: number;
  radius: number;
  label: string;
  missing: number;
}

export const FAMILY = '"Public Sans Variable", system-ui, sans-serif';
const MOST = 220;
/** Nodes that may get a label: more find no room. */
const CANDIDATES = 800;
/** A label may lie over nodes smaller than this, in pixels: there are too many of them to go round. */
const SMALL = 3.5;
/** Above so many lines there is no room for their counts. */
const MANY_LINES = 3000;
const widths = new Map<string, number>();

/** Forgets the widths of texts: they were measured in another font than is there now. */
export const forgetWidths = (): void => widths.clear();

/**
 * Writes the labels of nodes and of lit lines: the most important first, each beside its node where there is room, and
 * none over another. sigma's own labels thin out by a grid but do cover each other and the nodes.
 */
export function drawLabels(context: CanvasRenderingContext2D, renderer: Renderer, options: LabelOptions): void {
  for (const { item, box } of placedLabels(context, renderer, options)) write(context, item, box, options.palette);
}

/** A label, and where it stands. */
export interface Placed {
  item: Label;
  box: Box;
}

/** @param context measures texts; nothing is drawn */
export function placedLabels(context: CanvasRenderingContext2D, renderer: Renderer, options: LabelOptions): Placed[] {
  const { emphasis, frame } = options;
  const shown = shownNodes(renderer, frame);
  const obstacles = shown
    .filter(({ radius }) => radius >= SMALL)
    .map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const isFirst = ({ key }: Shown) => emphasis.chosen.has(key) || emphasis.hovered === key;
  const first = shown.filter(isFirst);
  const lit = shown.filter((node) => emphasis.litNodes?.has(node.key) && !isFirst(node)).slice(0, CANDIDATES);
  const rest = emphasis.litNodes === null ? shown.slice(0, CANDIDATES).filter((node) => !isFirst(node)) : [];
  const others = [...emphasis.litLines].filter((line) => !emphasis.foremost.has(line));
  const candidates: Candidate<Label>[] = [
    ...first.map((node) => nodeCandidate(context, node, options, true)),
    ...lineCandidates(context, renderer, options, emphasis.foremost),
    ...lit.map((node) => nodeCandidate(context, node, options, false)),
    ...lineCandidates(context, renderer, options, others),
    ...rest.map((node) => nodeCandidate(context, node, options, false)),
    ...(emphasis.litNodes === null ? countCandidates(context, renderer, options) : []),
  ];
  return place(candidates, obstacles, frame, MOST);
}

/** The nodes in sight, the largest first. */
function shownNodes(renderer: Renderer, frame: Box): Shown[] {
  const shown: Shown[] = [];
  renderer.getGraph().forEachNode((key, { label, missing }) => {
    const data: NodeDisplayData | undefined = renderer.getNodeDisplayData(key);
    if (!data || data.hidden) return;
    const { x, y } = renderer.framedGraphToViewport(data);
    const radius = renderer.scaleSize(data.size);
    if (x < frame.x - 40 || y < frame.y - 40 || x > frame.x + frame.width + 40 || y > frame.y + frame.height + 40)
      return;
    shown.push({ key, x, y, radius, label, missing });
  });
  return shown.sort((a, b) => b.radius - a.radius || (a.key < b.key ? -1 : 1));
}

function nodeCandidate(
  context: CanvasRenderingContext2D,
  { key, x, y, radius, label, missing }: Shown,
  { emphasis, palette }: LabelOptions,
  forced: boolean,
): Candidate<Label> {
  const size = forced ? 14 : Math.round(2 * Math.min(15, 11.5 + radius / 7)) / 2;
  const font = `${forced || radius > 13 ? 600 : 500} ${size}px ${FAMILY}`;
  const text = label.length > 34 && !forced ? `${label.slice(0, 32).trimEnd()}…` : label;
  const at = measure(context, text, font) + 7;
  const more = missing > 0 ? { text: `+${missing}`, at } : undefined;
  const width = more ? at + measure(context, more.text, font) : at - 5;
  const height = size * 1.25;
  const gap = radius + (forced ? 9 : 5);
  const color =
    emphasis.chosen.has(key) || emphasis.litNodes === null || emphasis.litNodes.has(key) ? palette.ink : palette.soft;
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  return {
    item: { text, font, color, pill: false, ...(more && { more }) },
    forced,
    places: [
      box(x + gap, y - height / 2),
      box(x - width / 2, y + gap - 1),
      box(x - width / 2, y - gap - height + 1),
      box(x - gap - width, y - height / 2),
      box(x + gap * 0.75, y + gap * 0.45),
      box(x + gap * 0.75, y - gap * 0.45 - height),
    ],
  };
}

/** How many relations a line stands for, where that is more than one. */
const countCandidates = (
  context: CanvasRenderingContext2D,
  renderer: Renderer,
  options: LabelOptions,
): Candidate<Label>[] => {
  const graph = renderer.getGraph();
  if (graph.size > MANY_LINES) return [];
  const several = graph.filterEdges((_, { line, hidden }) => !hidden && line.edges.length > 1);
  return lineCandidates(context, renderer, { ...options, wordsOf: ({ edges }) => String(edges.length) }, several);
};

/** Where a line's words may stand: on it, else just beside it. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

function lineCandidates(
  context: CanvasRenderingContext2D,
  renderer: Renderer,
  { emphasis, palette, wordsOf }: LabelOptions,
  lines: Iterable<string>,
): Candidate<Label>[] {
  const font = `500 11px ${FAMILY}`;
  const candidates: Candidate<Label>[] = [];
  const graph = renderer.getGraph();
  for (const key of lines) {
    if (!graph.hasEdge(key)) continue;
    const { line, hidden } = graph.getEdgeAttributes(key);
    if (hidden) continue;
    const p = renderer.getNodeDisplayData(line.source);
    const q = renderer.getNodeDisplayData(line.target);
    if (!p || !q || p.hidden || q.hidden) continue;
    const [from, to] = [renderer.framedGraphToViewport(p), renderer.framedGraphToViewport(q)];
    const text = wordsOf(line);
    const width = measure(context, text, font) + 10;
    candidates.push({
      item: { text, font, color: palette.lit[line.modality], pill: true },
      // Several that must stand would stand on each other.
      forced: emphasis.foremost.size === 1 && emphasis.foremost.has(key),
      places: [0, -15, 15].flatMap((aside) =>
        ALONG.map((t) => {
          const { x, y } = pointOnLine(from, to, line.curvature, t);
          return { x: x - width / 2, y: y - 8 + aside, width, height: 16 };
        }),
      ),
    });
  }
  return candidates;
}

/** What a line says: its relation, or how many where it stands for several. */
export function lineWords(line: Line, typeOf: (edge: string) => string): string {
  const types = [...new Set(line.edges.map(typeOf))];
  const first = relationWords(types[0] ?? '');
  return types.length > 1
    ? `${first} + ${types.length - 1} more`
    : line.edges.length > 1
      ? `${first} × ${line.edges.length}`
      : first;
}

function write(
  context: CanvasRenderingContext2D,
  { text, font, color, pill, more }: Label,
  box: Box,
  palette: Palette,
): void {
  context.font = font;
  context.textBaseline = 'middle';
  if (pill) {
    context.fillStyle = palette.paper;
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, 8);
    context.fill();
    context.fillStyle = color;
    context.fillText(text, box.x + 5, box.y + box.height / 2 + 0.5);
    return;
  }
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.paper;
  const outlined = (words: string, x: number, fill: string) => {
    context.strokeText(words, x, box.y + box.height / 2);
    context.fillStyle = fill;
    context.fillText(words, x, box.y + box.height / 2);
  };
  outlined(text, box.x + 1, color);
  if (more) outlined(more.text, box.x + more.at, palette.soft);
}

function measure(context: CanvasRenderingContext2D, text: string, font: string): number {
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size > 5000) widths.clear();
  widths.set(key, width);
  return width;
}
