import type { ContradictionKind } from '../graph/index.ts';
import type { EntityType, Modality } from '../ontology.ts';
import type { EdgeRow, PlacedNode } from './views.ts';

/** One page of a list; `next` is null on the last, else what to give as `after`. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PageQuery {
  limit: number;
  after?: string | undefined;
}

export interface EdgeFilter {
  type?: readonly string[] | undefined;
  modality?: readonly Modality[] | undefined;
  /** First and last day, ISO 8601. */
  from?: string | undefined;
  to?: string | undefined;
  /** At least. */
  confidence?: number | undefined;
  weight?: number | undefined;
  /** Said by an article of one of these publishers, or by one of these articles. */
  source?: readonly string[] | undefined;
  article?: readonly string[] | undefined;
}

export interface DirectedFilter extends EdgeFilter {
  direction: 'in' | 'out' | 'both';
}

/** Edges that fit, and nodes of these types alone. */
export interface GraphFilter extends EdgeFilter {
  entityType?: readonly EntityType[] | undefined;
}

export interface GraphQuery extends GraphFilter {
  /** Nodes at most. */
  limit: number;
}

export interface NeighboursQuery extends GraphFilter, DirectedFilter {
  depth: number;
  /** Neighbours at most, the start apart. */
  limit: number;
}

/** A part of the graph, and how much there is beside it. */
export interface Subgraph {
  nodes: PlacedNode[];
  edges: EdgeRow[];
  /** Nodes and edges that fit the question; within reach of a truncated frontier, as far as they were counted. */
  totalNodes: number;
  totalEdges: number;
}

export interface Neighbourhood extends Subgraph {
  start: string;
  truncated: boolean;
}

/** How two nodes hang together. */
export interface PathsQuery extends EdgeFilter {
  start: string;
  end: string;
  /** Steps at most. */
  max: number;
  /** Paths at most. */
  limit: number;
}

export interface Paths extends Subgraph {
  start: string;
  end: string;
  /** All of one length, the most attested first; `edges` holds those of each step. */
  paths: { nodes: string[]; edges: string[][] }[];
  totalPaths: number;
  /** The search was ended by its size. */
  truncated: boolean;
}

export interface ContradictionsQuery extends PageQuery {
  kind?: ContradictionKind | undefined;
  /** Those that are about this node, or hang on this edge. */
  entity?: string | undefined;
  edge?: string | undefined;
}
