import type { Explorer } from '../explorer.ts';

/** What an action can reach beside the explorer. */
export interface Surroundings {
  explorer: Explorer;
  openSearch(): void;
  openKeys(): void;
}

/** One thing that can be done, as buttons, keys and the page of keys know it. */
export interface Action {
  name: string;
  label: string;
  /** As `KeyboardEvent.key` has them; `Mod` is Ctrl or Cmd. */
  keys: readonly string[];
  /** Everywhere on the page; the others only while the graph or a panel has the focus, and never in a text field. */
  everywhere?: true;
  can?(explorer: Explorer): boolean;
  perform(surroundings: Surroundings): void;
}

/** The nodes that an action is about: that under the keyboard, else the chosen ones. */
export const concerned = ({ scene, view }: Explorer): readonly string[] => {
  const { focused } = scene.get();
  return focused === null ? view.nodes : [focused];
};

/** Pins nodes where they stand, or lets them all go where every one is pinned. */
export function togglePin({ stage, view }: Explorer, nodes: readonly string[]): void {
  if (nodes.every((node) => view.pinnedNodes.has(node))) view.letGo(nodes);
  else view.pin(stage.places(nodes).map((place) => ({ ...place, from: { x: place.x, y: place.y } })));
}

/** Goes on to the next piece of evidence in the panel, or back; an open article turns to its own. */
function turnEvidence(by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>('aside [data-evidence]')];
  const active = document.activeElement;
  const here = active instanceof HTMLElement ? all.indexOf(active) : -1;
  const next = here === -1 ? (by > 0 ? 0 : all.length - 1) : here + by;
  all[next]?.focus();
}

const about = (explorer: Explorer): boolean => concerned(explorer).length > 0;

export const ACTIONS: readonly Action[] = [
  {
    name: 'search',
    label: 'Search',
    keys: ['/', 'Mod+k'],
    everywhere: true,
    perform: ({ openSearch }) => openSearch(),
  },
  {
    name: 'close',
    label: 'Close what was opened last',
    keys: ['Escape'],
    everywhere: true,
    perform: ({ explorer: { scene, view } }) => {
      if (scene.get().pathFrom !== null) scene.update((value) => ({ ...value, pathFrom: null }));
      else if (view.article !== null || view.edge !== null || view.nodes.length + view.between.length > 0)
        view.closeLevel();
      else scene.update((value) => ({ ...value, focused: null }));
    },
  },
  {
    name: 'expand',
    label: 'Bring in the neighbours',
    keys: ['e'],
    can: about,
    perform: ({ explorer }) => {
      for (const node of concerned(explorer)) void explorer.expand(node);
    },
  },
  {
    name: 'path',
    label: 'Find the path to another node',
    keys: ['p'],
    can: about,
    perform: ({ explorer: { scene, view }, openSearch }) => {
      const { focused } = scene.get();
      const [first, second] = view.nodes;
      if (focused === null && first !== undefined && second !== undefined) return view.connect([first, second]);
      scene.update((value) => ({ ...value, pathFrom: focused ?? first ?? null }));
      openSearch();
    },
  },
  {
    name: 'hide',
    label: 'Hide',
    keys: ['h', 'Delete'],
    can: about,
    perform: ({ explorer }) => {
      explorer.view.hide(concerned(explorer));
      explorer.scene.update((value) => ({ ...value, focused: null, hovered: null }));
    },
  },
  {
    name: 'hide-others',
    label: 'Hide the others',
    keys: ['H'],
    can: about,
    perform: ({ explorer }) => explorer.lookAround(concerned(explorer), 0),
  },
  {
    name: 'ego',
    label: 'Show only what is around',
    keys: ['o'],
    can: about,
    perform: ({ explorer }) => explorer.lookAround(concerned(explorer), 1),
  },
  {
    name: 'collapse',
    label: 'Take the neighbours away that hang on nothing else',
    keys: ['c'],
    can: about,
    perform: ({ explorer }) => {
      for (const node of concerned(explorer)) explorer.collapse(node);
    },
  },
  {
    name: 'show-all',
    label: 'Show what was hidden',
    keys: ['u'],
    can: ({ view }) => view.hidden.length + view.around.length > 0,
    perform: ({ explorer }) => explorer.view.showAll(),
  },
  {
    name: 'pin',
    label: 'Pin, or let go',
    keys: ['l'],
    can: about,
    perform: ({ explorer }) => togglePin(explorer, concerned(explorer)),
  },
  {
    name: 'fit',
    label: 'Show the whole graph',
    keys: ['0'],
    perform: ({ explorer }) => explorer.stage.fit(),
  },
  {
    name: 'zoom-in',
    label: 'Zoom in',
    keys: ['+', '='],
    perform: ({ explorer }) => explorer.stage.zoom(1.4),
  },
  {
    name: 'zoom-out',
    label: 'Zoom out',
    keys: ['-'],
    perform: ({ explorer }) => explorer.stage.zoom(1 / 1.4),
  },
  {
    name: 'next-evidence',
    label: 'Next evidence',
    keys: ['j'],
    can: ({ view }) => view.article === null,
    perform: () => turnEvidence(1),
  },
  {
    name: 'previous-evidence',
    label: 'Previous evidence',
    keys: ['k'],
    can: ({ view }) => view.article === null,
    perform: () => turnEvidence(-1),
  },
  {
    name: 'select-all',
    label: 'Choose all that is shown',
    keys: ['Mod+a'],
    can: () => document.activeElement?.role === 'application',
    perform: ({ explorer: { shown, view } }) => view.select([...shown.nodes]),
  },
  {
    name: 'table',
    label: 'Table or graph',
    keys: ['t'],
    perform: ({ explorer: { view } }) => view.change({ show: view.show === 'table' ? 'graph' : 'table' }),
  },
  {
    name: 'undo',
    label: 'Undo',
    keys: ['Mod+z'],
    can: ({ view }) => view.canUndo,
    perform: ({ explorer }) => explorer.undo(),
  },
  {
    name: 'redo',
    label: 'Redo',
    keys: ['Mod+Z', 'Mod+y'],
    can: ({ view }) => view.canRedo,
    perform: ({ explorer }) => explorer.redo(),
  },
  {
    name: 'keys',
    label: 'All keys',
    keys: ['?'],
    everywhere: true,
    perform: ({ openKeys }) => openKeys(),
  },
];

/** Keys of the graph itself, for the page of keys: they are no actions of their own. */
export const WALKING = [
  { keys: ['←', '→', '↑', '↓'], label: 'Walk to a neighbour of the node in focus; move the picture where none is' },
  { keys: ['Enter'], label: 'Open the node in focus; with none, go to the one with most relations' },
  { keys: ['Tab'], label: 'Go on to the panels, which say all that the graph shows' },
] as const;

export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The action of a key press, or undefined. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Action | undefined {
  if (event.altKey) return undefined;
  const { key, shiftKey } = event;
  const pressed = event.ctrlKey || event.metaKey ? `Mod+${shiftKey ? key.toUpperCase() : key.toLowerCase()}` : key;
  return ACTIONS.find(({ keys }) => keys.includes(pressed));
}
