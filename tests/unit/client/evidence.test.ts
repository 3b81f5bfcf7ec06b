import { describe, expect, it } from 'vitest';
import { findRelations, isNamed, pairAsked } from '../../../client/src/state/finding.ts';
import { independentSources } from '../../../client/src/state/sources.ts';
import { network } from './network.ts';

const said = (article: string, articleSource: string | null, text: string, ...by: string[]) => ({
  article,
  articleSource,
  text,
  attributedTo: by.map((label) => ({ label })),
});

describe('independentSources', () => {
  it('counts publishers, not articles', () => {
    expect(independentSources([said('1', 'The Varna Post', 'A.'), said('2', 'varna post', 'B.')])).toBe(1);
    expect(independentSources([said('1', 'The Varna Post', 'A.'), said('2', 'Lisbon Daily', 'B.')])).toBe(2);
    expect(independentSources([said('1', null, 'A.'), said('2', null, 'B.')])).toBe(2);
  });

  it('takes those for one that print the same sentence or name the same source', () => {
    expect(independentSources([said('1', 'The Varna Post', 'A  b.'), said('2', 'Lisbon Daily', 'A b.')])).toBe(1);
    expect(
      independentSources([
        said('1', 'The Varna Post', 'A.', 'the ministry'),
        said('2', 'Lisbon Daily', 'B.', 'the ministry'),
      ]),
    ).toBe(1);
  });
});

describe('findRelations', () => {
  const graph = network('ada met ben', 'cem praised ada', 'cem works_for place-x');
  it('finds edges by the words of who, what and whom, in any order', () => {
    expect(findRelations(graph, 'Ben met', 5)).toEqual(['ada met ben 0']);
    expect(findRelations(graph, 'cem works', 5)).toEqual(['cem works_for place-x 2']);
    expect(findRelations(graph, 'praised', 5)).toEqual(['cem praised ada 1']);
  });
  it('leaves a name alone to the entities', () => {
    expect(findRelations(graph, 'ada', 5)).toEqual([]);
  });
});

describe('pairAsked', () => {
  it.each([
    ['ada and ben', 'ada', 'ben'],
    ['ada, ben', 'ada', 'ben'],
    ['How are Ada Cole and Ben connected, and who says so?', 'Ada Cole', 'Ben'],
    ['how is Ada connected to Ben?', 'Ada', 'Ben'],
    ['Ada → Ben', 'Ada', 'Ben'],
  ])('reads of "%s" that %s and %s are to be connected', (query, one, other) => {
    expect(pairAsked(query)).toEqual([one, other]);
  });
  it.each(['ada', 'ada and', 'ada, ben and cem', 'sandy land'])('reads nothing of the kind of "%s"', (query) => {
    expect(pairAsked(query)).toBeNull();
  });
});

describe('isNamed', () => {
  it('looks at every name, whatever its accents', () => {
    expect(isNamed({ label: 'Mara Ilveš', aliases: ['the mayor'] }, 'ilves mar')).toBe(true);
    expect(isNamed({ label: 'Mara Ilveš', aliases: ['the mayor'] }, 'mara met')).toBe(false);
    expect(isNamed({ label: 'Varna’s Post', aliases: [] }, 'Varna’s po')).toBe(true);
  });
});
