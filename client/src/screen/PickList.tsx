import { useEffect, useRef, useState } from 'react';
import classes from './PickList.module.css';

interface Item {
  value: string;
  label: string;
  note?: string;
  count: number;
  /** The count in words. */
  of: string;
}

interface PickListProps {
  /** What the items are, in the plural. */
  name: string;
  items: readonly Item[];
  /** How many there are, listed or not. */
  total: number;
  chosen: readonly string[];
  empty: string;
  onChoose(chosen: string[]): void;
}

const ROWS = 40;
const SEARCHED_ABOVE = 7;

/** A list to search in and to choose from; choosing none means all. */
export function PickList({ name, items, total, chosen, empty, onChoose }: PickListProps) {
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Who opened it sees it: at the end of the filters it would come out of sight.
    const section = list.current?.closest('section');
    if (section?.contains(document.activeElement)) section.scrollIntoView({ block: 'nearest' });
  }, []);
  if (items.length === 0) return <p className={classes.note}>{empty}</p>;
  const wanted = text.trim().toLowerCase();
  const found = items.filter(
    ({ value, label, note = '' }) => chosen.includes(value) || `${label} ${note}`.toLowerCase().includes(wanted),
  );
  const rows = found
    .toSorted((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)))
    .slice(0, Math.max(ROWS, chosen.length));
  return (
    <>
      {items.length > SEARCHED_ABOVE && (
        <input
          type="search"
          className={classes.search}
          aria-label={`Search ${name}`}
          placeholder={`Search ${total.toLocaleString('en')} ${name}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul ref={list} className={classes.rows}>
        {rows.map(({ value, label, note, count, of }) => (
          <li key={value}>
            <label className={classes.row}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={({ currentTarget: { checked } }) =>
                  onChoose(checked ? [...chosen, value] : chosen.filter((other) => other !== value))
                }
              />
              <span className={classes.label}>
                <span className={classes.name} title={label}>
                  {label}
                </span>
                {note && <span className={classes.soft}>{note}</span>}
              </span>
              <span className={classes.count} title={of}>
                {count.toLocaleString('en')}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {rows.length < found.length && <p className={classes.note}>{found.length - rows.length} more: search for them</p>}
      {total > items.length && (
        <p className={classes.note}>
          {items.length.toLocaleString('en')} of {total.toLocaleString('en')} listed
        </p>
      )}
      {chosen.length > 0 && (
        <button type="button" className={classes.clear} onClick={() => onChoose([])}>
          All {name} again
        </button>
      )}
    </>
  );
}
