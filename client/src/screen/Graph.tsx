import type { KeyboardEvent } from 'react';
import { GraphCanvas } from '../canvas/GraphCanvas.tsx';
import { type Explorer, useExplorer } from '../explorer.ts';
import { focus } from '../state/scene.ts';
import { useStore } from '../state/store.ts';
import { useVisible } from '../state/useVisible.ts';
import { type Direction, step } from '../state/walk.ts';
import { count, TYPE_WORDS } from '../state/words.ts';
import classes from './Graph.module.css';
import { HoverCard } from './HoverCard.tsx';
import { NodeMenu } from './NodeMenu.tsx';
import { useNodeMenu } from './useNodeMenu.ts';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const PAN: Record<Direction, [number, number]> = { left: [-80, 0], right: [80, 0], up: [0, -80], down: [0, 80] };

/** The canvas as a thing that the keyboard can be on. */
export function Graph() {
  const explorer = useExplorer();
  const shown = useVisible();
  const onNode = useStore(explorer.scene, ({ focused }) => focused !== null) || explorer.view.nodes.length > 0;

  const menu = useNodeMenu();

  const press = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (direction) walk(explorer, direction);
    else if (event.key === 'Enter') enter(explorer, shown.nodes);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        className={classes.graph}
        {...menu.handlers}
        data-on-node={onNode}
        role="application"
        aria-label={`Graph of ${count(shown.nodes.size, 'node')} and ${count(shown.edges.size, 'relation')}`}
        aria-roledescription="graph"
        aria-describedby="graph-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onKeyDown={press}
      >
        <span id="graph-keys" className="visually-hidden">
          Press Enter to go to a node, arrow keys to walk among its neighbours, Enter again to open it, question mark
          for all keys.
        </span>
        <GraphCanvas />
      </div>
      <HoverCard />
      {menu.place && <NodeMenu key={menu.place.node} place={menu.place} onClose={menu.close} />}
    </>
  );
}

const current = ({ scene, view }: Explorer): string | undefined => scene.get().focused ?? view.nodes[0];

function walk(explorer: Explorer, direction: Direction): void {
  const { network, stage } = explorer;
  const from = current(explorer);
  const [here] = from === undefined ? [] : stage.positions([from]);
  if (from === undefined || !here) {
    stage.pan(...PAN[direction]);
    return;
  }
  const to = step(here, direction, stage.positions(network.neighbors(from)));
  if (to !== null) goTo(explorer, to);
}

function enter(explorer: Explorer, shown: ReadonlySet<string>): void {
  const { network, scene, view } = explorer;
  const { focused } = scene.get();
  if (focused !== null) {
    view.select([focused]);
    return;
  }
  const [first] = [...shown].sort((a, b) => network.degree(b) - network.degree(a));
  const start = view.nodes[0] ?? first;
  if (start !== undefined) goTo(explorer, start);
}

function goTo({ network, scene, stage, say }: Explorer, node: string): void {
  const { label, type } = network.getNodeAttributes(node);
  scene.update((value) => focus(value, node));
  stage.reveal([node]);
  say(`${label}, ${TYPE_WORDS[type].one.toLowerCase()}, ${count(network.degree(node), 'relation')}`, 'softly');
}
