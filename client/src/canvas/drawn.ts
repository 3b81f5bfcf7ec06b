import Graph from 'graphology';
import type { EntityType } from '../../../src/ontology.ts';
import type { Line } from '../state/lines.ts';
import type { Network } from '../state/network.ts';
import { each } from '../state/slices.ts';
import type { Pin } from '../state/viewState.ts';

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
  /** Its relations that are not here, whether filtered or never fetched. */
  missing: number;
}

export interface DrawnLineAttributes {
  hidden: boolean;
  line: Line;
}

export type Drawing = Graph<DrawnNodeAttributes, DrawnLineAttributes>;

export const emptyDrawing = (): Drawing => new Graph({ type: 'mixed', multi: true, allowSelfLoops: true });

/**
 * Brings the drawing in step with the network, bit by bit: see slices.ts.
 *
 * @param shown nodes that are not hidden
 */
export function* draw(
  drawing: Drawing,
  network: Network,
  shown: ReadonlySet<string>,
  pins: readonly Pin[],
  lines: readonly Line[],
): Generator<void> {
  yield* drawNodes(drawing, network, shown, new Set(pins.map(({ node }) => node)));
  for (const { node, x, y } of pins) if (drawing.hasNode(node)) move(drawing, node, { x, y });
  yield* drawLines(drawing, lines);
}

export function move(drawing: Drawing, node: string, { x, y }: { x: number; y: number }): void {
  const now = drawing.getNodeAttributes(node);
  if (now.x !== x || now.y !== y) drawing.mergeNodeAttributes(node, { x, y });
}

/**
 * Nodes that stand already keep their places; a new one comes to stand to a neighbour that is there as the server's
 * layout has them, wherever that neighbour was moved to.
 */
function* drawNodes(
  drawing: Drawing,
  network: Network,
  shown: ReadonlySet<string>,
  pinned: ReadonlySet<string>,
): Generator<void> {
  yield* each(network.nodes(), (key) => {
    const { label, type, size, degree } = network.getNodeAttributes(key);
    const state = {
      label,
      size,
      entityType: type,
      hidden: !shown.has(key),
      fixed: pinned.has(key),
      missing: Math.max(0, degree - network.degree(key)),
    };
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
    drawn.entityType !== state.entityType ||
    drawn.missing !== state.missing
  );
}

function placeOf(drawing: Drawing, network: Network, key: string): { x: number; y: number } {
  const { x, y } = network.getNodeAttributes(key);
  const anchor = network.findNeighbor(key, (neighbour) => drawing.hasNode(neighbour));
  if (anchor === undefined) return { x, y };
  const settled = network.getNodeAttributes(anchor);
  const moved = drawing.getNodeAttributes(anchor);
  return { x: x + (moved.x - settled.x), y: y + (moved.y - settled.y) };
}

/** Lines that are no longer wanted are hidden: at each that goes sigma would read the whole graph anew. */
function* drawLines(drawing: Drawing, lines: readonly Line[]): Generator<void> {
  const wanted = new Set<string>();
  yield* each(lines, (line) => {
    wanted.add(line.key);
    if (!drawing.hasEdge(line.key))
      drawing.addDirectedEdgeWithKey(line.key, line.source, line.target, attributesOf(line));
    else if (changed(drawing.getEdgeAttributes(line.key), line))
      drawing.replaceEdgeAttributes(line.key, attributesOf(line));
  });
  yield* each(drawing.edges(), (key) => {
    if (!wanted.has(key) && !drawing.getEdgeAttribute(key, 'hidden')) drawing.setEdgeAttribute(key, 'hidden', true);
  });
}

const attributesOf = (line: Line): DrawnLineAttributes => ({
  hidden: false,
  line,
});

const changed = ({ hidden, line }: DrawnLineAttributes, now: Line): boolean => hidden || !alike(line, now);

const alike = (a: Line, b: Line): boolean =>
  a === b ||
  (a.curvature === b.curvature &&
    a.modality === b.modality &&
    a.sources === b.sources &&
    a.edges.length === b.edges.length &&
    a.edges.every((edge, i) => edge === b.edges[i]));
