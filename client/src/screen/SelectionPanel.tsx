import { Button, Group } from '@mantine/core';
import { useExplorer } from '../explorer.ts';
import { count, relationWords } from '../state/words.ts';
import { togglePin } from './actions.ts';
import { EntityButton } from './EntityButton.tsx';
import entityClasses from './EntityPanel.module.css';
import { ModalityBadge } from './Facts.tsx';
import classes from './SelectionPanel.module.css';

/** Several chosen nodes, and what holds between them. */
export function SelectionPanel({ nodes }: { nodes: readonly string[] }) {
  const explorer = useExplorer();
  const { network, view } = explorer;
  const known = nodes.filter((node) => network.hasNode(node));
  const among = new Set(known);
  const between = network.filterEdges(
    (_, __, source, target) => source !== target && among.has(source) && among.has(target),
  );
  const ref = (key: string) => ({
    key,
    label: network.getNodeAttribute(key, 'label'),
    type: network.getNodeAttribute(key, 'type'),
  });
  return (
    <>
      <h2 className={entityClasses.name}>{count(nodes.length, 'entity', 'entities')}</h2>
      <ul className={classes.list}>
        {known.slice(0, MOST_LISTED).map((key) => (
          <li key={key}>
            <EntityButton entity={ref(key)} />
          </li>
        ))}
      </ul>
      <Rest of={known.length} />
      <Group gap={8}>
        <ConnectButton nodes={known} />
        <Button.Group>
          <Button {...LOOK} onClick={() => explorer.lookAround(known, 0)} title="Hide all others (Shift H)">
            Only these
          </Button>
          <Button {...LOOK} onClick={() => togglePin(explorer, known)} title="Keep them where they are (L)">
            {known.every((node) => view.pinnedNodes.has(node)) ? 'Let go' : 'Pin'}
          </Button>
          <Button {...LOOK} onClick={() => view.hide(known)} title="Take them out of the picture (H)">
            Hide
          </Button>
        </Button.Group>
      </Group>
      <h3 className={entityClasses.heading}>{count(between.length, 'relation')} between them</h3>
      {between.length === 0 && <p className={entityClasses.soft}>No sentence connects them directly.</p>}
      <ul className={classes.list}>
        {between.slice(0, MOST_LISTED).map((key) => {
          const { type, modality } = network.getEdgeAttributes(key);
          return (
            <li key={key}>
              <button type="button" className={classes.edge} onClick={() => view.openEdge(key)}>
                {network.getNodeAttribute(network.source(key), 'label')} <em>{relationWords(type)}</em>{' '}
                {network.getNodeAttribute(network.target(key), 'label')}
              </button>{' '}
              <ModalityBadge modality={modality} />
            </li>
          );
        })}
      </ul>
      <Rest of={between.length} />
    </>
  );
}

const Rest = ({ of }: { of: number }) =>
  of > MOST_LISTED && (
    <p className={entityClasses.soft}>
      {MOST_LISTED} of {of.toLocaleString('en')} are listed here; the table has them all.
    </p>
  );

/** The table has them all. */
const MOST_LISTED = 100;
const LOOK = { size: 'compact-sm', variant: 'default', fw: 500 } as const;

/** Each two of so many make fifteen questions. */
const MOST_ENDS = 6;

function ConnectButton({ nodes }: { nodes: readonly string[] }) {
  const { view } = useExplorer();
  if (nodes.length < 2) return null;
  const many = nodes.length > MOST_ENDS;
  return (
    <>
      <Button {...LOOK} disabled={many} onClick={() => view.connect(nodes)}>
        How are these connected
      </Button>
      {many && <p className={entityClasses.soft}>Choose at most {MOST_ENDS} to see how they are connected.</p>}
    </>
  );
}
