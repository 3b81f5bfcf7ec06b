import { describe, expect, it } from 'vitest';
import { thickness } from '../../../client/src/canvas/look.ts';
import { lines } from '../../../client/src/state/lines.ts';
import { atOnce } from '../../../client/src/state/slices.ts';
import { network } from './network.ts';

const drawn = (sentences: string[], fanned: (a: string, b: string) => boolean = () => false) => {
  const graph = network(...sentences);
  return atOnce(lines(graph, new Set(graph.edges()), fanned));
};

describe('lines', () => {
  it('draws all relations of a pair in one direction as one line', () => {
    const [line, ...others] = drawn(['ada praised ben', 'ada invited ben', 'ada visited ben']);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ source: 'ada', target: 'ben', directed: true, curvature: 0 });
    expect(line?.edges).toHaveLength(3);
  });

  it('draws a line the thicker, the more independent sources stand behind its best attested relation', () => {
    const graph = network('ada praised ben', 'ada invited ben', 'cem praised dan');
    graph.setEdgeAttribute('ada invited ben 1', 'sources', 3);
    const [several, one] = atOnce(lines(graph, new Set(graph.edges()), () => false));
    expect([several?.sources, one?.sources]).toEqual([3, 1]);
    expect(thickness(3)).toBeGreaterThan(thickness(1));
  });

  it('bows the two directions of a pair away from each other', () => {
    const [there, back] = drawn(['ada praised ben', 'ben praised ada']);
    // Measured from its own source, either bow is on the same hand, so on the other side of the pair.
    expect(there?.curvature).toBe(back?.curvature);
    expect(there?.curvature).not.toBe(0);
  });

  it('keeps relations without direction apart from those with one', () => {
    expect(
      drawn(['ada met ben', 'ada praised ben'])
        .map(({ directed }) => directed)
        .sort(),
    ).toEqual([false, true]);
  });

  it('fans a pair out into a line an edge when asked, each bowed differently', () => {
    const fan = drawn(
      ['ada met ben', 'ada praised ben', 'ada invited ben', 'cem met dan'],
      (a, b) => `${a}${b}` === 'adaben',
    );
    const pair = fan.filter(({ source }) => source === 'ada');
    expect(pair).toHaveLength(3);
    expect(new Set(pair.map(({ curvature }) => curvature)).size).toBe(3);
  });

  it('shows a line as what is surest of it: fact before plan before denial', () => {
    const [line] = drawn(['ada visited ben (negated)', 'ada praised ben (planned)', 'ada invited ben']);
    expect(line?.modality).toBe('actual');
    const [unsure] = drawn(['ada visited ben (negated)', 'ada praised ben (planned)']);
    expect(unsure?.modality).toBe('planned');
  });

  it('leaves out a relation of a node with itself', () => {
    expect(drawn(['ada praised ada'])).toEqual([]);
  });
});
