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

/** Room that a node and its label take, so that labels can be read: this wide and high, on average. */
export const SIDE = 110;
/** Screens are wider than high, and labels run to the right. */
const WIDE = 1.5;

/** Rows of nodes without an edge: from node to node, from row to row, and from the graph to the first row. */
const COLUMN = 190;
const ROW = 36;
export const GAP = 80;

/** Radius of a node by its edges: area grows with their number. */
export const nodeSize = (degree: number): number => Math.round(Math.min(20, 4 + 2.2 * Math.sqrt(degree)) * 100) / 100;

/** Two numbers from 0 to 1 that are the same for a key on every machine. */
function chance(key: string): [number, number] {
  const bytes = createHash('sha256').update(key).digest();
  return [bytes.readUInt32BE(0) / 2 ** 32, bytes.readUInt32BE(4) / 2 ** 32];
}

/** A place in a disc of this radius that depends on the key alone: ForceAtlas2 cannot part nodes that start at one point. */
export function scatter(key: string, radius: number): Position {
  const [turn, distance] = chance(key);
  const angle = turn * 2 * Math.PI;
  return { x: Math.cos(angle) * Math.sqrt(distance) * radius, y: Math.sin(angle) * Math.sqrt(distance) * radius };
}

const discRadius = (nodes: number): number => SIDE * Math.sqrt(nodes / Math.PI);

const labelWidth = (label: string): number => 8 + 6.5 * Math.min(label.length, 45);

export function boxOf({ key, label, degree }: LayoutNode, { x, y }: Position, fixed: boolean): Box {
  const radius = nodeSize(degree);
  return {
    key,
    x,
    y,
    left: radius,
    right: radius + labelWidth(label),
    half: radius + 4,
    fixed,
  };
}

export interface Bounds {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Of nothing, the origin. */
export function boundsOf(places: Iterable<Position>): Bounds {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { x, y } of places) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  return bounds.left <= bounds.right ? bounds : { left: 0, right: 0, bottom: 0, top: 0 };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const positionsOf = (boxes: readonly Box[]): Map<string, Position> =>
  new Map(boxes.map(({ key, x, y }) => [key, { x: rounded(x), y: rounded(y) }]));

/** One tie per pair: several relations pull together, but not as hard as their number. */
function simpleGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  const radius = discRadius(nodes.length);
  for (const { key, degree } of nodes) graph.addNode(key, { ...scatter(key, radius), size: nodeSize(degree) });
  for (const { source, target } of edges)
    graph.updateUndirectedEdge(source, target, (old) => ({ count: (Number(old.count) || 0) + 1 }));
  graph.updateEachEdgeAttributes((_edge, attributes) => ({ weight: 1 + Math.log2(Number(attributes.count)) }));
  return graph;
}

/** Moves the middle to the origin, gives every node the same room on average, and widens the whole. */
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
    nodes.map(({ key }) => {
      const { x, y } = at(key);
      return [key, { x: (x - middle.x) * factor * Math.sqrt(WIDE), y: ((y - middle.y) * factor) / Math.sqrt(WIDE) }];
    }),
  );
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** ForceAtlas2 (Jacomy et al., PLoS ONE 2014) from places that depend on the keys alone, then room for the labels. */
function layOutTied(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Map<string, Position> {
  if (nodes.length === 0) return new Map();
  const graph = simpleGraph(nodes, edges);
  const iterations = Math.max(50, Math.min(600, Math.round(300_000 / nodes.length)));
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: 'weight',
    settings: { ...forceAtlas2.inferSettings(graph), edgeWeightInfluence: 1 },
  });
  const places = scaled(nodes, graph);
  return positionsOf(spread(nodes.map((node) => boxOf(node, places.get(node.key) ?? { x: 0, y: 0 }, false))));
}

/**
 * Places every node. Nodes without an edge would be blown to the rim and shrink the rest: they stand in rows beneath.
 * The same graph gets the same layout, in whatever order its nodes come.
 */
export function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Map<string, Position> {
  const sorted = [...nodes].sort((a, b) => byCodeUnit(a.key, b.key));
  const keys = new Set(sorted.map(({ key }) => key));
  const ties = edges
    .filter(({ source, target }) => source !== target && keys.has(source) && keys.has(target))
    .sort((a, b) => byCodeUnit(a.source, b.source) || byCodeUnit(a.target, b.target));
  const tied = new Set(ties.flatMap(({ source, target }) => [source, target]));
  const places = layOutTied(
    sorted.filter(({ key }) => tied.has(key)),
    ties,
  );
  const loose = sorted.filter(({ key }) => !tied.has(key));
  return new Map([...places, ...rows(loose, boundsOf(places.values()))]);
}

/** Rows beneath what stands, in its middle, sorted by key, and so by type. A long label takes several columns. */
function rows(nodes: readonly LayoutNode[], above: Bounds): Map<string, Position> {
  const width = Math.max(above.right - above.left, WIDE * (above.top - above.bottom));
  const columns = Math.max(2, Math.floor(width / COLUMN), Math.ceil(Math.sqrt(nodes.length / 3)));
  const left = (above.left + above.right - (columns - 0.5) * COLUMN) / 2;
  const places = new Map<string, Position>();
  let column = 0;
  let row = 0;
  for (const { key, label } of nodes) {
    const span = Math.min(columns, Math.ceil((labelWidth(label) + 24) / COLUMN));
    if (column + span > columns) {
      column = 0;
      row++;
    }
    places.set(key, { x: rounded(left + column * COLUMN), y: rounded(above.bottom - GAP - row * ROW) });
    column += span;
  }
  return places;
}

/** Places every node of a graph in memory. */
export function layOutGraph(graph: ArticleGraph): Map<string, Position> {
  const nodes = graph.mapNodes((key, { label }) => ({ key, label, degree: graph.degree(key) }));
  return layOut(
    nodes,
    graph.mapEdges((_key, _attributes, source, target) => ({ source, target })),
  );
}
