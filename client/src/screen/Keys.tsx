import { Modal } from '@mantine/core';
import { ACTIONS, WALKING } from './actions.ts';
import classes from './Keys.module.css';

const NAMES: Record<string, string> = { Escape: 'Esc', 'Mod+k': 'Ctrl K' };

/** The page of keys, made of the actions themselves. */
export default function Keys({ onClose }: { onClose(): void }) {
  const rows = [...WALKING, ...ACTIONS];
  return (
    <Modal opened onClose={onClose} title="Keys" size="md" closeButtonProps={{ 'aria-label': 'Close' }}>
      <dl className={classes.keys}>
        {rows.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>
                  {NAMES[key] ?? (key.length === 1 && /[A-Z]/.test(key) ? `Shift ${key}` : key.toUpperCase())}
                </kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>
        Letters act while the graph or a panel has the focus. Ctrl-click adds a node to the selection; drag a node to
        move and pin it; double-click brings its neighbours in.
      </p>
    </Modal>
  );
}
