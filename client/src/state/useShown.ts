import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { facets } from '../api/queries.ts';
import { FITTING, SAID_IN, type Scope } from './expansion.ts';
import { filtersSet, type Kinds, kinds, kindsOfStore, NO_KINDS, NONE_SHOWN, type Shown, sift } from './filters.ts';
import type { Network } from './network.ts';
import type { Scene } from './scene.ts';
import { type Store, useStore } from './store.ts';
import { useInSlices } from './useInSlices.ts';
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
  const begin = useCallback(() => {
    const sieve = viewOf(question);
    const asked = [...(said === null ? [] : [SAID_IN]), ...(filtersSet(sieve) > 0 ? [FITTING] : [])];
    return sift(network, scope.under([...sieve.expanded, ...asked]), sieve, said);
  }, [network, version, scope, question, said]);
  const sifted = useInSlices(begin, NONE_SHOWN);
  // A chosen node stays; most are there anyway, and then a click sifts nothing anew.
  const kept = view.nodes.filter((node) => network.hasNode(node) && !sifted.nodes.has(node)).join('\n');
  return useMemo(
    () => (kept === '' ? sifted : { ...sifted, nodes: new Set([...sifted.nodes, ...kept.split('\n')]) }),
    [sifted, kept],
  );
}

/**
 * What there is of each kind: in the network or, where only a part of the store is here, in the store.
 *
 * @param nodes how many the store has
 */
export function useKinds(network: Network, scope: Scope, scene: Store<Scene>, nodes: number): Kinds {
  const version = useStore(scene, (value) => value.version);
  const { data } = useQuery({ ...facets(), enabled: version > 0 && scope.opened > 0 && scope.opened < nodes });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the network changes in place, and `version` with it
  const begin = useCallback(() => kinds(network), [network, version]);
  const here = useInSlices(begin, NO_KINDS);
  const isPart = scope.opened < nodes;
  return useMemo(() => (data && isPart ? kindsOfStore(here, data) : here), [here, data, isPart]);
}
