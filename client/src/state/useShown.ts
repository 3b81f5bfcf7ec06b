import { useMemo } from 'react';
import type { Scope } from './expansion.ts';
import { type Kinds, kinds, type Shown, sift } from './filters.ts';
import type { Network } from './network.ts';
import type { Scene } from './scene.ts';
import { type Store, useStore } from './store.ts';
import { SAID_IN } from './useSaidIn.ts';
import type { View } from './view.ts';
import { addressOf, EMPTY_VIEW, viewOf } from './viewState.ts';

const { nodes, edge, article, at, between, pinned, color, size, layout, show } = EMPTY_VIEW;
/** What of a view has no say in which nodes and edges are left. */
const OF_NO_MATTER = { nodes, edge, article, at, between, pinned, color, size, layout, show };

/**
 * What of the network is left under filters and hiding; reckoned once, for all who show it.
 *
 * @param said the edges that the chosen sources and articles say; null for all
 */
export function useShown(
  network: Network,
  scope: Scope,
  scene: Store<Scene>,
  view: View,
  said: ReadonlySet<string> | null,
): Shown {
  const version = useStore(scene, (value) => value.version);
  const question = addressOf({ ...view, ...OF_NO_MATTER });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the network changes in place, and `version` with it
  const sifted = useMemo(() => {
    const sieve = viewOf(question);
    const words = said === null ? sieve.expanded : [...sieve.expanded, SAID_IN];
    return sift(network, scope.under(words), sieve, said);
  }, [network, version, scope, question, said]);
  // A chosen node stays; most are there anyway, and then a click sifts nothing anew.
  const kept = view.nodes.filter((node) => network.hasNode(node) && !sifted.nodes.has(node)).join('\n');
  return useMemo(
    () => (kept === '' ? sifted : { ...sifted, nodes: new Set([...sifted.nodes, ...kept.split('\n')]) }),
    [sifted, kept],
  );
}

/** What there is in the network, reckoned anew when something comes in. */
export function useKinds(network: Network, scene: Store<Scene>): Kinds {
  const version = useStore(scene, (value) => value.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the network changes in place, and `version` with it
  return useMemo(() => kinds(network), [network, version]);
}
