import { ActionIcon, Slider } from '@mantine/core';
import { useExplorer } from '../explorer.ts';
import { count } from '../state/words.ts';
import classes from './CanvasBar.module.css';
import { icons } from './icons.tsx';

/** Over the graph: undo and redo, graph or table, and around what the picture is drawn. */
export function CanvasBar({ onViews }: { onViews(): void }) {
  const { undo, redo, view } = useExplorer();
  const table = view.show === 'table';
  const look = { size: 36, variant: 'default', radius: 'md' } as const;
  return (
    <div className={classes.bar}>
      <ActionIcon.Group>
        <ActionIcon {...look} aria-label="Undo" title="Undo (Ctrl Z)" disabled={!view.canUndo} onClick={undo}>
          {icons.undo}
        </ActionIcon>
        <ActionIcon {...look} aria-label="Redo" title="Redo (Ctrl Shift Z)" disabled={!view.canRedo} onClick={redo}>
          {icons.redo}
        </ActionIcon>
      </ActionIcon.Group>
      <ActionIcon
        {...look}
        aria-label={table ? 'Show the graph' : 'Show as a table'}
        title={table ? 'Show the graph (T)' : 'Show as a table (T)'}
        onClick={() => view.change({ show: table ? 'graph' : 'table' })}
      >
        {table ? icons.graph : icons.table}
      </ActionIcon>
      <ActionIcon {...look} aria-label="Views" title="Keep this view, or open one" onClick={onViews}>
        {icons.bookmark}
      </ActionIcon>
      {view.around.length > 0 && !table && <Around />}
    </div>
  );
}

/** Around what, and how many steps. */
function Around() {
  const { lookAround, network, view } = useExplorer();
  const { around, depth } = view;
  const [first] = around;
  const name =
    around.length === 1 && first !== undefined && network.hasNode(first)
      ? network.getNodeAttribute(first, 'label')
      : count(around.length, 'entity', 'entities');
  return (
    <section className={classes.around} aria-label="What is shown">
      <span className={classes.name}>
        {depth === 0 ? 'Only' : 'Around'} <strong>{name}</strong>
      </span>
      <span className={classes.depth}>
        <Slider
          className={classes.slider ?? ''}
          size="xs"
          thumbSize={16}
          min={0}
          max={3}
          label={null}
          value={depth}
          thumbLabel="Steps around it"
          thumbValueText={(value) => count(value, 'step')}
          onChange={(value) => lookAround(around, value)}
        />
        {count(depth, 'step')}
      </span>
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label="Show everything again"
        onClick={() => view.change({ around: [] })}
      >
        {icons.close}
      </ActionIcon>
    </section>
  );
}
