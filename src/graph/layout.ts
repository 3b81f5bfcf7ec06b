import { createHash } from 'node:crypto';
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { ArticleGraph } from './fold.ts';
import { byCodeUnit } from './identity.ts';
import { type Box, spread } from './spread.ts';

export interface LayoutNode {
  key: string;
  label: string;
  /** Edges of the node, which make its size. */
  degree: number;
}

export interface LayoutEdge {
  source: string;
  target: string;
}

/** In units that are pixels where the whole graph is drawn at its natural size. y grows upwards, as sigma has it. */
export interface Position {
  x: number;
  y: number;
}

/** Room that a node and its label take, so that labels can be read: square units per node. */
const ROOM = 110 ** 2;
/** A label is cut where it is wider; further nodes may stand there. */
const WIDEST_LABEL = 170;

/** Radius of a node by its edges: area grows with their number. */
export const nodeSize = (degree: number): number => Math.round(Math.min(20, 4 + 2.2 * Math.sqrt(degree)) * 100) / 100;

/** Two numbers from 0 to 1 that are the same for a key on every machine. */
function chance(key: string): [number, number] {
  const bytes = createHash('sha256').update(key).digest();
  return [bytes.readUInt32BE(0) / 2 ** 32, bytes.readUInt32BE(4) / 2 ** 32];
}

/** A place in a disc of this radius that depends on the key alone: ForceAtlas2 cannot part nodes that start at one point. */
function scatter(key: string, radius: number): Position {
  const [turn, distance] = chance(key);
  const angle = turn * 2 * Math.PI;
  return { x: Math.cos(angle) * Math.sqrt(distance) * radius, y: Math.sin(angle) * Math.sqrt(distance) * radius };
}

const discRadius = (nodes: number): number => Math.sqrt((nodes * ROOM) / Math.PI);

function boxOf({ key, label, degree }: LayoutNode, { x, y }: Position, fixed: boolean): Box {
  const radius = nodeSize(degree);
  return {
    key,
    x,
    y,
    left: radius,
    right: radius + Math.min(WIDEST_LABEL, 8 + 6.5 * label.length),
    half: radius + 4,
    fixed,
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const positionsOf = (boxes: readonly Box[]): Map<string, Position> =>
  new Map(boxes.map(({ key, x, y }) => [key, { x: rounded(x), y: rounded(y) }]));

/** One tie per pair: several relations pull together, but not as hard as their number. */
function simpleGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  const radius = discRadius(nodes.length);
  for (const { key, degree } of nodes) graph.addNode(key, { ...scatter(key, radius), size: nodeSize(degree) });
  for (const { source, target } of edges)
    if (source !== target && graph.hasNode(source) && graph.hasNode(target))
      graph.updateUndirectedEdge(source, target, (old) => ({ count: (Number(old.count) || 0) + 1 }));
  graph.updateEachEdgeAttributes((_edge, attributes) => ({ weight: 1 + Math.log2(Number(attributes.count)) }));
  return graph;
}

/** Moves the middle to the origin and gives every node the same room on average. */
function scaled(nodes: readonly LayoutNode[], graph: UndirectedGraph): Map<string, Position> {
  const at = (key: string): Position => ({
    x: Number(graph.getNodeAttribute(key, 'x')),
    y: Number(graph.getNodeAttribute(key, 'y')),
  });
  const places = nodes.map(({ key }) => at(key));
  const middle = { x: mean(places.map((p) => p.x)), y: mean(places.map((p) => p.y)) };
  const deviation = Math.sqrt(mean(places.map((p) => (p.x - middle.x) ** 2 + (p.y - middle.y) ** 2)));
  const factor = deviation > 0 ? discRadius(nodes.length) / Math.SQRT2 / deviation : 1;
  return new Map(
    nodes.map(({ key }) => [key, { x: (at(key).x - middle.x) * factor, y: (at(key).y - middle.y) * factor }]),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Places every node: ForceAtlas2 (Jacomy et al., PLoS ONE 2014) from places that depend on the keys alone, then room
 * for the labels. The same graph gets the same layout, in whatever order its nodes come.
 */
export function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Map<string, Position> {
  if (nodes.length === 0) return new Map();
  const sorted = [...nodes].sort((a, b) => byCodeUnit(a.key, b.key));
  const ties = [...edges].sort((a, b) => byCodeUnit(a.source, b.source) || byCodeUnit(a.target, b.target));
  const graph = simpleGraph(sorted, ties);
  const iterations = Math.max(50, Math.min(600, Math.round(300_000 / sorted.length)));
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: 'weight',
    settings: { ...forceAtlas2.inferSettings(graph), edgeWeightInfluence: 1 },
  });
  const places = scaled(sorted, graph);
  const boxes = sorted.map((node) => boxOf(node, places.get(node.key) ?? { x: 0, y: 0 }, false));
  return positionsOf(spread(boxes));
}

/** Places every node of a graph in memory. */
export function layOutGraph(graph: ArticleGraph): Map<string, Position> {
  const nodes = graph.mapNodes((key, { label }) => ({ key, label, degree: graph.degree(key) }));
  return layOut(
    nodes,
    graph.mapEdges((_key, _attributes, source, target) => ({ source, target })),
  );
}

/**
 * Places new nodes among those that stand already, which do not move: each in the middle of its neighbours, or
 * outside of all where it has none, then aside until its label can be read.
 *
 * @param placed the nodes that stand, at least those near the new ones' neighbours
 * @param edges edges of the new nodes
 * @returns positions of the new nodes alone
 */
export function layIn(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: ReadonlyMap<string, LayoutNode & Position>,
): Map<string, Position> {
  const neighbours = new Map<string, string[]>();
  const note = (from: string, to: string) => neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  for (const { source, target } of edges) {
    note(source, target);
    note(target, source);
  }
  const places = new Map<string, Position>(placed);
  const reach = Math.max(...[...placed.values()].map(({ x, y }) => Math.hypot(x, y)), discRadius(nodes.length));
  const waiting = [...nodes].filter(({ key }) => !placed.has(key)).sort((a, b) => byCodeUnit(a.key, b.key));
  const fresh = waiting.map((node) => {
    const near = [...new Set(neighbours.get(node.key) ?? [])].flatMap((key) => places.get(key) ?? []);
    const place = near.length > 0 ? besides(node.key, near) : outside(node.key, reach);
    places.set(node.key, place);
    return boxOf(node, place, false);
  });
  const standing = [...placed.values()].map((node) => boxOf(node, node, true));
  const keys = new Set(fresh.map(({ key }) => key));
  return positionsOf(spread([...standing, ...fresh]).filter(({ key }) => keys.has(key)));
}

function besides(key: string, near: readonly Position[]): Position {
  const aside = scatter(key, Math.sqrt(ROOM));
  return { x: mean(near.map(({ x }) => x)) + aside.x, y: mean(near.map(({ y }) => y)) + aside.y };
}

function outside(key: string, reach: number): Position {
  const angle = chance(key)[0] * 2 * Math.PI;
  const radius = reach + Math.sqrt(ROOM);
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}
