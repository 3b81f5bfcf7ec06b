import { useExplorer } from '../explorer.ts';
import { filtersSet } from '../state/filters.ts';
import { count } from '../state/words.ts';
import classes from './FilterBadge.module.css';

/** How much the filters take out of the picture, and the way back. */
export function FilterBadge() {
  const { shown, view } = useExplorer();
  if (filtersSet(view) === 0) return null;
  const { nodes, edges } = shown.filtered;
  return (
    <p className={classes.badge}>
      <span>
        {nodes + edges === 0
          ? 'The filters hide nothing'
          : `Filters hide ${count(nodes, 'entity', 'entities')}, ${count(edges, 'relation')}`}
      </span>
      <button type="button" onClick={() => view.clearFilters()}>
        Clear filters
      </button>
    </p>
  );
}
