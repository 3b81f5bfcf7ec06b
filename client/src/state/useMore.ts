import { useQuery } from '@tanstack/react-query';
import type { Part } from '../api/graphWorker.ts';
import { fetchParts } from '../api/parts.ts';
import type { Scope } from './expansion.ts';
import { merge, type Network } from './network.ts';
import { cameIn, type Scene } from './scene.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';
import { OPENING } from './viewState.ts';

/** Brings in more of a large graph than it opens with; the page answers meanwhile. */
export function useMore(network: Network, scope: Scope, scene: Store<Scene>, { limit }: View, opened: boolean) {
  return useQuery({
    queryKey: ['more', limit],
    enabled: opened && limit > OPENING,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const take = (part: Part) => {
        merge(network, part);
        scope.open(part.nodes.map(({ key }) => key));
      };
      await fetchParts(limit, take, signal);
      scene.update((value) => cameIn(value, []));
      return network.order;
    },
  });
}
