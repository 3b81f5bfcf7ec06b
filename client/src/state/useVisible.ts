import { useMemo } from 'react';
import { useExplorer } from '../explorer.ts';
import { visible } from './filters.ts';
import { useStore } from './store.ts';

/** What of the network is left under filters and hiding; kept until one of them changes. */
export function useVisible() {
  const { network, scene, view } = useExplorer();
  const version = useStore(scene, (value) => value.version);
  const hidden = useStore(scene, (value) => value.hidden);
  const { nodes, types, relations, modalities } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the network changes in place, and `version` with it
  return useMemo(
    () => visible(network, { types, relations, modalities }, hidden, nodes),
    [network, version, hidden, types, relations, modalities, nodes],
  );
}
