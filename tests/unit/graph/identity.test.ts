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

  it('keeps people apart who share a short name and differ in the middle of their own', () => {
    const claims = [
      ...own('person:oda-b-reyl', 'person:oda-birgit-reyl', 'person:oda-cb-reyl', 'person:oda-reyl'),
      { name: 'person:oda-b-reyl', alias: 'person:oda-reyl' },
      { name: 'person:oda-birgit-reyl', alias: 'person:oda-reyl' },
      { name: 'person:oda-cb-reyl', alias: 'person:oda-reyl' },
    ];
    expect(Object.fromEntries(identify(claims))).toEqual({
      'person:oda-b-reyl': 'person:oda-birgit-reyl',
      'person:oda-birgit-reyl': 'person:oda-birgit-reyl',
      'person:oda-cb-reyl': 'person:oda-cb-reyl',
      'person:oda-reyl': 'person:oda-reyl',
    });
  });

  it('keeps father and son apart', () => {
    const claims = [
      ...own('person:tomas-reyl-jr', 'person:tomas-reyl-sr', 'person:tomas-reyl'),
      { name: 'person:tomas-reyl-jr', alias: 'person:tomas-reyl' },
      { name: 'person:tomas-reyl-sr', alias: 'person:tomas-reyl' },
    ];
    expect(new Set(identify(claims).values()).size).toBe(3);
  });

  it('keeps people of one name apart whose ages are years apart, and goes by the bare name where there is one', () => {
    const aged = (year: number): Claim[] => [
      ...own(`person:oda-reyl~${year}`),
      { name: `person:oda-reyl~${year}`, alias: 'person:oda-reyl' },
    ];
    const one = identify([...aged(1950), ...aged(1951), ...own('person:oda-reyl')]);
    expect(new Set(one.values())).toEqual(new Set(['person:oda-reyl']));
    const two = identify([...aged(1950), ...aged(1951), ...aged(1984)]);
    expect(Object.fromEntries(two)).toEqual({
      'person:oda-reyl~1950': 'person:oda-reyl~1950',
      'person:oda-reyl~1951': 'person:oda-reyl~1950',
      'person:oda-reyl~1984': 'person:oda-reyl~1984',
    });
  });

  it('leads a short name with a title to the one full name that was borne with it', () => {
    const short: Claim[] = [
      ...own('person:reyl@president', 'person:reyl'),
      { name: 'person:reyl@president', alias: 'person:reyl' },
    ];
    const president = (name: string): Claim[] => [...own(name), { name, alias: 'person:reyl@president' }];
    const one = identify([...short, ...president('person:tomas-reyl'), ...own('person:oda-reyl')]);
    expect(Object.fromEntries(one)).toEqual({
      'person:reyl@president': 'person:tomas-reyl',
      'person:tomas-reyl': 'person:tomas-reyl',
      'person:oda-reyl': 'person:oda-reyl',
      'person:reyl': 'person:reyl',
    });
    const two = identify([...short, ...president('person:tomas-reyl'), ...president('person:oda-reyl')]);
    expect(two.get('person:reyl@president')).toBe('person:reyl');
  });

  it('does not depend on the order of the claims', () => {
    const name = fc.constantFrom(
      'person:a-b',
      'person:a-b-c',
      'person:a-d-c',
      'person:a-c',
      'person:a-c~1950',
      'person:a-c~1952',
      'person:a-c~1984',
      'person:c@president',
      'person:c',
      'person:d-e',
      'organization:xy',
      'organization:x-y-z',
      'organization:xx-yy',
    );
    const claims = fc.array(fc.record({ name, alias: name }), { maxLength: 16 });
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
