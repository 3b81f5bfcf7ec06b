import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import type { Column, Order } from '../state/rows.ts';
import classes from './TableView.module.css';

interface GridProps<R> {
  name: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  order: Order;
  onOrder(order: Order): void;
  chosen: readonly string[];
  /** Rows can be marked where this is given. */
  onChoose?: (keys: string[]) => void;
  onOpen(row: R): void;
  cell(row: R, column: Column<R>): React.ReactNode;
}

const ROW = 36;
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/** A table of any length: only the rows in sight are in the page, and each says which one it is. */
export function Grid<R extends { key: string }>(props: GridProps<R>) {
  const { name, rows, columns, order, onOrder, chosen, onChoose, onOpen, cell } = props;
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const marked = new Set(chosen);

  /** Arrows go from row to row, in the column that has the focus. */
  const walk = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const place = placeOf(event.target);
    const steps = STEPS[event.key];
    if (place === null || steps === undefined) return;
    event.preventDefault();
    const to = Math.min(rows.length - 1, Math.max(0, place.row + steps));
    virtual.scrollToIndex(to);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-row="${to}"] [data-kind="${place.kind}"]`)?.focus(),
    );
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
    <section className={classes.box} ref={box} tabIndex={0} aria-label={`${name}, ${rows.length} rows`}>
      <table className={classes.grid} aria-rowcount={rows.length + 1} aria-label={name}>
        <thead>
          <tr aria-rowindex={1}>
            {onChoose && (
              <th className={classes.mark}>
                <span className="visually-hidden">Chosen</span>
              </th>
            )}
            {columns.map((column, i) => (
              <th
                key={column.name}
                scope="col"
                data-numeric={column.numeric}
                aria-sort={i !== order.column ? 'none' : order.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() =>
                    onOrder({ column: i, down: i === order.column ? !order.down : column.numeric === true })
                  }
                >
                  {column.name}
                  <span aria-hidden="true">{i !== order.column ? '' : order.down ? '↓' : '↑'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <Room height={above} />
        <tbody onKeyDown={walk}>
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            const on = marked.has(row.key);
            return (
              <tr key={row.key} data-row={index} data-on={on} aria-rowindex={index + 2}>
                {onChoose && (
                  <td className={classes.mark}>
                    <input
                      type="checkbox"
                      data-kind="mark"
                      aria-label={`Choose ${columns[0]?.of(row)}`}
                      checked={on}
                      onChange={() => onChoose(on ? chosen.filter((key) => key !== row.key) : [...chosen, row.key])}
                    />
                  </td>
                )}
                {columns.map((column, i) =>
                  i === 0 ? (
                    <th key={column.name} scope="row">
                      <button type="button" data-kind="open" onClick={() => onOpen(row)}>
                        {cell(row, column)}
                      </button>
                    </th>
                  ) : (
                    <td key={column.name} data-numeric={column.numeric}>
                      {cell(row, column)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        <Room height={below} />
      </table>
    </section>
  );
}

/** Stands in for the rows that are out of sight. */
const Room = ({ height }: { height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  );

/** The row that has the focus, and which of its controls. */
function placeOf(target: EventTarget): { row: number; kind: string } | null {
  if (!(target instanceof HTMLElement)) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  const { kind } = target.dataset;
  return row === undefined || kind === undefined ? null : { row: Number(row), kind };
}
