import type { ViewState } from '../state/viewState.ts';

export interface Place {
  x: number;
  y: number;
}

/** What arranging asks of a node. */
export interface Arranged {
  key: string;
  degree: number;
  community: number;
  /** First and last day of what tells of it, in milliseconds; null where no date is known. */
  days: readonly [number, number] | null;
  /** Where the server's layout has it. */
  home: Place;
}

/** Room of a node, as the server's layout gives it. */
const SIDE = 110;

type Layout = (nodes: readonly Arranged[]) => Map<string, Place>;

/** The same nodes always get the same places. y grows upwards. */
export const ARRANGEMENTS: Record<ViewState['layout'], Layout> = {
  force: (nodes) => new Map(nodes.map(({ key, home }) => [key, home])),
  circle,
  community,
  time,
};

const byDegree = (a: Arranged, b: Arranged): number => b.degree - a.degree || (a.key < b.key ? -1 : 1);

/** One ring, communities side by side. */
function circle(nodes: readonly Arranged[]): Map<string, Place> {
  const sorted = nodes.toSorted((a, b) => a.community - b.community || byDegree(a, b));
  const radius = Math.max(SIDE, (SIDE * 0.5 * sorted.length) / (2 * Math.PI));
  return new Map(
    sorted.map(({ key }, i) => {
      const turn = Math.PI / 2 - (2 * Math.PI * i) / sorted.length;
      return [key, { x: 1.4 * radius * Math.cos(turn), y: radius * Math.sin(turn) }];
    }),
  );
}

/** A disc for each community, the largest in the middle; in a disc those with most relations in the middle. */
function community(nodes: readonly Arranged[]): Map<string, Place> {
  const communities = new Map<number, Arranged[]>();
  for (const node of nodes.toSorted(byDegree)) {
    const members = communities.get(node.community);
    if (members) members.push(node);
    else communities.set(node.community, [node]);
  }
  // What was met first, by its first member, stays first among those as large.
  const sorted = [...communities.values()].sort((a, b) => b.length - a.length);
  const places = new Map<string, Place>();
  // Discs stand on a spiral that leaves as much room as all before took.
  let taken = 0;
  for (const [i, members] of sorted.entries()) {
    const radius = discRadius(members.length) + SIDE * 0.7;
    const out = i === 0 ? 0 : Math.sqrt(taken) + radius;
    const middle = onSpiral(i, out);
    taken += (1.35 * radius) ** 2;
    for (const [j, { key }] of members.entries()) {
      const { x, y } = onSpiral(j, SIDE * 0.56 * Math.sqrt(j));
      places.set(key, { x: 1.4 * (middle.x + x), y: middle.y + y });
    }
  }
  return places;
}

const discRadius = (members: number): number => SIDE * 0.56 * Math.sqrt(members);

/** Places on a spiral as of sunflower seeds (Vogel, Mathematical Biosciences 1979). */
function onSpiral(i: number, out: number): Place {
  const turn = i * Math.PI * (3 - Math.sqrt(5));
  return { x: out * Math.cos(turn), y: out * Math.sin(turn) };
}

/** From left to right by the middle of the days that tell of a node; those without a day in a column at the left. */
function time(nodes: readonly Arranged[]): Map<string, Place> {
  const dated = nodes.flatMap(({ days }) => (days ? [(days[0] + days[1]) / 2] : []));
  const [first, last] = [Math.min(...dated), Math.max(...dated)];
  const rows = Math.max(4, Math.ceil(Math.sqrt(nodes.length / 1.6)));
  const columns = Math.max(1, Math.ceil(nodes.length / rows) * 2);
  const columnOf = ({ days }: Arranged): number => {
    if (!days) return -2;
    if (last === first) return 0;
    return Math.round((((days[0] + days[1]) / 2 - first) / (last - first)) * columns);
  };
  const places = new Map<string, Place>();
  const stacks = new Map<number, number>();
  for (const node of nodes.toSorted(byDegree)) {
    const column = columnOf(node);
    const row = stacks.get(column) ?? 0;
    stacks.set(column, row + 1);
    // The first stands on the axis, the others by turns above and below.
    const y = (row % 2 === 0 ? -1 : 1) * Math.ceil(row / 2) * SIDE * 0.5;
    // Off the middle of the column, so that lines in it do not lie on each other.
    const aside = Math.sin(2.4 * row) * (last === first ? 3 : 0.5);
    places.set(node.key, { x: (1.4 * column + aside) * SIDE, y: y + (column % 2) * SIDE * 0.22 });
  }
  return places;
}
