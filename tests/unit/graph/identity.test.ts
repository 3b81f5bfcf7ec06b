import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, identify } from '../../../src/graph/index.ts';

const own = (...names: string[]): Claim[] => names.map((name) => ({ name, alias: name }));

describe('identity over articles', () => {
  it('joins two full names of a person that one article gives together', () => {
    const claims = [
      ...own('person:tomas-reyl', 'person:tomas-a-reyl'),
      { name: 'person:tomas-a-reyl', alias: 'person:tomas-reyl' },
    ];
    expect(identify(claims).get('person:tomas-reyl')).toBe('person:tomas-a-reyl');
  });

  it('joins an acronym with the one label that claims it', () => {
    const claims = [...own('organization:hwu', 'organization:harbour-workers-union')];
    const both = [...claims, { name: 'organization:harbour-workers-union', alias: 'organization:hwu' }];
    expect(identify(both).get('organization:hwu')).toBe('organization:harbour-workers-union');
  });

  it('leaves an acronym alone that two labels claim', () => {
    const claims = [
      ...own('organization:hwu', 'organization:harbour-workers-union', 'organization:hill-walkers-union'),
      { name: 'organization:harbour-workers-union', alias: 'organization:hwu' },
      { name: 'organization:hill-walkers-union', alias: 'organization:hwu' },
    ];
    const found = identify(claims);
    expect(found.get('organization:hwu')).toBe('organization:hwu');
    expect(new Set(found.values()).size).toBe(3);
  });

  it('does not depend on the order of the claims', () => {
    const name = fc.constantFrom(
      'person:a-b',
      'person:a-b-c',
      'person:d-e',
      'organization:xy',
      'organization:x-y-z',
      'organization:xx-yy',
    );
    const claims = fc.array(fc.record({ name, alias: name }), { maxLength: 12 });
    fc.assert(
      fc.property(
        claims.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const sorted = (of: Claim[]) => [...identify(of)].sort(([a], [b]) => (a < b ? -1 : 1));
          expect(sorted(shuffled)).toEqual(sorted(all));
        },
      ),
    );
  });
});
