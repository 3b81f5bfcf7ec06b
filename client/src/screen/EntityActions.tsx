import { Button, Menu } from '@mantine/core';
import { useExplorer } from '../explorer.ts';
import { useVisible } from '../state/useVisible.ts';
import { togglePin } from './actions.ts';
import { icons } from './icons.tsx';
import { NodeItems } from './NodeMenu.tsx';

/** What can be done with a node. */
export function EntityActions({ node }: { node: string }) {
  const explorer = useExplorer();
  const { expand, network, scene, view } = explorer;
  const pinned = view.pinnedNodes.has(node);
  const shown = useVisible();
  const degree = network.hasNode(node) ? network.getNodeAttribute(node, 'degree') : 0;
  const here = network.hasNode(node) ? network.filterEdges(node, (edge) => shown.edges.has(edge)).length : 0;
  const missing = Math.max(0, degree - here);
  const look = { size: 'compact-sm', variant: 'default', fw: 500 } as const;
  return (
    <Button.Group mt={12}>
      <Button
        {...look}
        leftSection={icons.expand}
        onClick={() => void expand(node)}
        title="Bring in the neighbours (E)"
      >
        Expand{missing > 0 && ` +${missing}`}
      </Button>
      <Button
        {...look}
        onClick={() => scene.update((value) => ({ ...value, pathFrom: node }))}
        title="Find how it is connected with another (P)"
      >
        Path to…
      </Button>
      <Button
        {...look}
        leftSection={icons.pin}
        aria-pressed={pinned}
        onClick={() => togglePin(explorer, [node])}
        title="Keep it where it is (L)"
      >
        {pinned ? 'Let go' : 'Pin'}
      </Button>
      <Button
        {...look}
        leftSection={icons.hide}
        title="Take it out of the picture (H)"
        onClick={() => view.hide([node])}
      >
        Hide
      </Button>
      <Menu position="bottom-end" width={232} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button {...look} px={8} aria-label="More to do with it">
            …
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <NodeItems node={node} />
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
