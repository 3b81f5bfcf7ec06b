import { ActionIcon, Button, Group, Modal, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useExplorer } from '../explorer.ts';
import { addressOf, viewOf } from '../state/viewState.ts';
import { dateWords } from '../state/words.ts';
import { icons } from './icons.tsx';
import classes from './Views.module.css';

interface SavedView {
  name: string;
  /** As an address has it. */
  query: string;
  /** ISO 8601. */
  saved: string;
}

/** Views kept under a name in this browser, and the link to the one that is open. */
export default function Views({ onClose }: { onClose(): void }) {
  const { say, view } = useExplorer();
  const [kept, setKept] = useLocalStorage<SavedView[]>({
    key: 'dateline-views',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const [name, setName] = useState('');
  const now = addressOf(view);

  const keep = (event: FormEvent) => {
    event.preventDefault();
    const saved = { name: name.trim(), query: now, saved: new Date().toISOString().slice(0, 10) };
    setKept([saved, ...kept.filter((other) => other.name !== saved.name)]);
    setName('');
    say(`Kept as “${saved.name}”`);
  };
  const copy = (query: string) =>
    navigator.clipboard.writeText(location.origin + location.pathname + query).then(
      () => say('The link was copied'),
      () => say('The browser does not allow this page to copy: take the address of the page'),
    );
  return (
    <Modal opened onClose={onClose} title="Views" size="md" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={keep}>
        <Group gap={8} align="end">
          <TextInput
            className={classes.name ?? ''}
            label="Keep what is open now as"
            placeholder="A name"
            maxLength={80}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            Keep
          </Button>
          <Button variant="default" onClick={() => void copy(now)}>
            Copy link
          </Button>
        </Group>
      </form>
      {kept.length === 0 ? (
        <p className={classes.none}>
          No view is kept yet. A view is what is chosen, filtered, hidden and pinned; it is kept in this browser only. A
          link carries it to others who can open this page.
        </p>
      ) : (
        <ul className={classes.views} aria-label="Views that are kept">
          {kept.map((each) => (
            <li key={each.name}>
              <button
                type="button"
                className={classes.open}
                onClick={() => {
                  view.change(viewOf(each.query));
                  onClose();
                }}
              >
                {each.name}
                <span>{dateWords(each.saved)}</span>
              </button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Copy the link to ${each.name}`}
                title="Copy the link"
                onClick={() => void copy(each.query)}
              >
                {icons.link}
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Delete ${each.name}`}
                title="Delete"
                onClick={() => setKept(kept.filter((other) => other.name !== each.name))}
              >
                {icons.close}
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
