import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/extraction.ts';
import { foldGraph } from '../../../src/graph/index.ts';
import type { EdgeRow, NodeRow, Store } from '../../../src/store/index.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

async function listed(store: Store): Promise<NodeRow[]> {
  const { items } = await store.entities({ limit: 1000 });
  return items.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What each node sums up to, counted from the graph that the articles make. */
function counted(articles: readonly Extraction[]): NodeRow[] {
  const graph = foldGraph(articles);
  const dates = new Map(articles.map(({ article }) => [article.id, article.date]));
  return graph.mapNodes((key, { label, type, aliases, mentions }) => {
    const from = [...new Set(mentions.map(({ article }) => article))];
    const days = from.flatMap((id) => dates.get(id) ?? []).sort();
    return {
      key,
      label,
      type,
      aliases,
      degree: graph.degree(key),
      articles: from.length,
      mentionCount: mentions.length,
      firstDate: days[0] ?? null,
      lastDate: days.at(-1) ?? null,
    };
  });
}

/** One publisher under two spellings, and another. */
const PUBLISHERS: Record<string, string> = {
  'The Varna Post': 'varna',
  'the  varna post': 'varna',
  'Lisbon Daily': 'lisbon',
};

/** What each edge sums up to, as the store lists it. */
function summed(articles: readonly Extraction[]): EdgeRow[] {
  const graph = foldGraph(articles);
  const publishers = new Map(articles.map(({ article: { id, source } }) => [id, PUBLISHERS[source ?? ''] ?? id]));
  const edges = graph.mapEdges((key, { evidence, ...attributes }, source, target) => ({
    key,
    source,
    target,
    undirected: graph.isUndirected(key),
    ...attributes,
    sources: new Set(evidence.map(({ article }) => publishers.get(article))).size,
    evidenceCount: evidence.length,
  }));
  return edges.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The strongest neighbour of each node, and how many it has, itself included. */
function nearest(nodes: readonly NodeRow[], edges: readonly EdgeRow[]): { nodes: string[]; totalNodes: number }[] {
  return nodes.map(({ key }) => {
    const weights = new Map<string, number>();
    for (const { source, target, weight } of edges) {
      if (source !== key && target !== key) continue;
      const other = source === key ? target : source;
      weights.set(other, (weights.get(other) ?? 0) + weight);
    }
    const [strongest] = [...weights].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
    return { nodes: [key, ...(strongest ? [strongest[0]] : [])].sort(), totalNodes: weights.size + 1 };
  });
}

async function nearestListed(store: Store, nodes: readonly NodeRow[]): Promise<ReturnType<typeof nearest>> {
  const found = [];
  for (const { key } of nodes) {
    const near = await store.neighbours(key, { depth: 1, limit: 1, direction: 'both' });
    found.push({ nodes: near?.nodes.map((node) => node.key) ?? [], totalNodes: near?.totalNodes ?? 0 });
  }
  return found;
}

describe('the totals of nodes and edges', () => {
  it('are those of the articles that are there, whatever comes and goes in whatever order', async () => {
    const names = ['Mara Ilves', 'Tomas Reyl', 'Tomás Reyl', 'Ilves', 'HWU', 'Harbour Workers Union', 'Bulgaria'];
    const clause = fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('met', 'will meet', 'criticized'),
        fc.constantFrom(...names),
        fc.constantFrom('', ' in Varna', ' in Bulgaria', ' on 2024-04', ' on 2024-99'),
        fc.constantFrom('', ', Northern Gazette said', ', HWU said', ', Oda Brandt said'),
      )
      .map(([subject, verb, object, where, source]) => `${subject} ${verb} ${object}${where}${source}.`);
    const introduced = fc.constant('Harbour Workers Union, or HWU, grew.');
    const date = fc.constantFrom('2024-05-01', '2024-05-02', '2023-12-24', undefined);
    const source = fc.constantFrom(...Object.keys(PUBLISHERS), undefined);
    const article = fc
      .tuple(
        fc.array(fc.oneof({ weight: 5, arbitrary: clause }, introduced), { minLength: 1, maxLength: 4 }),
        date,
        source,
      )
      .map(([clauses, day, publisher]) =>
        plain(clauses.join(' '), {
          ...(day !== undefined && { date: day }),
          ...(publisher !== undefined && { source: publisher }),
        }),
      );
    const turn = fc.record({ add: fc.boolean(), which: fc.nat(5) });
    const store = await temporaryStore();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(article, { minLength: 6, maxLength: 6, selector: (one) => one.article.id }),
        fc.array(turn, { minLength: 4, maxLength: 10 }),
        async (pool, turns) => {
          const there = new Map<string, Extraction>();
          for (const { add, which } of turns) {
            const extraction = pool[which];
            if (!extraction) continue;
            if (add) {
              await store.addExtraction(extraction);
              if (!there.has(extraction.article.id)) there.set(extraction.article.id, extraction);
            } else {
              await store.removeArticle(extraction.article.id);
              there.delete(extraction.article.id);
            }
          }
          const found = await listed(store);
          const { edges } = await store.graph({ limit: 1000 });
          const near = await nearestListed(store, found);
          for (const id of there.keys()) await store.removeArticle(id);
          expect(found).toEqual(counted([...there.values()]));
          expect(edges).toEqual(summed([...there.values()]));
          expect(near).toEqual(nearest(found, edges));
          expect(await listed(store)).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });
});
