import type { EntityType, Modality } from '../../../src/ontology.ts';
import type { Shown } from './filters.ts';
import type { Network } from './network.ts';
import { MODALITY_WORDS, relationWords, TYPE_WORDS } from './words.ts';

export interface EntityRow {
  key: string;
  label: string;
  type: EntityType;
  degree: number;
  articles: number;
  mentions: number;
  first: string;
  last: string;
}

export interface RelationRow {
  key: string;
  from: string;
  type: string;
  to: string;
  modality: Modality;
  date: string;
  sources: number;
  articles: number;
  sentences: number;
  confidence: number;
}

export interface Column<R> {
  name: string;
  /** What a row is sorted by and copied as. */
  of(row: R): string | number;
  numeric?: true;
}

export const ENTITY_COLUMNS: readonly Column<EntityRow>[] = [
  { name: 'Name', of: ({ label }) => label },
  { name: 'Type', of: ({ type }) => TYPE_WORDS[type].one },
  { name: 'Relations', of: ({ degree }) => degree, numeric: true },
  { name: 'Articles', of: ({ articles }) => articles, numeric: true },
  { name: 'Mentions', of: ({ mentions }) => mentions, numeric: true },
  { name: 'First', of: ({ first }) => first },
  { name: 'Last', of: ({ last }) => last },
];

export const RELATION_COLUMNS: readonly Column<RelationRow>[] = [
  { name: 'From', of: ({ from }) => from },
  { name: 'Relation', of: ({ type }) => relationWords(type) },
  { name: 'To', of: ({ to }) => to },
  { name: 'Said as', of: ({ modality }) => MODALITY_WORDS[modality].label },
  { name: 'Date', of: ({ date }) => date },
  { name: 'Sources', of: ({ sources }) => sources, numeric: true },
  { name: 'Articles', of: ({ articles }) => articles, numeric: true },
  { name: 'Sentences', of: ({ sentences }) => sentences, numeric: true },
  { name: 'Sure, %', of: ({ confidence }) => Math.round(confidence * 100), numeric: true },
];

export const entityRows = (network: Network, { nodes }: Pick<Shown, 'nodes'>): EntityRow[] =>
  [...nodes].map((key) => {
    const { label, type, degree, articles, mentionCount, firstDate, lastDate } = network.getNodeAttributes(key);
    return { key, label, type, degree, articles, mentions: mentionCount, first: firstDate ?? '', last: lastDate ?? '' };
  });

export const relationRows = (network: Network, { edges }: Pick<Shown, 'edges'>): RelationRow[] =>
  [...edges].map((key) => {
    const { type, modality, date, weight, sources, evidenceCount, confidence } = network.getEdgeAttributes(key);
    const [from, to] = network.extremities(key).map((node) => network.getNodeAttribute(node, 'label'));
    return {
      ...{ key, from: from ?? '', type, to: to ?? '', modality, date: date ?? '', confidence },
      ...{ sources, articles: weight, sentences: evidenceCount },
    };
  });

export interface Order {
  column: number;
  down: boolean;
}

/** The rows that hold the text in any column, in order; rows alike stay as they were. */
export function arranged<R>(rows: readonly R[], columns: readonly Column<R>[], text: string, order: Order): R[] {
  const wanted = text.trim().toLowerCase();
  const by = columns[order.column];
  const found = rows.filter(
    (row) => wanted === '' || columns.some((column) => String(column.of(row)).toLowerCase().includes(wanted)),
  );
  if (!by) return found;
  const turn = order.down ? -1 : 1;
  return found.sort((a, b) => turn * compare(by.of(a), by.of(b)));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** As a spreadsheet takes it from the clipboard; words of an article never become a formula there. */
export const tsv = <R>(rows: readonly R[], columns: readonly Column<R>[]): string =>
  [columns.map(({ name }) => name), ...rows.map((row) => columns.map((column) => cell(column.of(row))))]
    .map((cells) => cells.join('\t'))
    .join('\n');

const cell = (value: string | number): string =>
  typeof value === 'number' ? String(value) : value.replace(/\s+/g, ' ').replace(/^(?=[=+\-@])/, "'");
