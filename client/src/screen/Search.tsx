import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EntityItem } from '../../../src/server/schemas/entities.ts';
import { search } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { count, TYPE_WORDS } from '../state/words.ts';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';
import classes from './Search.module.css';
import { Shape } from './Shape.tsx';

/** Finds a node by the beginning of one of its names, typing errors forgiven, and goes there. */
export function Search({ box }: { box: React.RefObject<HTMLInputElement | null> }) {
  const { choose: chooseNode, say } = useExplorer();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 120);
  const { data, error, isFetching } = useQuery({ ...search(settled), enabled: settled !== '' });
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const found = settled === '' ? [] : (data?.items ?? []);

  const { selectFirstOption } = list;
  useEffect(() => {
    if (data) selectFirstOption();
  }, [data, selectFirstOption]);

  const choose = (key: string) => {
    const item = found.find((each) => each.key === key);
    setText('');
    list.closeDropdown();
    chooseNode(key);
    if (item) say(`${item.label}, ${count(item.degree, 'relation')}`, 'softly');
    document.querySelector<HTMLElement>('[role=application]')?.focus();
  };

  return (
    <search className={classes.search}>
      <Combobox store={list} withinPortal={false} onOptionSubmit={choose} offset={6} shadow="md" radius="md">
        <Combobox.Target>
          <TextInput
            ref={box}
            aria-label="Search people, places, organizations"
            placeholder="Search people, places, organizations"
            leftSection={icons.search}
            rightSection={isFetching ? <Loader size={14} /> : <kbd className={classes.key}>/</kbd>}
            rightSectionPointerEvents="none"
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.currentTarget.value);
              list.openDropdown();
              list.selectFirstOption();
            }}
            onFocus={() => list.openDropdown()}
            onBlur={() => list.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              if (text === '') event.currentTarget.blur();
              setText('');
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={settled === ''}>
          <Combobox.Options aria-label="Entities found">
            {error && <Notice error={error} />}
            {found.map((item) => (
              <Found key={item.key} item={item} />
            ))}
            {data && !isFetching && found.length === 0 && (
              <Combobox.Empty>
                No entity is called “{settled}”. Try the beginning of another of its names.
              </Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}

function Found({ item }: { item: EntityItem }) {
  return (
    <Combobox.Option value={item.key} className={classes.option ?? ''}>
      <Shape type={item.type} size={14} />
      <span className={classes.label}>
        {item.label}
        {item.aliases.length > 0 && <span className={classes.aliases}>{item.aliases.join(' · ')}</span>}
      </span>
      <span className={classes.figures}>
        <span className="visually-hidden">{TYPE_WORDS[item.type].one}, </span>
        {count(item.degree, 'relation')}
      </span>
    </Combobox.Option>
  );
}
