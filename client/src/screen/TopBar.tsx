import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { isPublished } from '../api/request.ts';
import { Downloads } from './Downloads.tsx';
import { icons } from './icons.tsx';
import { Search } from './Search.tsx';
import classes from './TopBar.module.css';

interface TopBarProps {
  /** How many articles the graph is from. */
  articles: number;
  searchBox: React.RefObject<HTMLInputElement | null>;
  onAdd(): void;
  onKeys(): void;
}

export function TopBar({ articles, searchBox, onAdd, onKeys }: TopBarProps) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <header className={classes.bar}>
      <h1 className={classes.name}>
        Dateline<span aria-hidden="true">.</span>
      </h1>
      <Search box={searchBox} />
      <div className={classes.tools}>
        {!isPublished && (
          <Button
            className={classes.add ?? ''}
            size="sm"
            leftSection={icons.add}
            onClick={onAdd}
            aria-label="Add an article"
          >
            <span className={classes.wide}>Add article</span>
          </Button>
        )}
        <Downloads articles={articles} />
        <ActionIcon
          size={36}
          variant="subtle"
          color="gray"
          aria-label={`Switch to ${other} colours`}
          onClick={() => setColorScheme(other)}
        >
          {scheme === 'dark' ? icons.sun : icons.moon}
        </ActionIcon>
        <ActionIcon
          size={36}
          variant="subtle"
          color="gray"
          aria-label="All keys"
          onClick={onKeys}
          className={classes.wide ?? ''}
        >
          {icons.keyboard}
        </ActionIcon>
      </div>
    </header>
  );
}
