import type { EdgeDetail, EntityRef } from '../../../src/server/schemas/edges.ts';

export type Way = 'out' | 'in' | 'both';

/** An edge as one of its ends sees it. */
export interface Tie {
  edge: EdgeDetail;
  other: EntityRef;
}

export interface TieGroup {
  type: string;
  way: Way;
  ties: Tie[];
}

/** The edges of a node by relation and direction, the largest group first and in it the newest edge. */
export function groupTies(node: string, edges: readonly EdgeDetail[]): TieGroup[] {
  const groups = new Map<string, TieGroup>();
  for (const edge of edges) {
    const outward = edge.source.key === node;
    const way: Way = edge.undirected ? 'both' : outward ? 'out' : 'in';
    const key = `${edge.attributes.type} ${way}`;
    const group = groups.get(key) ?? { type: edge.attributes.type, way, ties: [] };
    group.ties.push({ edge, other: outward ? edge.target : edge.source });
    groups.set(key, group);
  }
  const newest = ({ edge }: Tie) => edge.attributes.date ?? edge.evidence[0]?.articleDate ?? '';
  for (const group of groups.values()) group.ties.sort((a, b) => newest(b).localeCompare(newest(a)));
  return [...groups.values()].sort((a, b) => b.ties.length - a.ties.length || a.type.localeCompare(b.type));
}
