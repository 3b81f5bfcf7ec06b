/** Clusters of mentions; a mention is any number that is its own. */
export type Clusters = readonly ReadonlySet<number>[];

/** Sums that precision (`precise` / `found`) and recall (`hits` / `golds`) are made of, so that articles add up. */
export interface Sums {
  hits: number;
  golds: number;
  precise: number;
  found: number;
}

export type Tally = Record<'muc' | 'b3' | 'ceafe', Sums>;

/**
 * MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998) and CEAF with the entity measure φ4 (Luo 2005), of predicted
 * against gold clusters. Mentions that only one side has count against it, as in the reference scorer (Pradhan et al. 2014).
 */
export function scoreClusters(gold: Clusters, predicted: Clusters): Tally {
  const [hits, golds] = links(gold, predicted);
  const [precise, found] = links(predicted, gold);
  const [b3Hits, b3Golds] = overlaps(gold, predicted);
  const [b3Precise, b3Found] = overlaps(predicted, gold);
  const similarity = bestAlignment(gold, predicted);
  return {
    muc: { hits, golds, precise, found },
    b3: { hits: b3Hits, golds: b3Golds, precise: b3Precise, found: b3Found },
    ceafe: { hits: similarity, golds: gold.length, precise: similarity, found: predicted.length },
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  const add = (key: keyof Tally): Sums =>
    tallies.reduce(
      (all, { [key]: one }) => ({
        hits: all.hits + one.hits,
        golds: all.golds + one.golds,
        precise: all.precise + one.precise,
        found: all.found + one.found,
      }),
      { hits: 0, golds: 0, precise: 0, found: 0 },
    );
  return { muc: add('muc'), b3: add('b3'), ceafe: add('ceafe') };
}

function clusterOf(clusters: Clusters): Map<number, number> {
  const index = new Map<number, number>();
  for (const [at, cluster] of clusters.entries()) for (const mention of cluster) index.set(mention, at);
  return index;
}

/** Of the links that hold the clusters together, those that the other side has too. */
function links(of: Clusters, other: Clusters): [kept: number, all: number] {
  const index = clusterOf(other);
  let [kept, all] = [0, 0];
  for (const cluster of of) {
    const parts = new Set<number>();
    let alone = 0;
    for (const mention of cluster) {
      const at = index.get(mention);
      if (at === undefined) alone++;
      else parts.add(at);
    }
    kept += cluster.size - parts.size - alone;
    all += cluster.size - 1;
  }
  return [kept, all];
}

function overlaps(of: Clusters, other: Clusters): [shared: number, mentions: number] {
  const index = clusterOf(other);
  let [shared, mentions] = [0, 0];
  for (const cluster of of) {
    const counts = new Map<number, number>();
    for (const mention of cluster) {
      const at = index.get(mention);
      if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    for (const count of counts.values()) shared += (count * count) / cluster.size;
    mentions += cluster.size;
  }
  return [shared, mentions];
}

/** The greatest total similarity of a one-to-one alignment of clusters, by the Hungarian algorithm. */
function bestAlignment(gold: Clusters, predicted: Clusters): number {
  const index = clusterOf(predicted);
  const size = Math.max(gold.length, predicted.length);
  const gain = gold.map((cluster) => {
    const row = new Map<number, number>();
    for (const mention of cluster) {
      const at = index.get(mention);
      if (at !== undefined) row.set(at, (row.get(at) ?? 0) + 1);
    }
    for (const [at, count] of row) row.set(at, (2 * count) / (cluster.size + (predicted[at]?.size ?? 0)));
    return row;
  });
  return hungarian(size, (row, column) => gain[row]?.get(column) ?? 0);
}

/** @see Kuhn 1955; the potentials form, O(n³) */
function hungarian(size: number, gain: (row: number, column: number) => number): number {
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(size + 1);
    const done = new Uint8Array(size + 1);
    do {
      done[column] = 1;
      const current = rowOf[column] ?? 0;
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let at = 1; at <= size; at++) {
        if (done[at]) continue;
        const cost = -gain(current - 1, at - 1) - (rowPotential[current] ?? 0) - (columnPotential[at] ?? 0);
        if (cost < (least[at] ?? 0)) {
          least[at] = cost;
          from[at] = column;
        }
        if ((least[at] ?? 0) < delta) [delta, next] = [least[at] ?? 0, at];
      }
      for (let at = 0; at <= size; at++) {
        if (done[at]) {
          const owner = rowOf[at] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[at] = (columnPotential[at] ?? 0) - delta;
        } else least[at] = (least[at] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = from[column] ?? 0) rowOf[column] = rowOf[from[column] ?? 0] ?? 0;
  }
  let total = 0;
  for (let column = 1; column <= size; column++) total += gain((rowOf[column] ?? 0) - 1, column - 1);
  return total;
}
