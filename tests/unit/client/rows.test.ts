import { describe, expect, it } from 'vitest';
import {
  arranged,
  ENTITY_COLUMNS,
  entityRows,
  RELATION_COLUMNS,
  relationRows,
  tsv,
} from '../../../client/src/state/rows.ts';
import { network } from './network.ts';

const graph = network('ada met ben', 'cem sold_to =ada (planned)');
const all = { nodes: new Set(graph.nodes()), edges: new Set(graph.edges()) };

describe('rows', () => {
  it('list what is shown', () => {
    expect(entityRows(graph, { nodes: new Set(['ada']) })).toMatchObject([{ key: 'ada', label: 'ada', degree: 1 }]);
    expect(relationRows(graph, all).map(({ from, type, to }) => `${from} ${type} ${to}`)).toContain('ada met ben');
  });

  it('are narrowed by a text in any column, and sorted', () => {
    const rows = entityRows(graph, all);
    const labels = (text: string, down: boolean) =>
      arranged(rows, ENTITY_COLUMNS, text, { column: 0, down }).map(({ label }) => label);
    expect(labels('', true)).toEqual(['cem', 'ben', 'ada', '=ada']);
    expect(labels(' ADA', false)).toEqual(['=ada', 'ada']);
    expect(labels('person', false).length).toBe(4);
  });

  it('go to a spreadsheet as they stand, and never as a formula', () => {
    const [row] = relationRows(graph, all).filter(({ modality }) => modality === 'planned');
    expect(tsv(row ? [row] : [], RELATION_COLUMNS)).toBe(
      "From\tRelation\tTo\tSaid as\tDate\tSources\tArticles\tSentences\tSure, %\ncem\tsold to\t'=ada\tPlanned\t\t1\t1\t1\t90",
    );
  });
});
