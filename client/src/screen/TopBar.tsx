import { ActionIcon, Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { exportUrl } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { icons } from './icons.tsx';
import { Search } from './Search.tsx';
import classes from './TopBar.module.css';

interface TopBarProps {
  searchBox: React.RefObject<HTMLInputElement | null>;
  onAdd(): void;
  onKeys(): void;
}

export function TopBar({ searchBox, onAdd, onKeys }: TopBarProps) {
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
        <Button
          className={classes.add ?? ''}
          size="sm"
          leftSection={icons.add}
          onClick={onAdd}
          aria-label="Add an article"
        >
          <span className={classes.wide}>Add article</span>
        </Button>
        <Downloads />
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

function Downloads() {
  const { stage, say } = useExplorer();
  const picture = async () => {
    const { downloadPicture } = await import('../canvas/picture.ts');
    await downloadPicture(stage);
    say('The picture was saved');
  };
  return (
    <Menu position="bottom-end" width={250} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon size={36} variant="subtle" color="gray" aria-label="Download">
          {icons.download}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Whole graph</Menu.Label>
        <Menu.Item component="a" href={exportUrl('gexf')} download="dateline.gexf">
          GEXF, for Gephi
        </Menu.Item>
        <Menu.Item component="a" href={exportUrl('json')} download="dateline.json">
          JSON, for graphology
        </Menu.Item>
        <Menu.Label>What is seen</Menu.Label>
        <Menu.Item onClick={() => void picture()}>PNG picture</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
