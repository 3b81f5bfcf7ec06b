import { describe, expect, it } from 'vitest';
import { largestComponent } from '../../../client/src/canvas/component.ts';
import { network } from './network.ts';

describe('largestComponent', () => {
  it('gives the nodes of the largest part that hangs together, whichever way its edges point', () => {
    const graph = network('ada met ben', 'cem praised dan', 'eve praised dan', 'eve visited place-x');
    expect(largestComponent(graph).sort()).toEqual(['cem', 'dan', 'eve', 'place-x']);
    expect(largestComponent(network())).toEqual([]);
  });
});
