import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useExplorer } from '../explorer.ts';
import {
  arranged,
  type Column,
  ENTITY_COLUMNS,
  type EntityRow,
  entityRows,
  type Order,
  RELATION_COLUMNS,
  type RelationRow,
  relationRows,
  tsv,
} from '../state/rows.ts';
import { count, dateWords } from '../state/words.ts';
import { ModalityBadge, Sureness } from './Facts.tsx';
import { Grid } from './Grid.tsx';
import { Shape } from './Shape.tsx';
import classes from './TableView.module.css';

/** All that the graph shows, as lists: for those who do not see it, and for those who like lists. */
export default function TableView() {
  const { network, shown, view } = useExplorer();
  const [of, setOf] = useState<'entities' | 'relations'>('entities');
  const entities = useMemo(() => entityRows(network, shown), [network, shown]);
  const relations = useMemo(() => relationRows(network, shown), [network, shown]);
  const label = (name: string, n: number) => `${name} (${n.toLocaleString('en')})`;
  const tabs = (
    <SegmentedControl
      size="xs"
      value={of}
      aria-label="Rows"
      onChange={(value) => setOf(value === 'relations' ? 'relations' : 'entities')}
      data={[
        { value: 'entities', label: label('Entities', entities.length) },
        { value: 'relations', label: label('Relations', relations.length) },
      ]}
    />
  );
  return of === 'entities' ? (
    <List
      key="entities"
      tabs={tabs}
      name="Entities"
      rows={entities}
      columns={ENTITY_COLUMNS}
      first={{ column: 2, down: true }}
      chosen={view.nodes}
      onChoose={(nodes) => view.select(nodes)}
      onOpen={({ key }) => view.select([key])}
      cell={entityCell}
    />
  ) : (
    <List
      key="relations"
      tabs={tabs}
      name="Relations"
      rows={relations}
      columns={RELATION_COLUMNS}
      first={{ column: 4, down: true }}
      chosen={view.edge === null ? [] : [view.edge]}
      onOpen={({ key }) => view.openEdge(key)}
      cell={relationCell}
    />
  );
}

function entityCell(row: EntityRow, column: Column<EntityRow>): React.ReactNode {
  if (column.name === 'Type')
    return (
      <span className={classes.type}>
        <Shape type={row.type} size={12} />
        {column.of(row)}
      </span>
    );
  if (column.name === 'First' || column.name === 'Last') return dateWords(String(column.of(row)));
  return column.of(row).toLocaleString('en');
}

function relationCell(row: RelationRow, column: Column<RelationRow>): React.ReactNode {
  if (column.name === 'Said as') return row.modality === 'actual' ? 'Fact' : <ModalityBadge modality={row.modality} />;
  if (column.name === 'Date') return dateWords(row.date);
  if (column.name === 'Sure, %') return <Sureness confidence={row.confidence} />;
  return column.of(row).toLocaleString('en');
}

interface ListProps<R> {
  tabs: React.ReactNode;
  name: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  first: Order;
  chosen: readonly string[];
  onChoose?: (keys: string[]) => void;
  onOpen(row: R): void;
  cell(row: R, column: Column<R>): React.ReactNode;
}

/** Rows with what narrows them and takes them along. */
function List<R extends { key: string }>({ tabs, rows, columns, first, ...grid }: ListProps<R>) {
  const { say } = useExplorer();
  const [text, setText] = useState('');
  const [order, setOrder] = useState(first);
  const found = useMemo(() => arranged(rows, columns, text, order), [rows, columns, text, order]);
  const marked = grid.onChoose ? found.filter(({ key }) => grid.chosen.includes(key)) : [];
  const taken = marked.length > 0 ? marked : found;
  const copy = () =>
    navigator.clipboard.writeText(tsv(taken, columns)).then(
      () => say(`${count(taken.length, 'row')} copied`),
      () => say('The browser does not allow this page to copy'),
    );
  return (
    <section className={classes.table} aria-label="Table">
      <div className={classes.tools}>
        {tabs}
        <input
          type="search"
          className={classes.search}
          placeholder="Filter rows"
          aria-label="Filter rows"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className={classes.found} role="status">
          {text.trim() !== '' && count(found.length, 'row')}
        </span>
        <Button size="compact-sm" variant="default" fw={500} onClick={() => void copy()}>
          {marked.length > 0 ? `Copy ${count(marked.length, 'chosen row')}` : 'Copy rows'}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className={classes.none}>
          {text.trim() === '' ? 'Nothing is left: clear some filters.' : `No row holds “${text.trim()}”.`}
        </p>
      ) : (
        <Grid {...grid} rows={found} columns={columns} order={order} onOrder={setOrder} />
      )}
    </section>
  );
}
