import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { articles as articlesQuery, search } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { findArticles, findRelations, isNamed, pairAsked } from '../state/finding.ts';
import { count } from '../state/words.ts';
import { type Finds, Found, type Pair, pairOption } from './Found.tsx';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';
import classes from './Search.module.css';

const MOST_RELATIONS = 5;
const MOST_ARTICLES = 4;
const NOTHING: Finds = { entities: [], pair: null, relations: [], articles: [], relationsFirst: false };

/**
 * One box for everything: entities by the beginning of one of their names, typing errors forgiven; relations by their
 * words; articles by title and publisher; and how two are connected, by the names of both.
 */
export function Search({ box }: { box: React.RefObject<HTMLInputElement | null> }) {
  const { choose: chooseNode, network, say, scene, view } = useExplorer();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 120);
  const { data, error, isFetching, isPlaceholderData } = useQuery({ ...search(settled), enabled: settled !== '' });
  const { data: articles } = useQuery({ ...articlesQuery(), enabled: settled !== '' });
  const pair = usePair(settled);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  /** Enter came before the answer did. */
  const hasty = useRef(false);

  const ready = data !== undefined && !isPlaceholderData && settled === text.trim();
  const finds = useMemo((): Finds => {
    if (!ready || settled === '') return NOTHING;
    const relations = findRelations(network, settled, MOST_RELATIONS);
    return {
      entities: data.items,
      pair,
      relations,
      articles: findArticles(articles?.items ?? [], settled, MOST_ARTICLES),
      relationsFirst: relations.length > 0 && !data.items.some((item) => isNamed(item, settled)),
    };
  }, [ready, settled, data, pair, network, articles]);
  const nothing = finds.pair === null && finds.entities.length + finds.relations.length + finds.articles.length === 0;

  const choose = (value: string) => {
    const [kind, key] = [value.slice(0, 1), value.slice(2)];
    hasty.current = false;
    setText('');
    list.closeDropdown();
    const sought = kind === 'e' ? [key] : kind === 'r' && network.hasEdge(key) ? network.extremities(key) : [];
    scene.update((value) => ({ ...value, sought }));
    if (kind === 'e') chooseNode(key);
    else if (kind === 'p') view.connect(key.split('~'));
    else if (kind === 'r') view.change({ nodes: [], between: [], edge: key, article: null, at: null });
    else view.change({ nodes: [], between: [], edge: null, article: key, at: null });
    const item = finds.entities.find((each) => each.key === key);
    if (item) say(`${item.label}, ${count(item.degree, 'relation')}`, 'softly');
    document.querySelector<HTMLElement>('[role=application]')?.focus();
  };

  const { selectFirstOption } = list;
  const [entity, relation] = [finds.entities[0], finds.relations[0]];
  const first =
    finds.relationsFirst && relation !== undefined
      ? `r:${relation}`
      : entity
        ? `e:${entity.key}`
        : finds.pair && pairOption(finds.pair);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is acted on once, when it comes
  useEffect(() => {
    if (!ready) return;
    selectFirstOption();
    if (hasty.current && first) choose(first);
    hasty.current = false;
  }, [finds]);

  return (
    <search className={classes.search}>
      <Combobox store={list} withinPortal={false} onOptionSubmit={choose} offset={6} shadow="md" radius="md">
        <Combobox.Target>
          <TextInput
            ref={box}
            aria-label="Search people, places, relations, articles"
            placeholder="Search people, places, relations, articles"
            leftSection={icons.search}
            rightSection={isFetching ? <Loader size={14} /> : <kbd className={classes.key}>/</kbd>}
            rightSectionPointerEvents="none"
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.currentTarget.value);
              hasty.current = false;
              list.openDropdown();
            }}
            onFocus={() => list.openDropdown()}
            onBlur={() => list.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !ready && text.trim() !== '') hasty.current = true;
              if (event.key !== 'Escape') return;
              if (text === '') event.currentTarget.blur();
              setText('');
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={settled === '' || (!ready && !error)}>
          <Combobox.Options aria-label="Found" className={classes.options ?? ''}>
            {error && <Notice error={error} />}
            <Found finds={finds} />
            {ready && nothing && (
              <Combobox.Empty>
                Nothing here is called “{settled}”. Try the beginning of another name, or a name and what it did.
              </Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}

/** The two that a query asks to connect, the best of each name; null where it asks nothing of the kind. */
function usePair(query: string): Pair | null {
  const [one, other] = pairAsked(query) ?? ['', ''];
  const { data: ones } = useQuery({ ...search(one), enabled: one !== '' });
  const { data: others } = useQuery({ ...search(other), enabled: other !== '' });
  const [a, b] = [ones?.items[0], others?.items[0]];
  return useMemo(() => (one !== '' && a && b && a.key !== b.key ? [a, b] : null), [one, a, b]);
}
