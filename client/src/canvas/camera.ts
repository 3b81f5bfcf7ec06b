import { largestConnectedComponent } from 'graphology-components';
import type { CameraState } from 'sigma/types';
import type { Renderer } from './labels.ts';
import type { Box } from './placement.ts';

/** What panels cover of the canvas, in pixels from each border. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

const MARGIN = 56;
/** A graph of three nodes is not blown up to fill the screen. */
const CLOSEST = 0.45;
/** Square pixels that a node with its name wants, to be told from the others. */
const ROOM = 1500;
/** What was sought may stand nearer: a neighbourhood is small in a large graph. */
const NEAREST = 0.3;

export const freeFrame = (renderer: Renderer, { top, right, bottom, left }: Insets, margin = 0): Box => {
  const { width, height } = renderer.getDimensions();
  return {
    x: left + margin,
    y: top + margin,
    width: Math.max(1, width - left - right - 2 * margin),
    height: Math.max(1, height - top - bottom - 2 * margin),
  };
};

/** The camera that shows all of the graph in the part of the canvas that no panel covers. */
export const fitting = (renderer: Renderer, insets: Insets): CameraState | null =>
  showing(renderer, renderer.getGraph().nodes(), insets);

/**
 * The same to begin with: nodes without relations, which lie far out, count only where that costs little; where there
 * is no room for all, the largest part of the graph that hangs together.
 */
export function opening(renderer: Renderer, insets: Insets): CameraState | null {
  const graph = renderer.getGraph();
  const { width, height } = freeFrame(renderer, insets);
  if (width * height < ROOM * graph.order) return showing(renderer, largestConnectedComponent(graph), insets);
  const all = fitting(renderer, insets);
  const connected = showing(
    renderer,
    graph.filterNodes((node) => graph.degree(node) > 0),
    insets,
  );
  return all && connected && all.ratio > connected.ratio * 1.15 ? connected : all;
}

/** The camera that shows these nodes, no nearer than a few nodes should stand. */
export function showing(
  renderer: Renderer,
  nodes: readonly string[],
  insets: Insets,
  closest = CLOSEST,
): CameraState | null {
  const places = nodes.flatMap((node) => framed(renderer, node) ?? []);
  if (places.length === 0) return null;
  const [x0, x1] = extent(places.map(({ x }) => x));
  const [y0, y1] = extent(places.map(({ y }) => y));
  const frame = freeFrame(renderer, insets, Math.min(MARGIN, renderer.getDimensions().width / 12));
  const unit = pixelsPerUnit(renderer);
  // Labels stand to the right of their nodes, and want room there.
  const label = Math.min(90, frame.width / 8);
  const ratio = Math.max(closest, ((x1 - x0) * unit) / (frame.width - label), ((y1 - y0) * unit) / frame.height);
  return centred(renderer, { x: (x0 + x1) / 2 + ((label / 2) * ratio) / unit, y: (y0 + y1) / 2 }, ratio, frame);
}

/**
 * The camera that shows what was sought, so near that it can be told apart.
 *
 * @param scale of a node's area, below 1 where a picture is crowded
 */
export const closeUp = (renderer: Renderer, nodes: readonly string[], insets: Insets, scale: number) =>
  showing(renderer, nodes, insets, NEAREST * Math.sqrt(scale));

/**
 * The camera that brings nodes out from under a panel or from outside, no nearer than now and no further than it must;
 * null where they are all in sight.
 */
export function revealing(renderer: Renderer, nodes: readonly string[], insets: Insets): CameraState | null {
  const frame = freeFrame(renderer, insets, 48);
  const places = nodes.flatMap((node) => framed(renderer, node) ?? []);
  const inSight = places.every((place) => {
    const { x, y } = renderer.framedGraphToViewport(place);
    return x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
  });
  const whole = showing(renderer, nodes, insets);
  if (inSight || !whole) return null;
  const [x0, x1] = extent(places.map(({ x }) => x));
  const [y0, y1] = extent(places.map(({ y }) => y));
  const ratio = Math.max(renderer.getCamera().ratio, whole.ratio);
  return centred(renderer, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, ratio, frame);
}

/**
 * Where a node that is shown stands, in sigma's framed units. Reckoned from the graph: the display data are in the
 * graph's own units between a change and the next picture.
 */
export function framed(renderer: Renderer, node: string): { x: number; y: number } | null {
  const graph = renderer.getGraph();
  if (!graph.hasNode(node) || graph.getNodeAttribute(node, 'hidden')) return null;
  return renderer.viewportToFramedGraph(renderer.graphToViewport(graph.getNodeAttributes(node)));
}

/** Pixels of one framed unit at ratio 1. */
function pixelsPerUnit(renderer: Renderer): number {
  const a = renderer.framedGraphToViewport({ x: 0, y: 0 });
  const b = renderer.framedGraphToViewport({ x: 1, y: 0 });
  return Math.hypot(b.x - a.x, b.y - a.y) * renderer.getCamera().ratio;
}

function centred(renderer: Renderer, point: { x: number; y: number }, ratio: number, frame: Box): CameraState {
  const { width, height } = renderer.getDimensions();
  const unit = pixelsPerUnit(renderer) / ratio;
  return {
    x: point.x - (frame.x + frame.width / 2 - width / 2) / unit,
    y: point.y + (frame.y + frame.height / 2 - height / 2) / unit,
    ratio,
    angle: 0,
  };
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
