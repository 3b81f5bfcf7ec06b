import Graph from 'graphology';
import type { EntityType } from '../../../src/ontology.ts';
import type { Visible } from '../state/filters.ts';
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
export function drawNodes(drawing: Drawing, network: Network, { nodes }: Visible, pinned: ReadonlySet<string>): void {
  network.forEachNode((key, { label, type, size }) => {
    const state = { label, size, entityType: type, hidden: !nodes.has(key), fixed: pinned.has(key) };
    if (drawing.hasNode(key)) drawing.mergeNodeAttributes(key, state);
    else drawing.addNode(key, { ...state, ...placeOf(drawing, network, key) });
  });
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
    const attributes: DrawnLineAttributes = {
      type: line.curvature === 0 ? 'straight' : 'bowed',
      curvature: line.curvature,
      dashes: DASHES[line.modality],
      arrow: line.directed ? 1 : 0,
      weight: line.edges.length,
      line,
    };
    if (drawing.hasEdge(key)) drawing.replaceEdgeAttributes(key, attributes);
    else drawing.addDirectedEdgeWithKey(key, line.source, line.target, attributes);
  }
}
