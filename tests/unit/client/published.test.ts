import { describe, expect, it } from 'vitest';
import { shortestPaths } from '../../../client/src/api/published/paths.ts';
import { match } from '../../../client/src/api/published/search.ts';
import { network as networkOf } from './network.ts';

describe('the search in a published folder', () => {
  it.each([
    ['lavr', 'Ludmila Lavrić', 2],
    ['ludmila', 'Ludmila Lavrić', 1],
    ['ludmila lavric', 'Ludmila Lavrić', 0],
    ['lavirc', 'Ludmila Lavrić', 3],
    ['lavrc', 'Ludmila Lavrić', 3],
    ['tomas', 'Ludmila Lavrić', null],
  ])('answers to "%s" with %s', (typed, name, rank) => {
    expect(match(name, typed)).toBe(rank);
  });
});

describe('the paths in a published folder', () => {
  const network = networkOf(
    'ana met ben',
    'ben visited cleo',
    'ana met dora',
    'dora met cleo',
    'dora met cleo',
    'eva met fred',
  );
  const all = () => true;

  it('are the shortest, whichever way their edges point, the most attested first', () => {
    const { paths, total } = shortestPaths(network, 'cleo', 'ana', all);
    expect(paths.map(({ nodes }) => nodes.join(' '))).toEqual(['cleo dora ana', 'cleo ben ana']);
    expect(paths[0]?.edges.map((step) => step.length)).toEqual([2, 1]);
    expect(total).toBe(2);
  });

  it('go over no edge that does not fit, and are none where nothing connects', () => {
    const met = (edge: string) => network.getEdgeAttribute(edge, 'type') === 'met';
    expect(shortestPaths(network, 'ana', 'cleo', met).total).toBe(1);
    expect(shortestPaths(network, 'ana', 'fred', all).paths).toEqual([]);
  });
});
