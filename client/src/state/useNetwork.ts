import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { edge as edgeQuery, fetchExpansion, graph as graphQuery, partOf } from '../api/queries.ts';
import type { Opening } from '../opening.ts';
import { saidAsked } from './asked.ts';
import { expansionOf } from './expansion.ts';
import type { Serialized } from './network.ts';
import { take as takeIn } from './take.ts';
import { useMore } from './useMore.ts';
import type { View } from './view.ts';
import { OPENING } from './viewState.ts';

/** Fills the network from the store: with what is asked for beside the graph that it opens on. */
export function useNetwork({ network, scope, scene, answer: opened }: Opening, view: View) {
  const queries = useQueryClient();
  const graph = useQuery(graphQuery(Math.min(view.limit, OPENING)));
  useMore(network, scope, scene, view, graph.data !== undefined && network.order > 0);

  /** @returns the nodes of the answer */
  const take = useCallback(
    (answer: Serialized, how?: 'quietly'): string[] => takeIn(answer, network, scene, how),
    [network, scene],
  );

  const { data } = graph;
  useEffect(() => {
    if (!data) return;
    void opened
      .catch(() => null)
      .then((first) => {
        if (data !== first) scope.open(take(data, network.order === 0 ? 'quietly' : undefined));
      });
  }, [data, opened, take, scope, network]);

  /** Fetches what a word of `expanded` asks for; `missing` nodes more there are. */
  const bring = useCallback(
    async (word: string, how?: 'quietly'): Promise<{ nodes: string[]; missing: number }> => {
      const { answers, missing } = await queries.fetchQuery({
        queryKey: ['expansion', word],
        queryFn: () => fetchExpansion(expansionOf(word)),
      });
      const nodes = answers.flatMap((answer) => answer.nodes.map(({ key }) => key));
      scope.bring(word, nodes);
      for (const answer of answers) take(answer, how);
      return { nodes, missing };
    },
    [queries, take, scope],
  );

  /** Shows what an article says, which is not always among what matters most. */
  const bringArticle = useCallback(
    async (article: string): Promise<void> => {
      await queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'graph' && of !== 'article' });
      const answer = await queries.fetchQuery({
        ...partOf(saidAsked({ sources: [], articles: [article] }), view.limit),
        staleTime: 0,
      });
      // The first article of all is the graph that it opens with.
      if (network.order === 0) await queries.invalidateQueries({ queryKey: ['graph'] });
      else scope.open(take(answer));
    },
    [queries, network, scope, take, view.limit],
  );

  // A link may name what the graph was not opened with.
  const { nodes, edge, expanded, around } = view;
  useEffect(() => {
    if (!data) return;
    const missing = [...nodes, ...around].filter((node) => !network.hasNode(node));
    for (const node of missing) void bring(node, 'quietly').then((found) => scope.open(found.nodes), ignore);
    for (const word of expanded) if (!scope.has(word)) void bring(word, 'quietly').catch(ignore);
    if (edge !== null && !network.hasEdge(edge))
      void queries
        .fetchQuery(edgeQuery(edge))
        .then((found) => bring(found.source.key, 'quietly'))
        .then((found) => scope.open(found.nodes), ignore);
  }, [data, nodes, edge, expanded, around, network, scope, bring, queries]);

  return { network, scope, graph, bring, take, bringArticle };
}

/** What cannot be had the panel says in its own words. */
const ignore = () => undefined;
