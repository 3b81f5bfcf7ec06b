import { ActionIcon } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useExplorer } from '../explorer.ts';
import { EdgePanel } from './EdgePanel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { icons } from './icons.tsx';
import classes from './Panel.module.css';
import { PathHint } from './PathHint.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';

const PathsPanel = lazy(() => import('./PathsPanel.tsx'));
const Reader = lazy(() => import('./Reader.tsx').then((module) => ({ default: module.Reader })));

/** What is chosen, in words: the deepest level that is open. */
export function Panel() {
  const { view } = useExplorer();
  const { nodes, between, edge, article } = view;
  const [first] = nodes;
  const levels = [nodes.length > 0, between.length > 0, edge !== null, article !== null].filter(Boolean).length;
  if (levels === 0) return null;
  return (
    <aside className={classes.panel} aria-label="Details">
      <div className={classes.bar}>
        {levels > 1 ? (
          <button type="button" className={classes.back} onClick={() => view.closeLevel()}>
            {icons.back}
            {article !== null && edge !== null
              ? 'The relation'
              : between.length > 0 && edge !== null
                ? 'The paths'
                : nodes.length > 1
                  ? 'The selection'
                  : 'The entity'}
          </button>
        ) : (
          <span />
        )}
        <ActionIcon variant="subtle" color="gray" aria-label="Close the panel" onClick={() => view.closeAll()}>
          {icons.close}
        </ActionIcon>
      </div>
      <PathHint />
      <div className={classes.body} key={article ?? edge ?? (between.length > 0 ? between.join() : first)}>
        {article !== null ? (
          <Suspense fallback={null}>
            <Reader article={article} at={view.at} edge={edge} node={first} />
          </Suspense>
        ) : edge !== null ? (
          <EdgePanel edge={edge} />
        ) : between.length > 0 ? (
          <Suspense fallback={null}>
            <PathsPanel between={between} />
          </Suspense>
        ) : nodes.length > 1 ? (
          <SelectionPanel nodes={nodes} />
        ) : (
          first !== undefined && <EntityPanel node={first} />
        )}
      </div>
    </aside>
  );
}
