import type { Page, Store } from '../../src/store/index.ts';

const PAGE = 500;

async function all<T>(page: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ; ) {
    const { items: more, next } = await page(after);
    items.push(...more);
    if (next === null) return items;
    after = next;
  }
}

/** What a store sums up beside what it exports: totals of each node, contradictions, and what filters can ask for. */
export async function listings(store: Store) {
  const nodes = await all((after) => store.entities({ limit: PAGE, after }));
  const contradictions = await all((after) => store.contradictions({ limit: PAGE, after }));
  const facets = await store.facets();
  return { nodes: nodes.sort((a, b) => (a.key < b.key ? -1 : 1)), contradictions, facets };
}
