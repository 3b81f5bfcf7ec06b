import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { partOf } from '../api/queries.ts';
import { partAsked, saidAsked } from './asked.ts';
import { FITTING, SAID_IN, type Scope } from './expansion.ts';
import { filtersSet, type Kinds } from './filters.ts';
import type { Serialized } from './network.ts';
import type { View } from './view.ts';
import { OPENING } from './viewState.ts';

/** Filters are moved: the store is asked where they come to rest. */
const REST = 250;

/** What the filters leave in the whole store. */
export interface Asked {
  /** The edges that the chosen sources or articles say; null where none is chosen. Only the store knows who says what. */
  said: ReadonlySet<string> | null;
  /** How many nodes of the whole store fit, where the store was asked for them. */
  fitting: number | null;
}

/**
 * Asks the store for what the filters leave, where what is here cannot tell: who says what, and nodes that a large
 * graph did not open with.
 *
 * @param take takes an answer into the network, and gives its nodes
 */
export function useAsked(view: View, kinds: Kinds, scope: Scope, take: (answer: Serialized) => string[]): Asked {
  const limit = Math.max(view.limit, OPENING);
  const whose = saidAsked(view);
  const [wanted] = useDebouncedValue(kinds.ofStore && filtersSet(view) > 0 ? partAsked({ kinds, view }) : '', REST);
  const saying = useQuery(partOf(whose, limit)).data;
  const fitting = useQuery(partOf(wanted, limit)).data;
  useEffect(() => {
    if (saying) scope.bring(SAID_IN, take(saying));
  }, [saying, scope, take]);
  useEffect(() => {
    if (fitting) scope.bring(FITTING, take(fitting));
  }, [fitting, scope, take]);

  const [isWhose, isWanted] = [whose !== '', wanted !== ''];
  const said = useMemo(() => {
    if (!isWhose || !saying) return null;
    return new Set([...saying.edges, ...((isWanted && fitting?.edges) || [])].map(({ key }) => key));
  }, [isWhose, saying, isWanted, fitting]);
  return { said, fitting: isWanted && fitting ? fitting.attributes.nodes : null };
}
