import type { EntityType, Modality } from '../../../src/ontology.ts';
import type { EdgeAttributes, Facets } from '../../../src/server/schemas/graph.ts';
import { daysOf, within } from './dates.ts';
import type { Network } from './network.ts';
import { reach } from './reach.ts';
import { each } from './slices.ts';
import type { NO_FILTERS, ViewState } from './viewState.ts';

export type Filters = Pick<ViewState, keyof typeof NO_FILTERS>;
export type Sieve = Filters & Pick<ViewState, 'nodes' | 'hidden' | 'around' | 'depth'>;

export interface Shown {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  /** How many nodes and edges the filters take out; what is hidden one by one is not among them. */
  filtered: { nodes: number; edges: number };
  counts: Counts;
}

/** How many there are of each kind under all other filters: what switching it on shows. */
export interface Counts {
  types: ReadonlyMap<EntityType, number>;
  relations: ReadonlyMap<string, number>;
  modalities: ReadonlyMap<Modality, number>;
  /** Edges by their date. */
  dates: ReadonlyMap<string, number>;
  undated: number;
}

export const NONE_SHOWN: Shown = {
  nodes: new Set(),
  edges: new Set(),
  filtered: { nodes: 0, edges: 0 },
  counts: { types: new Map(), relations: new Map(), modalities: new Map(), dates: new Map(), undated: 0 },
};

/** How many filters are set. */
export const filtersSet = (filters: Filters): number =>
  filters.types.length +
  filters.relations.length +
  filters.modalities.length +
  [
    filters.confidence > 0,
    filters.weight > 1,
    filters.sources.length > 0,
    filters.articles.length > 0,
    filters.since !== null || filters.until !== null,
    !filters.undated,
  ].filter(Boolean).length;

/**
 * What is left of the network, reckoned bit by bit: see slices.ts. Where something is asked of edges, a node whose every
 * edge was filtered away goes with them; a node that never had one stays, and so does a chosen one. Types alone take no
 * node of another type away.
 *
 * @param inPicture whether a node was opened with or asked for
 * @param said the edges that the chosen sources and articles say; null for all
 */
export function* sift(
  network: Network,
  inPicture: (node: string) => boolean,
  sieve: Sieve,
  said: ReadonlySet<string> | null = null,
): Generator<void, Shown> {
  if (network.order === 0) return NONE_SHOWN;
  const hidden = new Set(sieve.hidden);
  const candidate = (node: string) => inPicture(node) && !hidden.has(node);
  const typesOff = new Set(sieve.types);
  const typeOff = (node: string) => typesOff.has(network.getNodeAttribute(node, 'type'));
  const alike = (a: string, b: string) => network.getNodeAttribute(a, 'type') === network.getNodeAttribute(b, 'type');
  const failing = edgeTests(sieve, said);

  const nodes = new Set<string>();
  const edges = new Set<string>();
  /** Nodes that would be there if only their type were on. */
  const possible = new Set<string>();
  const counts = {
    relations: new Map<string, number>(),
    modalities: new Map<Modality, number>(),
    dates: new Map<string, number>(),
    undated: 0,
  };
  /** Nodes that have an edge as long as nothing is filtered. */
  const tied = new Set<string>();
  let all = 0;
  yield* each(network.edgeEntries(), ({ edge, attributes, source, target }) => {
    if (!candidate(source) || !candidate(target)) return;
    all++;
    tied.add(source).add(target);
    const { type, modality, date } = attributes;
    const [sourceOff, targetOff] = [typeOff(source), typeOff(target)];
    const fails = failing(edge, attributes);
    const passes = fails.length === 0;
    const only = fails.length === 1 ? fails[0] : undefined;
    if (passes) {
      if (!targetOff || alike(source, target)) possible.add(source);
      if (!sourceOff || alike(source, target)) possible.add(target);
    }
    if (sourceOff || targetOff) return;
    if (passes) {
      edges.add(edge);
      nodes.add(source).add(target);
    }
    if (passes || only === 'relation') add(counts.relations, type);
    if (passes || only === 'modality') add(counts.modalities, modality);
    if (passes || only === 'time') {
      if (date === undefined) counts.undated++;
      else add(counts.dates, date);
    }
  });

  // What no relation tells of has no time, and nobody says it.
  const untold = said === null && sieve.since === null && sieve.until === null && sieve.undated;
  const asksOfEdges = said !== null || filtersSet({ ...sieve, types: [] }) > 0;
  const types = new Map<EntityType, number>();
  let alone = 0;
  yield* each(network.nodeEntries(), ({ node, attributes }) => {
    if (!candidate(node)) return;
    const { type } = attributes;
    const untied = network.degree(node) === 0;
    if (untied) alone++;
    const stays = (untied && untold) || (!asksOfEdges && tied.has(node));
    if (stays && !typesOff.has(type)) nodes.add(node);
    if (stays || possible.has(node)) add(types, type);
  });
  const filtered = { nodes: tied.size + alone - nodes.size, edges: all - edges.size };
  const near =
    sieve.around.length === 0 ? { nodes, edges } : reach(network, { nodes, edges }, sieve.around, sieve.depth);
  const kept = sieve.nodes.filter((node) => network.hasNode(node));
  return { nodes: new Set([...near.nodes, ...kept]), edges: near.edges, filtered, counts: { types, ...counts } };
}

