import { largestConnectedComponent } from 'graphology-components';
import { describe, expect, it } from 'vitest';
import { network } from './network.ts';

describe('largestConnectedComponent', () => {
  it('gives the nodes of the largest part that hangs together, whichever way its edges point', () => {
    const graph = network('ada met ben', 'cem praised dan', 'eve praised dan', 'eve visited place-x');
    expect(largestConnectedComponent(graph).sort()).toEqual(['cem', 'dan', 'eve', 'place-x']);
    expect(largestConnectedComponent(network())).toEqual([]);
  });
});
