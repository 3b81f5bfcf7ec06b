import { Modal, Switch } from '@mantine/core';
import { ACTIONS, WALKING } from './actions.ts';
import classes from './Keys.module.css';
import { useLetterKeys } from './useKeys.ts';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key as its cap names it. */
function capOf(key: string): string {
  if (key === 'Escape') return 'Esc';
  const [, plain] = /^Mod\+(.)$/.exec(key) ?? [];
  if (plain !== undefined) return `${MAC ? '⌘' : 'Ctrl'} ${capOf(plain)}`;
  if (key.length > 1) return key;
  return /[A-Z]/.test(key) ? `Shift ${key}` : key.toUpperCase();
}

/** The page of keys, made of the actions themselves. */
export default function Keys({ onClose }: { onClose(): void }) {
  const [letters, setLetters] = useLetterKeys();
  const rows = [...WALKING, ...ACTIONS];
  return (
    <Modal opened onClose={onClose} title="Keys" size="md" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Switch
        mb="sm"
        label="Single keys act"
        description="Switch them off where they get in the way of speech input; Ctrl and arrow keys stay."
        checked={letters}
        onChange={({ currentTarget: { checked } }) => setLetters(checked)}
      />
      <dl className={classes.keys}>
        {rows.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{capOf(key)}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>
        Letters act while the graph or a panel has the focus, never in a text field. Ctrl-click adds a node to the
        selection; drag a node to move and pin it; double-click brings its neighbours in; right click, or a long press,
        opens its menu.
      </p>
    </Modal>
  );
}
