import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';
import { extract } from '../../../src/extract.ts';
import { foldGraph } from '../../../src/graph/index.ts';
import { loadModel } from '../../../src/language/index.ts';

const model = loadModel();

/** The people of the graph of such articles. */
const peopleOf = (...texts: string[]): string[] =>
  foldGraph(texts.map((text) => extract(makeArticle(text, {}), model)))
    .mapNodes((_, { label, type }) => ({ label, type }))
    .flatMap(({ label, type }) => (type === 'person' ? [label] : []))
    .sort();

describe('short names over articles', () => {
  it('lead to the full name that was borne with the same title elsewhere', () => {
    const said = ['President Tomas Reyl visited Varna on Monday.', 'President Reyl met Oda Brandt in Oslo on Tuesday.'];
    expect(peopleOf(...said)).toEqual(['Oda Brandt', 'Tomas Reyl']);
    expect(peopleOf(...said.toReversed())).toEqual(['Oda Brandt', 'Tomas Reyl']);
  });

  it('stay alone without a title, with another, or where two people bore it', () => {
    const full = 'President Tomas Reyl visited Varna on Monday.';
    expect(peopleOf(full, 'Reyl met Oda Brandt in Oslo.')).toEqual(['Oda Brandt', 'Reyl', 'Tomas Reyl']);
    expect(peopleOf(full, 'Foreign Minister Reyl met Oda Brandt in Oslo.')).toContain('Reyl');
    expect(peopleOf(full, 'President Mara Reyl died.', 'President Reyl met Oda Brandt in Oslo.')).toContain('Reyl');
  });

  it('do not become the label, however often they stand alone', () => {
    const again = [1, 2, 3].map((day) => `President Reyl met Oda Brandt in Oslo on ${day} May.`);
    expect(peopleOf('President Tomas Reyl visited Varna on Monday.', ...again)).toContain('Tomas Reyl');
  });
});
