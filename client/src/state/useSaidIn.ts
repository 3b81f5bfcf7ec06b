import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { saidIn } from '../api/queries.ts';
import type { Scope } from './expansion.ts';
import type { Serialized } from './network.ts';
import type { View } from './view.ts';

/** What brings in the nodes of the sources and articles that were chosen. */
export const SAID_IN = 'said in';

/**
 * The edges that the chosen sources or articles say; null where none is chosen. Only the store knows who says what.
 *
 * @param take takes an answer into the network, and gives its nodes
 */
export function useSaidIn(
  { sources, articles, limit }: View,
  scope: Scope,
  take: (answer: Serialized) => string[],
): ReadonlySet<string> | null {
  const asked = sources.length + articles.length > 0;
  const { data } = useQuery({ ...saidIn(sources, articles, limit), enabled: asked });
  useEffect(() => {
    if (data) scope.bring(SAID_IN, take(data));
  }, [data, scope, take]);
  return useMemo(() => (asked && data ? new Set(data.edges.map(({ key }) => key)) : null), [asked, data]);
}
