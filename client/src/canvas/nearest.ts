import type { Line } from '../state/lines.ts';
import { LARGEST } from './dress.ts';
import { pointOnLine } from './edgeProgram.ts';
import type { Renderer } from './labels.ts';

interface Point {
  x: number;
  y: number;
}

/** How near to a line the pointer must be, in pixels. */
const REACH = 5;
/** A bow is taken for so many straight pieces. */
const PIECES = 8;

/**
 * The line under a place of the canvas, or null. sigma would draw all lines a second time, and broader, to know it: on a
 * machine without a graphics card that costs more than the picture itself.
 *
 * @param at in pixels from the upper left corner of the canvas
 */
export function lineAt(renderer: Renderer, at: Point): string | null {
  const point = renderer.viewportToGraph(at);
  const reach = REACH / renderer.getGraphToViewportRatio();
  let nearest: { key: string; distance: number } | null = null;
  renderer.getGraph().forEachEdge((key, { line, hidden }, _source, _target, p, q) => {
    if (hidden || p.hidden || q.hidden || !mayReach(point, p, q, line, reach)) return;
    const distance = distanceTo(point, p, q, line);
    if (distance <= reach && (nearest === null || distance < nearest.distance)) nearest = { key, distance };
  });
  return keyOf(nearest);
}

/**
 * The node at a place of the canvas, or the nearest that is at most `slack` away from it, or null. sigma would read it
 * from a picture, and wait until that is drawn.
 *
 * @param at in pixels from the upper left corner of the canvas
 */
export function nodeAt(renderer: Renderer, at: Point, slack: number): string | null {
  const point = renderer.viewportToGraph(at);
  const scale = renderer.getGraphToViewportRatio();
  const reach = (renderer.scaleSize(LARGEST) + slack) / scale;
  let nearest: { key: string; distance: number } | null = null;
  renderer.getGraph().forEachNode((key, { hidden, x, y }) => {
    if (hidden || Math.abs(x - point.x) > reach || Math.abs(y - point.y) > reach) return;
    const radius = renderer.scaleSize(renderer.getNodeDisplayData(key)?.size ?? 0);
    const distance = Math.hypot(x - point.x, y - point.y) * scale - radius;
    if (distance <= slack && (nearest === null || distance < nearest.distance)) nearest = { key, distance };
  });
  return keyOf(nearest);
}

const keyOf = (found: { key: string } | null): string | null => found?.key ?? null;

/** Cheap, for it is asked of every line. */
function mayReach(at: Point, p: Point, q: Point, { curvature }: Line, reach: number): boolean {
  const room = reach + (curvature === 0 ? 0 : Math.abs(curvature) * (Math.abs(p.x - q.x) + Math.abs(p.y - q.y)));
  return (
    at.x >= Math.min(p.x, q.x) - room &&
    at.x <= Math.max(p.x, q.x) + room &&
    at.y >= Math.min(p.y, q.y) - room &&
    at.y <= Math.max(p.y, q.y) + room
  );
}

function distanceTo(at: Point, p: Point, q: Point, { curvature }: Line): number {
  if (curvature === 0) return distanceToSegment(at, p, q);
  let least = Number.POSITIVE_INFINITY;
  let from = p;
  for (let i = 1; i <= PIECES; i++) {
    // y grows upwards here, so the other side is left.
    const to = pointOnLine(p, q, -curvature, i / PIECES);
    least = Math.min(least, distanceToSegment(at, from, to));
    from = to;
  }
  return least;
}

function distanceToSegment(at: Point, p: Point, q: Point): number {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const along = ((at.x - p.x) * dx + (at.y - p.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(at.x - p.x - t * dx, at.y - p.y - t * dy);
}
