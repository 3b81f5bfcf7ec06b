import { useMemo, useState, useSyncExternalStore } from 'react';
import { NO_FILTERS, NOTHING_CHOSEN, type Pin, type ViewState } from './viewState.ts';
import { type ViewChange, Views } from './views.ts';

/** The view in the address, and what changes it: each change is a step that Back takes back. */
export function useView() {
  const [views] = useState(() => new Views());
  const history = useSyncExternalStore(views.subscribe, views.get);
  const state = history.present;
  const { hidden, pinned } = state;
  const hiddenNodes = useMemo((): ReadonlySet<string> => new Set(hidden), [hidden]);
  const pinnedNodes = useMemo((): ReadonlySet<string> => new Set(pinned.map(({ node }) => node)), [pinned]);
  const changes = useMemo(() => changesOf(views), [views]);
  return useMemo(
    () => ({
      ...state,
      ...changes,
      hiddenNodes,
      pinnedNodes,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    }),
    [state, changes, hiddenNodes, pinnedNodes, history],
  );
}

export type View = ReturnType<typeof useView>;

function changesOf(views: Views) {
  const change = (what: ViewChange, how?: 'goes on') => views.change(what, how);
  return {
    change,
    /** The view as it is at this moment, for what comes later than it was drawn. */
    now: (): ViewState => views.get().present,
    /** What is chosen is shown, were it hidden or not. */
    select: (nodes: readonly string[]) =>
      change(({ hidden }) => ({ ...NOTHING_CHOSEN, nodes, hidden: without(hidden, nodes) })),
    /** Tells how nodes hang together; the first stays chosen. */
    connect: (between: readonly string[]) =>
      change((view) => ({ ...NOTHING_CHOSEN, nodes: between.length > 2 ? view.nodes : between.slice(0, 1), between })),
    openEdge: (edge: string) => change({ edge, article: null, at: null }),
    openArticle: (article: string, at: number | null) => change({ article, at }),
    closeLevel: () => change(levelBelow),
    closeAll: () => change(NOTHING_CHOSEN),
    clearFilters: () => change(NO_FILTERS),
    showMost: (limit: number) => change({ limit }),
    hide: (nodes: readonly string[]) =>
      change(({ hidden, nodes: chosen }) => ({
        hidden: [...new Set([...hidden, ...nodes])],
        ...(nodes.some((node) => chosen.includes(node)) && {
          ...NOTHING_CHOSEN,
          nodes: chosen.filter((node) => !nodes.includes(node)),
        }),
      })),
    /** Nothing is hidden any more, whether one by one or by showing only what is around others. */
    showAll: () => change({ hidden: [], around: [] }),
    pin: (pins: readonly Pin[]) =>
      change(({ pinned }) => ({
        pinned: [...pinned.filter((old) => !pins.some(({ node }) => node === old.node)), ...pins],
      })),
    letGo: (nodes: readonly string[]) =>
      change(({ pinned }) => ({ pinned: pinned.filter(({ node }) => !nodes.includes(node)) })),
    undo: () => views.undo(),
    redo: () => views.redo(),
  };
}

/** The list itself where it has none of these, so that who watches it sees no change. */
const without = (list: readonly string[], nodes: readonly string[]): readonly string[] =>
  nodes.some((node) => list.includes(node)) ? list.filter((node) => !nodes.includes(node)) : list;

function levelBelow(view: ViewState): Partial<ViewState> {
  if (view.article !== null) return { article: null, at: null };
  if (view.edge !== null) return { edge: null };
  if (view.between.length > 0) return { between: [] };
  return NOTHING_CHOSEN;
}
