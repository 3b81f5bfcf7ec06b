import { describe, expect, it } from 'vitest';
import { filtersSet, kinds, type Sieve, sift } from '../../../client/src/state/filters.ts';
import { merge, type Network } from '../../../client/src/state/network.ts';
import { leavesOf } from '../../../client/src/state/reach.ts';
import { atOnce } from '../../../client/src/state/slices.ts';
import { EMPTY_VIEW } from '../../../client/src/state/viewState.ts';
import { network, node } from './network.ts';

const graph = () => network('ada met ben', 'ada visited place-x (planned)', 'ben praised cem');
const left = (of: Network, sieve: Partial<Sieve> = {}) => atOnce(sift(of, () => true, { ...EMPTY_VIEW, ...sieve }));
const names = ({ nodes }: { nodes: ReadonlySet<string> }) => [...nodes].sort();

describe('sift', () => {
  it('shows everything when nothing is filtered', () => {
    const shown = left(graph());
    expect([shown.nodes.size, shown.edges.size]).toEqual([4, 3]);
    expect(shown.filtered).toEqual({ nodes: 0, edges: 0 });
  });

  it('takes the relations of a type that is off with it, and the nodes that had no others', () => {
    const shown = left(graph(), { relations: ['praised'] });
    expect(names(shown)).toEqual(['ada', 'ben', 'place-x']);
    expect(shown.filtered).toEqual({ nodes: 1, edges: 1 });
  });

  it('takes away the nodes of a type, whatever they are tied to', () => {
    expect(names(left(graph(), { types: ['place'] }))).toEqual(['ada', 'ben', 'cem']);
  });

  it('shows all nodes of a type that is on, though those that they are tied to are off', () => {
    const shown = left(graph(), { types: ['person'] });
    expect(names(shown)).toEqual(['place-x']);
    expect(shown.counts.types.get('person')).toBe(3);
    expect(names(left(graph(), { types: ['person'], confidence: 50 }))).toEqual([]);
  });

  it('keeps what is chosen, though the filters would take it', () => {
    expect(left(graph(), { modalities: ['planned'], nodes: ['place-x'] }).nodes.has('place-x')).toBe(true);
  });

  it('keeps a node that never had a relation', () => {
    const lonely = graph();
    merge(lonely, { nodes: [node('dan')], edges: [] });
    expect(names(left(lonely, { relations: ['met', 'visited', 'praised'] }))).toEqual(['dan']);
  });

  it('leaves a node without relations out where it is asked when, or who says so', () => {
    const lonely = graph();
    merge(lonely, { nodes: [node('dan')], edges: [] });
    expect(left(lonely, { since: '2024-01-01' }).nodes.has('dan')).toBe(false);
    const [met = ''] = lonely.edges();
    expect(names(atOnce(sift(lonely, () => true, EMPTY_VIEW, new Set([met]))))).toEqual(['ada', 'ben']);
  });

  it('leaves out what was hidden by hand, and does not call it filtered', () => {
    const shown = left(graph(), { hidden: ['ben'] });
    expect(names(shown)).toEqual(['ada', 'place-x']);
    expect(shown.filtered.nodes).toBe(0);
  });

  it('leaves out what is not in the picture', () => {
    const shown = atOnce(sift(graph(), (key) => key !== 'cem', EMPTY_VIEW));
    expect(names(shown)).toEqual(['ada', 'ben', 'place-x']);
  });

  it('shows what is surer than asked, and in as many articles as asked', () => {
    expect(left(graph(), { confidence: 91 }).edges.size).toBe(0);
    expect(left(graph(), { confidence: 90 }).edges.size).toBe(3);
    expect(left(graph(), { weight: 2 }).edges.size).toBe(0);
  });

  it('shows what has a day in common with the stretch of time, and the undated when they are asked for', () => {
    const dated = graph();
    const [met = '', visited = ''] = dated.edges();
    dated.setEdgeAttribute(met, 'date', '2024-03');
    dated.setEdgeAttribute(visited, 'date', '2024-05-02/2024-05-09');
    expect(left(dated, { since: '2024-03-31', until: '2024-05-01' }).edges.size).toBe(2);
    expect([...left(dated, { since: '2024-05-09', undated: false }).edges]).toEqual([visited]);
    expect(left(dated, { undated: false }).counts.undated).toBe(1);
  });

  it('shows what is so many steps around a node', () => {
    expect(names(left(graph(), { around: ['cem'], depth: 0 }))).toEqual(['cem']);
    expect(names(left(graph(), { around: ['cem'], depth: 1 }))).toEqual(['ben', 'cem']);
    expect(names(left(graph(), { around: ['cem'], depth: 2 }))).toEqual(['ada', 'ben', 'cem']);
  });

  it('counts of each kind what is there under the other filters', () => {
    const { counts } = left(graph(), { relations: ['met'], types: ['place'] });
    expect(Object.fromEntries(counts.relations)).toEqual({ met: 1, praised: 1 });
    expect(Object.fromEntries(counts.types)).toEqual({ person: 2, place: 1 });
    expect(Object.fromEntries(counts.modalities)).toEqual({ actual: 1 });
  });
});

describe('leavesOf', () => {
  it('finds the neighbours that nothing else in the picture holds', () => {
    const star = network('ada met ben', 'ada met cem', 'cem praised dan');
    expect(leavesOf(star, left(star), 'ada')).toEqual(['ben']);
    expect(leavesOf(star, left(star, { relations: ['praised'] }), 'ada')).toEqual(['ben', 'cem']);
  });
});

describe('kinds', () => {
  it('lists the relations that there are, the commonest first', () => {
    const { relations, types } = atOnce(kinds(network('ada met ben', 'ben met cem', 'ada praised cem (negated)')));
    expect(relations).toEqual([
      ['met', 2],
      ['praised', 1],
    ]);
    expect(types.get('person')).toBe(3);
  });
});

describe('filtersSet', () => {
  it('counts each thing that is off, and each slider that was moved', () => {
    expect(filtersSet(EMPTY_VIEW)).toBe(0);
    expect(filtersSet({ ...EMPTY_VIEW, types: ['place', 'event'], confidence: 40, since: '2024-01-01' })).toBe(4);
  });
});
