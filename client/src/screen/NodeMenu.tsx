import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { entity } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { relationWords } from '../state/words.ts';
import { togglePin } from './actions.ts';
import { icons } from './icons.tsx';
import classes from './NodeMenu.module.css';

/** What can be done with a node, as items of a menu. */
export function NodeItems({ node }: { node: string }) {
  const explorer = useExplorer();
  const { collapse, expand, lookAround, scene, view } = explorer;
  const others = view.nodes.filter((other) => other !== node);
  return (
    <>
      <Menu.Item leftSection={icons.expand} rightSection={<Key>E</Key>} onClick={() => void expand(node)}>
        Expand
      </Menu.Item>
      <ExpandByRelation node={node} />
      <Menu.Item rightSection={<Key>C</Key>} onClick={() => collapse(node)}>
        Collapse
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        rightSection={<Key>P</Key>}
        onClick={() => {
          view.select([node]);
          scene.update((value) => ({ ...value, pathFrom: node }));
        }}
      >
        Path to…
      </Menu.Item>
      {others.length > 0 && others.length < 6 && (
        <Menu.Item onClick={() => view.connect([...others, node])}>Path to what is chosen</Menu.Item>
      )}
      <Menu.Item rightSection={<Key>O</Key>} onClick={() => lookAround([node], 1)}>
        Only what is around it
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={icons.pin} rightSection={<Key>L</Key>} onClick={() => togglePin(explorer, [node])}>
        {view.pinnedNodes.has(node) ? 'Let go' : 'Pin'}
      </Menu.Item>
      <Menu.Item leftSection={icons.hide} rightSection={<Key>H</Key>} onClick={() => view.hide([node])}>
        Hide
      </Menu.Item>
      <Menu.Item rightSection={<Key>⇧H</Key>} onClick={() => lookAround([...others, node], 0)}>
        Hide others
      </Menu.Item>
    </>
  );
}

const Key = ({ children }: { children: string }) => <kbd className={classes.key}>{children}</kbd>;

/** The relations of the node by their type, each with how many there are. */
function ExpandByRelation({ node }: { node: string }) {
  const { expand } = useExplorer();
  const { data } = useQuery(entity(node));
  const counts = new Map<string, number>();
  for (const { type, edges } of data?.relations ?? []) counts.set(type, (counts.get(type) ?? 0) + edges);
  const types = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item disabled={types.length === 0}>Expand by relation</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={classes.sub ?? ''}>
        {types.map(([type, edges]) => (
          <Menu.Item
            key={type}
            rightSection={<span className={classes.count}>{edges}</span>}
            onClick={() => void expand(node, { type })}
          >
            {relationWords(type)}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

export interface MenuPlace {
  node: string;
  /** In pixels, from the corner of the canvas. */
  x: number;
  y: number;
}

/** The menu of a node at a place of the canvas. */
export function NodeMenu({ place, onClose }: { place: MenuPlace; onClose(): void }) {
  const { network } = useExplorer();
  if (!network.hasNode(place.node)) return null;
  const name = `Menu of ${network.getNodeAttribute(place.node, 'label')}`;
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      position="right-start"
      width={232}
      shadow="md"
      offset={4}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.anchor}
          style={{ left: place.x, top: place.y }}
          aria-label={name}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <Menu.Label>{network.getNodeAttribute(place.node, 'label')}</Menu.Label>
        <NodeItems node={place.node} />
      </Menu.Dropdown>
    </Menu>
  );
}
