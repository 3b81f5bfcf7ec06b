import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useExplorer } from '../explorer.ts';
import { filtersSet } from '../state/filters.ts';
import { FilterBadge } from './FilterBadge.tsx';
import { icons } from './icons.tsx';
import { Legend } from './Legend.tsx';
import classes from './Sidebar.module.css';
import { Status, type StatusProps } from './Status.tsx';
import { usePhone } from './useInsets.ts';

/** The legend, at the side of the graph; on a phone behind a button. */
export function Sidebar(props: StatusProps) {
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const { view } = useExplorer();
  const set = filtersSet(view);
  if (!phone)
    return (
      <nav className={classes.side} aria-label="Legend and filters">
        <FilterBadge />
        <div className={classes.scroll}>
          <Legend />
        </div>
        <Status {...props} />
      </nav>
    );
  return (
    <>
      <button type="button" className={classes.open} onClick={() => setOpen(true)}>
        {icons.filter} Filters{set > 0 && ` (${set})`}
      </button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="75%"
        title="Legend and filters"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <FilterBadge />
        <Legend />
        <Status {...props} />
      </Drawer>
    </>
  );
}
