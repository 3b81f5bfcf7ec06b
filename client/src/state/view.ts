import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { ENTITY_TYPES, MODALITIES } from '../../../src/ontology.ts';

const list = parseAsArrayOf(parseAsString).withDefault([]);

/** All of a view that a link carries: what is chosen, as levels that Esc closes one by one, and what is filtered out. */
const view = {
  nodes: list,
  /** The other end of the paths from the one chosen node. */
  to: parseAsString,
  edge: parseAsString,
  article: parseAsString,
  /** Where in the article the sentence begins. */
  at: parseAsInteger,
  types: parseAsArrayOf(parseAsStringLiteral(ENTITY_TYPES)).withDefault([]),
  relations: list,
  modalities: parseAsArrayOf(parseAsStringLiteral(MODALITIES)).withDefault([]),
};

const options = {
  history: 'push',
  urlKeys: { nodes: 'node', types: 'without', relations: 'without-relation', modalities: 'without-kind' },
} as const;

/** The view in the URL, and what changes it: each change is a step that Back takes back. */
export function useView() {
  const [state, setState] = useQueryStates(view, options);
  return useMemo(
    () => ({
      ...state,
      select: (nodes: string[]) => setState({ nodes, to: null, edge: null, article: null, at: null }),
      connect: (from: string, to: string) => setState({ nodes: [from], to, edge: null, article: null, at: null }),
      openEdge: (edge: string) => setState({ edge, article: null, at: null }),
      openArticle: (article: string, at: number | null) => setState({ article, at }),
      closeLevel: () =>
        setState(
          state.article !== null
            ? { article: null, at: null }
            : state.edge !== null
              ? { edge: null }
              : state.to !== null
                ? { to: null }
                : { nodes: [], edge: null },
        ),
      closeAll: () => setState({ nodes: [], to: null, edge: null, article: null, at: null }),
      filter: (filters: Partial<Pick<typeof state, 'types' | 'relations' | 'modalities'>>) => setState(filters),
      clearFilters: () => setState({ types: [], relations: [], modalities: [] }),
    }),
    [state, setState],
  );
}

export type View = ReturnType<typeof useView>;
