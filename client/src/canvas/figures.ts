import type { EntityType } from '../../../src/ontology.ts';
import type { Line } from '../state/lines.ts';
import { pointOnLine } from './edgeProgram.ts';
import type { Placed, Renderer } from './labels.ts';
import { DASHES, FADED_LINE, FADED_NODE, type LineLook, lineLook, type NodeLook } from './look.ts';
import type { Painter } from './painter.ts';
import { mix, type Palette } from './palette.ts';

/** What a picture is made of, in the order in which it is drawn; lengths in pixels of the screen, y downwards. */
export type Figure =
  | { kind: 'path'; d: string; fill?: string; stroke?: string; width?: number; dashes?: readonly number[] }
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      size: number;
      weight: number;
      color: string;
      halo?: string;
      end?: true;
    };

interface Point {
  x: number;
  y: number;
}

/** All that the canvas shows, as figures. */
export function figures(
  renderer: Renderer,
  { palette, emphasis }: Pick<Painter, 'palette' | 'emphasis'>,
  labels: readonly Placed[],
): Figure[] {
  const graph = renderer.getGraph();
  /** As the shaders fade what is not in the light. */
  const shaded = <T extends LineLook>(look: T, share: number): T =>
    emphasis.litNodes === null || look.level > 0 ? look : { ...look, color: mix(look.color, palette.paper, share) };
  const lines: { level: number; figures: Figure[] }[] = [];
  graph.forEachEdge((_, { line, hidden }, source, target, p, q) => {
    if (hidden || p.hidden || q.hidden) return;
    const look = lineLook(line, emphasis, palette);
    const ends = [source, target].map((node) => ({
      ...renderer.graphToViewport(graph.getNodeAttributes(node)),
      radius: renderer.scaleSize(renderer.getNodeDisplayData(node)?.size ?? 0),
    }));
    const [from, to] = ends;
    if (from && to)
      lines.push({
        level: look.level,
        figures: lineFigures(line, from, to, shaded(look, FADED_LINE), renderer.scaleSize(look.size)),
      });
  });
  const nodes: { level: number; figures: Figure[] }[] = [];
  graph.forEachNode((key, attributes) => {
    const look = lookOf(renderer.getNodeDisplayData(key));
    if (!look || attributes.hidden) return;
    const at = renderer.graphToViewport(attributes);
    const radius = renderer.scaleSize(look.size);
    nodes.push({
      level: look.level,
      figures: nodeFigures(attributes.entityType, at, radius, shaded(look, FADED_NODE), palette),
    });
  });
  const inOrder = (parts: typeof lines) => parts.sort((a, b) => a.level - b.level).flatMap((part) => part.figures);
  return [...inOrder(lines), ...inOrder(nodes), ...labels.flatMap((label) => labelFigures(label, palette))];
}

/** sigma hands its own type back for what our reducer made. */
function lookOf(data: { color: string; size: number } | undefined): (NodeLook & { size: number }) | undefined {
  if (!data || !('level' in data && 'ring' in data && 'ringColor' in data)) return undefined;
  const { color, size } = data;
  const level = data.level === 2 ? 2 : data.level === 1 ? 1 : 0;
  return { color, size, level, ring: Number(data.ring), ringColor: String(data.ringColor) };
}

