import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { edge as edgeQuery, fetchNeighbours, graph as graphQuery } from '../api/queries.ts';
import { emptyNetwork, merge, type Network, type Serialized } from './network.ts';
import { cameIn, type Scene, show } from './scene.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

/** Fills the network from the store: with the graph that it opens on, and with what is asked for beside. */
export function useNetwork(scene: Store<Scene>, view: View) {
  const queries = useQueryClient();
  const [network] = useState<Network>(emptyNetwork);
  const graph = useQuery(graphQuery(view.limit));

  const take = useCallback(
    (answer: Serialized): string[] => {
      const first = network.order === 0;
      const added = merge(network, answer);
      scene.update((value) => cameIn(value, first ? [] : added));
      return added;
    },
    [network, scene],
  );

  const { data } = graph;
  useEffect(() => {
    if (data) take(data);
  }, [data, take]);

  /** @returns the nodes that were not there before */
  const bringIn = useCallback(
    async (node: string): Promise<string[]> => {
      const answer = await queries.fetchQuery({ queryKey: ['neighbours', node], queryFn: () => fetchNeighbours(node) });
      const before = scene.get().hidden;
      scene.update((value) =>
        show(
          value,
          answer.nodes.map(({ key }) => key),
        ),
      );
      const back = answer.nodes.filter(({ key }) => before.has(key)).map(({ key }) => key);
      return [...take(answer), ...back];
    },
    [queries, take, scene],
  );

  // A link, or a search, may name what the graph was not opened with.
  const { nodes, edge } = view;
  useEffect(() => {
    if (!data) return;
    for (const node of nodes) {
      scene.update((value) => show(value, [node]));
      if (!network.hasNode(node)) void bringIn(node).catch(() => undefined);
    }
    if (edge !== null && !network.hasEdge(edge))
      void queries
        .fetchQuery(edgeQuery(edge))
        .then((found) => bringIn(found.source.key))
        .catch(() => undefined);
  }, [data, nodes, edge, network, scene, bringIn, queries]);

  return { network, graph, bringIn, take };
}
