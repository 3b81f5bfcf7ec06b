import { byCodeUnit } from './identity.ts';
import {
  type Bounds,
  boundsOf,
  boxOf,
  GAP,
  type LayoutEdge,
  type LayoutNode,
  layOut,
  mean,
  type Position,
  positionsOf,
  SIDE,
  scatter,
} from './layout.ts';
import { spread } from './spread.ts';

/** A block goes beneath what stands where that is wider than this times its height, else to its right. */
const WIDE = 1.6;

function neighboursOf(edges: readonly LayoutEdge[]): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const note = (from: string, to: string) => neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  for (const { source, target } of edges) {
    note(source, target);
    note(target, source);
  }
  return neighbours;
}

function beside(key: string, near: readonly Position[]): Position {
  const aside = scatter(key, SIDE);
  return { x: mean(near.map(({ x }) => x)) + aside.x, y: mean(near.map(({ y }) => y)) + aside.y };
}

/** Nodes that hang on what stands, step by step outwards: each in the middle of those of its neighbours that have a place. */
function hangOn(
  waiting: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  standing: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const neighbours = neighboursOf(edges);
  const places = new Map<string, Position>();
  const placeOf = (key: string): Position[] => [standing.get(key) ?? places.get(key) ?? []].flat();
  let rest = [...waiting];
  for (;;) {
    const step = rest.flatMap((node): [LayoutNode, Position][] => {
      const near = [...(neighbours.get(node.key) ?? [])].sort(byCodeUnit).flatMap(placeOf);
      return near.length > 0 ? [[node, beside(node.key, near)]] : [];
    });
    if (step.length === 0) return places;
    for (const [{ key }, place] of step) places.set(key, place);
    rest = rest.filter(({ key }) => !places.has(key));
  }
}

/** Moves a block as a whole out of the bounds of what stands. */
function setAside(block: ReadonlyMap<string, Position>, bounds: Bounds): Map<string, Position> {
  const own = boundsOf(block.values());
  const beneath = bounds.right - bounds.left > WIDE * (bounds.top - bounds.bottom);
  const dx = beneath ? bounds.left - own.left : bounds.right + GAP * 3 - own.left;
  const dy = beneath ? bounds.bottom - GAP - own.top : bounds.top - own.top;
  return new Map([...block].map(([key, { x, y }]) => [key, { x: x + dx, y: y + dy }]));
}

/**
 * Places new nodes among those that stand already, which do not move: each in the middle of its neighbours, then
 * aside until its label can be read. Those that hang on nothing that stands become a block beside all the rest.
 *
 * @param placed the nodes that stand, at least those near the new ones' neighbours
 * @param edges edges of the new nodes
 * @param bounds of all that stands
 * @returns positions of the new nodes alone
 */
export function layIn(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: ReadonlyMap<string, LayoutNode & Position>,
  bounds: Bounds = boundsOf(placed.values()),
): Map<string, Position> {
  const fresh = nodes.filter(({ key }) => !placed.has(key)).sort((a, b) => byCodeUnit(a.key, b.key));
  const hanging = hangOn(fresh, edges, placed);
  const boxes = fresh.flatMap((node) => {
    const place = hanging.get(node.key);
    return place === undefined ? [] : [boxOf(node, place, false)];
  });
  const standing = [...placed.values()].map((node) => boxOf(node, node, true));
  const settled = positionsOf(spread([...standing, ...boxes]).filter(({ fixed }) => !fixed));
  const block = layOut(
    fresh.filter(({ key }) => !hanging.has(key)),
    edges,
  );
  return new Map([...settled, ...setAside(block, bounds)]);
}