function lineFigures(
  line: Line,
  p: Point & { radius: number },
  q: Point & { radius: number },
  { color }: { color: string },
  thickness: number,
): Figure[] {
  const chord = Math.hypot(q.x - p.x, q.y - p.y);
  const width = Math.max(thickness, 1);
  const head = line.directed ? width * 2 + 5 : 0;
  if (chord < p.radius + q.radius + head + 6) return [];
  const from = (p.radius + 2.5) / chord;
  const tip = 1 - (q.radius + 2.5) / chord;
  const base = tip - head / chord;
  const at = (t: number) => pointOnLine(p, q, line.curvature, t);
  const body =
    line.curvature === 0 ? [from, base] : Array.from({ length: 13 }, (_, i) => from + ((base - from) * i) / 12);
  const dashes = DASHES[line.modality];
  const stroke: Figure = {
    kind: 'path',
    d: through(body.map(at)),
    stroke: color,
    width,
    ...(dashes[0] > 0 && { dashes }),
  };
  if (head === 0) return [stroke];
  const [end, point] = [at(base), at(tip)];
  const half = width * 0.8 + 2.6;
  const length = Math.hypot(point.x - end.x, point.y - end.y) || 1;
  const [nx, ny] = [(-(point.y - end.y) / length) * half, ((point.x - end.x) / length) * half];
  const wings = [{ x: end.x + nx, y: end.y + ny }, point, { x: end.x - nx, y: end.y - ny }];
  return [stroke, { kind: 'path', d: `${through(wings)}Z`, fill: color }];
}

function nodeFigures(
  type: EntityType,
  at: Point,
  radius: number,
  { color, ring, ringColor }: Pick<NodeLook, 'color' | 'ring' | 'ringColor'>,
  palette: Palette,
): Figure[] {
  const rim = Math.min(1.6, radius * 0.3);
  const d = (more: number) => shapePath(type, at, radius + more);
  return [
    ...(ring > 0 ? [{ kind: 'path', d: d(rim + ring), fill: ringColor } as const] : []),
    { kind: 'path', d: d(rim), fill: palette.paper },
    { kind: 'path', d: d(0), fill: color },
  ];
}

function labelFigures({ item, box }: Placed, palette: Palette): Figure[] {
  const [, weight = '500', size = '12'] = /^(\d+) ([\d.]+)px/.exec(item.font) ?? [];
  const text = {
    kind: 'text',
    text: item.text,
    x: box.x + (item.pill ? 5 : 1),
    y: box.y + box.height / 2,
    size: Number(size),
    weight: Number(weight),
    color: item.color,
  } as const;
  return item.pill
    ? [{ kind: 'path', d: roundRect(box.x, box.y, box.width, box.height, 8), fill: palette.paper }, text]
    : [
        { ...text, halo: palette.paper },
        ...(item.more
          ? [{ ...text, text: item.more.text, x: box.x + item.more.at, color: palette.soft, halo: palette.paper }]
          : []),
      ];
}

/** The outline of an entity type, as the node program draws it. */
export function shapePath(type: EntityType, { x, y }: Point, r: number): string {
  const box = (w: number, h: number, round: number) => roundRect(x - w, y - h, 2 * w, 2 * h, round);
  const corners = (n: number, radius: (i: number) => number) =>
    `${through(
      Array.from({ length: n }, (_, i) => {
        const turn = (2 * Math.PI * i) / n - Math.PI / 2;
        return { x: x + radius(i) * Math.cos(turn), y: y + radius(i) * Math.sin(turn) };
      }),
    )}Z`;
  switch (type) {
    case 'person':
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
    case 'organization':
      return box(r * 0.9, r * 0.9, r * 0.28);
    case 'place':
      return corners(4, () => r * 1.16);
    case 'facility':
      return corners(5, () => r * 1.08);
    case 'event':
      return corners(12, (i) => (i % 2 === 0 ? r * 1.2 : r * 0.76));
    case 'document':
      return box(r * 0.74, r * 0.98, r * 0.14);
  }
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
const through = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');

const roundRect = (x: number, y: number, w: number, h: number, r: number): string =>
  `M${n(x + r)} ${n(y)}h${n(w - 2 * r)}a${n(r)} ${n(r)} 0 0 1 ${n(r)} ${n(r)}v${n(h - 2 * r)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(r)}h${n(2 * r - w)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(-r)}v${n(2 * r - h)}a${n(r)} ${n(r)} 0 0 1 ${n(r)} ${n(-r)}Z`;
