import type { Explorer } from '../explorer.ts';
import { type Scope, wordOf } from './expansion.ts';
import { leavesOf } from './reach.ts';
import { NOTHING_CHOSEN } from './viewState.ts';
import { count } from './words.ts';

/** What exploring stands on. */
export type Ground = Pick<Explorer, 'network' | 'scene' | 'view' | 'shown' | 'kinds' | 'stage' | 'say'> & {
  scope: Scope;
  /** Fetches what a word asks for, and gives the nodes of it, and how many more a limit left out. */
  bring(word: string): Promise<{ nodes: string[]; missing: number }>;
  take(answer: Parameters<Explorer['bringPaths']>[1][number]): string[];
};

/** The ways to bring nodes into the picture and to take them out again. */
export function explorerOn(ground: Ground): Explorer {
  const { network, scene, view, shown, kinds, stage, say, scope, bring, take } = ground;
  const nameOf = (node: string) => (network.hasNode(node) ? network.getNodeAttribute(node, 'label') : 'The node');
  /** The nodes that are not in the picture, as things stand. */
  const absent = (nodes: readonly string[]): ((node: string) => boolean) => {
    const { expanded, hidden } = view.now();
    const inPicture = scope.under(expanded);
    const away = new Set(hidden);
    const missing = new Set(nodes.filter((node) => !inPicture(node) || away.has(node)));
    return (node) => missing.has(node);
  };

  /**
   * Makes the word part of the view where it brings something.
   *
   * @returns how many nodes came into the picture, and how many were left out
   */
  const expandBy = async (word: string, around: string): Promise<{ came: number; missing: number }> => {
    const known = network.nodes();
    const wasAbsent = absent(known);
    const before = new Set(known);
    const { nodes, missing } = await bring(word);
    const came = nodes.filter((node) => !before.has(node) || wasAbsent(node));
    if (came.length > 0)
      view.change((now) => ({
        expanded: now.expanded.includes(word) ? now.expanded : [...now.expanded, word],
        hidden: now.hidden.filter((node) => !nodes.includes(node)),
        ...(now.around.length > 0 && { around: [...new Set([...now.around, around])] }),
      }));
    return { came: came.length, missing };
  };

  const leftOut = (missing: number) =>
    missing > 0 ? `; ${missing.toLocaleString('en')} more are not shown: bring them in by relation` : '';
  const failed = (node: string) => (error: unknown) =>
    say(error instanceof Error ? error.message : `${nameOf(node)} could not be expanded`);

  return {
    ...{ network, scene, view, shown, kinds, stage, say },
    expand: (node, how = {}) =>
      expandBy(wordOf({ around: node, ...how }), node).then(
        ({ came, missing }) =>
          say(
            came > 0 || missing > 0
              ? `${count(came, 'neighbour')} of ${nameOf(node)} came in${leftOut(missing)}`
              : `All ${how.type === undefined ? '' : 'these '}neighbours of ${nameOf(node)} are here`,
          ),
        failed(node),
      ),

    collapse(node) {
      const leaves = leavesOf(network, shown, node);
      view.change(({ hidden, expanded }) => ({
        hidden: [...new Set([...hidden, ...leaves])],
        expanded: expanded.filter(
          (word) => word !== node && !word.startsWith(`${node}*`) && !word.startsWith(`${node}^`),
        ),
      }));
      say(
        leaves.length > 0
          ? `${count(leaves.length, 'neighbour')} of ${nameOf(node)} taken out`
          : `All neighbours of ${nameOf(node)} hang on others too`,
      );
    },

    lookAround(nodes, depth) {
      view.change({ around: nodes, depth, show: 'graph' });
      if (depth === 0) return;
      for (const node of nodes)
        void bring(wordOf({ around: node, depth })).then(({ nodes: brought }) => {
          const wasAbsent = absent(brought);
          if (brought.some(wasAbsent))
            view.change(({ expanded }) => ({ expanded: [...expanded, wordOf({ around: node, depth })] }), 'goes on');
        }, failed(node));
    },

    bringPaths(between, answers) {
      const nodes = answers.flatMap(take);
      const word = wordOf({ between });
      const missing = nodes.some(absent(nodes));
      scope.bring(word, nodes);
      if (missing)
        view.change(
          ({ expanded, hidden }) => ({
            expanded: [...expanded.filter((other) => other !== word), word],
            hidden: hidden.filter((node) => !nodes.includes(node)),
          }),
          'goes on',
        );
    },

    choose(node) {
      const { pathFrom } = scene.get();
      scene.update((value) => ({ ...value, pathFrom: null }));
      if (pathFrom !== null && pathFrom !== node) return view.connect([pathFrom, node]);
      view.change(({ hidden, expanded }) => ({
        ...NOTHING_CHOSEN,
        nodes: [node],
        hidden: hidden.filter((other) => other !== node),
        // What a search finds stays in the picture when something else is chosen.
        expanded: scope.under(expanded)(node) || expanded.includes(node) ? expanded : [...expanded, node],
      }));
    },

    undo() {
      const before = view.now().pinned;
      view.undo();
      const after = view.now().pinned;
      for (const { node, from } of before) if (from && !after.some((pin) => pin.node === node)) stage.place(node, from);
    },

    redo: view.redo,
  };
}
