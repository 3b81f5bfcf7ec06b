import { ENTITY_TYPES, type EntityType, MODALITIES, type Modality } from '../../../src/ontology.ts';
import type { Network } from './network.ts';

/** What is switched off. Nothing is off to begin with, so that an empty URL shows everything. */
export interface Filters {
  types: readonly EntityType[];
  relations: readonly string[];
  modalities: readonly Modality[];
}

export interface Visible {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/**
 * What is left of the network under the filters. A node whose every edge was filtered away goes with them; a node that
 * never had one stays, and so does any in `keep`.
 */
export function visible(
  network: Network,
  filters: Filters,
  hidden: ReadonlySet<string>,
  keep: readonly string[] = [],
): Visible {
  const off = {
    types: new Set(filters.types),
    relations: new Set(filters.relations),
    modalities: new Set(filters.modalities),
  };
  const allowed = (node: string) => !hidden.has(node) && !off.types.has(network.getNodeAttribute(node, 'type'));
  const nodes = new Set<string>(keep.filter((node) => network.hasNode(node)));
  const edges = new Set<string>();
  network.forEachEdge((edge, attributes, source, target) => {
    if (off.relations.has(attributes.type) || off.modalities.has(attributes.modality)) return;
    if (!allowed(source) || !allowed(target)) return;
    edges.add(edge);
    nodes.add(source).add(target);
  });
  network.forEachNode((node) => {
    if (network.degree(node) === 0 && allowed(node)) nodes.add(node);
  });
  return { nodes, edges };
}

export interface Counts {
  types: { type: EntityType; count: number }[];
  /** The commonest first. */
  relations: { type: string; count: number }[];
  modalities: { modality: Modality; count: number }[];
}

/** How much there is of each kind, whatever the filters say. */
export function counts(network: Network): Counts {
  const types = new Map<string, number>();
  const relations = new Map<string, number>();
  const modalities = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  network.forEachNode((_, { type }) => add(types, type));
  network.forEachEdge((_, { type, modality }) => {
    add(relations, type);
    add(modalities, modality);
  });
  return {
    types: ENTITY_TYPES.map((type) => ({ type, count: types.get(type) ?? 0 })).filter(({ count }) => count > 0),
    relations: [...relations]
      .map(([type, count]) => ({ type, count }))
      .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type)),
    modalities: MODALITIES.map((modality) => ({ modality, count: modalities.get(modality) ?? 0 })),
  };
}