type Test = 'relation' | 'modality' | 'sureness' | 'time' | 'said in';

/** Which of the filters of edges an edge does not pass. */
function edgeTests(
  sieve: Filters,
  said: ReadonlySet<string> | null,
): (edge: string, attributes: EdgeAttributes) => Test[] {
  const relations = new Set(sieve.relations);
  const modalities = new Set(sieve.modalities);
  const { since, until, undated } = sieve;
  const inTime = (date: string | undefined): boolean => {
    const days = date === undefined ? null : daysOf(date);
    return days === null ? undated : within(days, since, until);
  };
  const confidence = sieve.confidence / 100;
  return (edge, { type, modality, confidence: sure, weight, date }) => {
    const fails: Test[] = [];
    if (relations.has(type)) fails.push('relation');
    if (modalities.has(modality)) fails.push('modality');
    if (sure < confidence || weight < sieve.weight) fails.push('sureness');
    if (!inTime(date)) fails.push('time');
    if (said !== null && !said.has(edge)) fails.push('said in');
    return fails;
  };
}

const add = <K>(map: Map<K, number>, key: K): unknown => map.set(key, (map.get(key) ?? 0) + 1);

export interface Kinds {
  /** Whether types, relations and modalities are counted in the whole store, of which only a part is here. */
  ofStore: boolean;
  types: ReadonlyMap<EntityType, number>;
  modalities: ReadonlyMap<Modality, number>;
  /** The commonest first. */
  relations: readonly (readonly [type: string, edges: number])[];
  dates: ReadonlyMap<string, number>;
  /** The most articles that say one edge, and the most sources that stand behind one. */
  heaviest: number;
  sources: number;
}

export const NO_KINDS: Kinds = {
  ofStore: false,
  types: new Map(),
  modalities: new Map(),
  relations: [],
  dates: new Map(),
  heaviest: 1,
  sources: 1,
};

/** Everything that there is of each kind, whatever the filters say. Reckoned bit by bit: see slices.ts. */
export function* kinds(network: Network): Generator<void, Kinds> {
  const types = new Map<EntityType, number>();
  const relations = new Map<string, number>();
  const modalities = new Map<Modality, number>();
  const dates = new Map<string, number>();
  let [heaviest, sources] = [1, 1];
  network.forEachNode((_, { type }) => add(types, type));
  yield* each(network.edgeEntries(), ({ attributes }) => {
    const { type, modality, date, weight, sources: behind } = attributes;
    add(relations, type);
    add(modalities, modality);
    if (date !== undefined) add(dates, date);
    heaviest = Math.max(heaviest, weight);
    sources = Math.max(sources, behind);
  });
  const commonest = [...relations].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return { ofStore: false, types, modalities, relations: commonest, dates, heaviest, sources };
}

/** The same, with what can be counted in the whole store counted there. */
export const kindsOfStore = (here: Kinds, { entityTypes, modalities, types }: Facets): Kinds => ({
  ...here,
  ofStore: true,
  types: new Map(entityTypes.values.map(({ value, count }) => [value, count])),
  modalities: new Map(modalities.values.map(({ value, count }) => [value, count])),
  relations: types.values.map(({ value, count }) => [value, count]),
});
