import { describe, expect, it } from 'vitest';
import { counts, type Filters, visible } from '../../../client/src/state/filters.ts';
import { merge } from '../../../client/src/state/network.ts';
import { network, node } from './network.ts';

const nothing: Filters = { types: [], relations: [], modalities: [] };
const graph = () => network('ada met ben', 'ada visited place-x (planned)', 'ben praised cem');

describe('visible', () => {
  it('shows everything when nothing is filtered', () => {
    const shown = visible(graph(), nothing, new Set());
    expect(shown.nodes.size).toBe(4);
    expect(shown.edges.size).toBe(3);
  });

  it('takes the relations of a type that is off with it, and the nodes that had no others', () => {
    const shown = visible(graph(), { ...nothing, relations: ['praised'] }, new Set());
    expect([...shown.nodes].sort()).toEqual(['ada', 'ben', 'place-x']);
  });

  it('takes away the nodes of a type, whatever they are tied to', () => {
    const shown = visible(graph(), { ...nothing, types: ['place'] }, new Set());
    expect(shown.nodes.has('place-x')).toBe(false);
    expect(shown.nodes.has('ada')).toBe(true);
  });

  it('keeps what is chosen, though the filters would take it', () => {
    expect(visible(graph(), { ...nothing, modalities: ['planned'] }, new Set(), ['place-x']).nodes.has('place-x')).toBe(
      true,
    );
  });

  it('keeps a node that never had a relation', () => {
    const lonely = graph();
    merge(lonely, { nodes: [node('dan')], edges: [] });
    expect(visible(lonely, { ...nothing, relations: ['met', 'visited', 'praised'] }, new Set()).nodes).toEqual(
      new Set(['dan']),
    );
  });

  it('leaves out what was hidden by hand', () => {
    const shown = visible(graph(), nothing, new Set(['ben']));
    expect([...shown.nodes].sort()).toEqual(['ada', 'place-x']);
  });
});

describe('counts', () => {
  it('counts types, relations and kinds of statement, the commonest relation first', () => {
    const { types, relations, modalities } = counts(network('ada met ben', 'ben met cem', 'ada praised cem (negated)'));
    expect(types).toEqual([{ type: 'person', count: 3 }]);
    expect(relations).toEqual([
      { type: 'met', count: 2 },
      { type: 'praised', count: 1 },
    ]);
    expect(modalities.find(({ modality }) => modality === 'negated')?.count).toBe(1);
  });
});
