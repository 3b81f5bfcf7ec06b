import Graph from 'graphology';
import type { EntityType } from '../../../src/ontology.ts';
import type { Shown } from '../state/filters.ts';
import type { Line } from '../state/lines.ts';
import type { Network } from '../state/network.ts';
import type { Dashes } from './edgeProgram.ts';
import { DASHES } from './look.ts';

/** The graph that sigma draws: the network's nodes, and lines in place of edges. */
export interface DrawnNodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
  entityType: EntityType;
  hidden: boolean;
  /** ForceAtlas2 leaves pinned nodes where they are. */
  fixed: boolean;
}

export interface DrawnLineAttributes {
  type: 'straight' | 'bowed';
  curvature: number;
  dashes: Dashes;
  arrow: number;
  weight: number;
  line: Line;
}

export type Drawing = Graph<DrawnNodeAttributes, DrawnLineAttributes>;

export const emptyDrawing = (): Drawing => new Graph({ type: 'mixed', multi: true, allowSelfLoops: true });

/**
 * Brings the drawing in step with the network. Nodes that stand already keep their places; a new one comes to stand to
 * a neighbour that is there as the server's layout has them, wherever that neighbour was moved to.
 */
export function drawNodes(
  drawing: Drawing,
  network: Network,
  { nodes }: Pick<Shown, 'nodes'>,
  pinned: ReadonlySet<string>,
): void {
  network.forEachNode((key, { label, type, size }) => {
    const state = { label, size, entityType: type, hidden: !nodes.has(key), fixed: pinned.has(key) };
    if (!drawing.hasNode(key)) drawing.addNode(key, { ...state, ...placeOf(drawing, network, key) });
    else if (differs(drawing.getNodeAttributes(key), state)) drawing.mergeNodeAttributes(key, state);
  });
}

/** sigma works at every change that it is told of, so it is told of none that is none. */
function differs(drawn: DrawnNodeAttributes, state: Omit<DrawnNodeAttributes, 'x' | 'y'>): boolean {
  return (
    drawn.hidden !== state.hidden ||
    drawn.fixed !== state.fixed ||
    drawn.size !== state.size ||
    drawn.label !== state.label ||
    drawn.entityType !== state.entityType
  );
}

function placeOf(drawing: Drawing, network: Network, key: string): { x: number; y: number } {
  const { x, y } = network.getNodeAttributes(key);
  const anchor = network.findNeighbor(key, (neighbour) => drawing.hasNode(neighbour));
  if (anchor === undefined) return { x, y };
  const settled = network.getNodeAttributes(anchor);
  const moved = drawing.getNodeAttributes(anchor);
  return { x: x + moved.x - settled.x, y: y + moved.y - settled.y };
}

/** Lines that are no longer wanted go, new ones come, changed ones change. */
export function drawLines(drawing: Drawing, lines: readonly Line[]): void {
  const wanted = new Map(lines.map((line) => [line.key, line]));
  for (const key of drawing.edges()) if (!wanted.has(key)) drawing.dropEdge(key);
  for (const [key, line] of wanted) {
    if (!drawing.hasEdge(key)) drawing.addDirectedEdgeWithKey(key, line.source, line.target, attributesOf(line));
    else if (!alike(drawing.getEdgeAttribute(key, 'line'), line))
      drawing.replaceEdgeAttributes(key, attributesOf(line));
  }
}

const attributesOf = (line: Line): DrawnLineAttributes => ({
  type: line.curvature === 0 ? 'straight' : 'bowed',
  curvature: line.curvature,
  dashes: DASHES[line.modality],
  arrow: line.directed ? 1 : 0,
  weight: line.edges.length,
  line,
});

const alike = (a: Line, b: Line): boolean =>
  a.curvature === b.curvature &&
  a.modality === b.modality &&
  a.edges.length === b.edges.length &&
  a.edges.every((edge, i) => edge === b.edges[i]);
