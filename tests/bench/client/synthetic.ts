import { ENTITY_TYPES, MODALITIES } from '../../../src/ontology.ts';
import type { GraphAnswer, SerializedEdge } from '../../../src/server/schemas/graph.ts';

type SerializedNode = GraphAnswer['nodes'][number];

const OPTIONS = { type: 'mixed', multi: true, allowSelfLoops: true } as const;
const TYPES = ['met', 'visited', 'leads', 'accused', 'works_for', 'located_in', 'supports', 'owns'];
const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'ta', 'vos', 'el', 'dar', 'nu', 'sha', 'pe', 'ril'];
/** Room that a node takes, as the server's layout has it. */
const SIDE = 110;

/** A random number from 0 to 1 that is the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A graph like those of news: communities of some eighty, few nodes with many edges, a tenth of the pairs with several.
 * The same figures give the same graph; the nodes with most edges come first, as the server has them.
 */
export function syntheticGraph(nodes: number, edges: number): GraphAnswer {
  const random = chance(nodes);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? from[0] ?? never();
  const communities = Math.max(1, Math.round(nodes / 80));
  const community = Array.from({ length: nodes }, () => Math.floor(random() * communities));
  const members = Array.from({ length: communities }, (): number[] => []);
  for (const [node, of] of community.entries()) members[of]?.push(node);

  const degree = new Array<number>(nodes).fill(0);
  const ends: [number, number][] = [];
  // Of two that are drawn by chance the one with the lower number is taken: low numbers become the hubs.
  const hub = (among: number): number => Math.min(Math.floor(random() * among), Math.floor(random() * among));
  while (ends.length < edges) {
    const repeated = ends.length > 0 && random() < 0.1;
    const a = hub(nodes);
    const near = members[community[a] ?? 0] ?? [];
    const [from, to] = repeated ? pick(ends) : [a, random() < 0.8 ? (near[hub(near.length)] ?? a) : hub(nodes)];
    if (from === to) continue;
    ends.push([from, to]);
    degree[from] = (degree[from] ?? 0) + 1;
    degree[to] = (degree[to] ?? 0) + 1;
  }

  const place = places(nodes, communities, random);
  const name = () => `${pick(SYLLABLES)}${pick(SYLLABLES)}${random() < 0.5 ? pick(SYLLABLES) : ''}`;
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const key = (node: number) => `person:synthetic-${node}`;
  const made = degree.map(
    (count, node): SerializedNode => ({
      key: key(node),
      attributes: {
        label: `${capital(name())} ${capital(name())}`,
        type: pick(ENTITY_TYPES),
        aliases: [],
        degree: count,
        articles: 1 + Math.floor(count / 2),
        mentionCount: 1 + count,
        firstDate: '2024-01-01',
        lastDate: '2024-06-30',
        ...place(community[node] ?? 0),
        size: Math.round(Math.min(20, 4 + 2.2 * Math.sqrt(count)) * 100) / 100,
      },
    }),
  );
  made.sort((a, b) => b.attributes.degree - a.attributes.degree);
  return {
    options: OPTIONS,
    attributes: { nodes, edges, shownNodes: nodes, shownEdges: edges, articles: nodes },
    nodes: made,
    edges: ends.map(([from, to], i) => edge(i, key(from), key(to), random)),
  };
}

function edge(number: number, source: string, target: string, random: () => number): SerializedEdge {
  const type = TYPES[Math.floor(random() * TYPES.length)] ?? 'met';
  const modality = random() < 0.85 ? 'actual' : (MODALITIES[Math.floor(random() * MODALITIES.length)] ?? 'actual');
  return {
    key: `e${number.toString(16).padStart(16, '0')}`,
    source,
    target,
    undirected: type === 'met',
    attributes: {
      type,
      predicate: type,
      date: `2024-${String(1 + Math.floor(random() * 6)).padStart(2, '0')}-15`,
      modality,
      attributedTo: [],
      confidence: 0.5 + random() / 2,
      weight: 1,
      sources: 1,
      evidenceCount: 1,
    },
  };
}

/** Communities on a spiral as of sunflower seeds, their members scattered about the middle. */
function places(nodes: number, communities: number, random: () => number) {
  const radius = SIDE * Math.sqrt(nodes / Math.PI);
  const spread = radius / Math.sqrt(communities);
  return (community: number) => {
    const turn = community * Math.PI * (3 - Math.sqrt(5));
    const out = radius * Math.sqrt((community + 0.5) / communities);
    const [angle, distance] = [random() * 2 * Math.PI, Math.sqrt(random()) * spread];
    return {
      x: Math.round(Math.cos(turn) * out + Math.cos(angle) * distance),
      y: Math.round(Math.sin(turn) * out + Math.sin(angle) * distance),
    };
  };
}

function never(): never {
  throw new RangeError('nothing to choose from');
}
