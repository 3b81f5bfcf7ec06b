import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcronymOf, isSureAlias, nameKey } from '../../../src/graph/names.ts';

describe('the key of a name', () => {
  it('is readable: the type and the name', () => {
    expect(nameKey('person', 'Mara Ilves')).toBe('person:mara-ilves');
  });

  it('is the same for spellings that differ in case, hyphens, marks, dots and a leading article', () => {
    expect(nameKey('person', 'Li Song-Ho')).toBe(nameKey('person', 'LI SONG HO'));
    expect(nameKey('person', 'Tomás Reył')).toBe('person:tomas-reyl');
    expect(nameKey('organization', 'the U.N.')).toBe(nameKey('organization', 'UN'));
    expect(nameKey('person', 'J. K. Ilves')).toBe(nameKey('person', 'J.K. Ilves'));
  });

  it('leads every name of a country to the one that news uses', () => {
    expect(nameKey('place', 'DPRK')).toBe('place:north-korea');
    expect(nameKey('place', 'the United States')).toBe(nameKey('place', 'US'));
  });

  it('keeps an organization apart that is called like a country', () => {
    expect(nameKey('organization', 'US')).toBe('organization:us');
  });

  it('keeps letters of other scripts', () => {
    expect(nameKey('person', 'Мара Илвес')).toBe('person:мара-илвес');
  });

  it('is never empty nor long, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(nameKey('person', name)).toMatch(/^person:.{1,120}$/su);
      }),
    );
  });
});

describe('an alias that is sure beyond its article', () => {
  it('is a full name of a person, without title', () => {
    expect(isSureAlias('person', 'Tomas Reyl', 'Tomas Anders Reyl')).toBe(true);
    expect(isSureAlias('person', 'Reyl', 'Tomas Reyl')).toBe(false);
    expect(isSureAlias('person', 'T. Reyl', 'Tomas Reyl')).toBe(false);
    expect(isSureAlias('person', 'President Reyl', 'Tomas Reyl')).toBe(false);
  });

  it('is an acronym of anything else', () => {
    expect(isAcronymOf('H.W.U.', 'Harbour Workers Union')).toBe(true);
    expect(isSureAlias('organization', 'HWU', 'Harbour Workers Union')).toBe(true);
    expect(isSureAlias('organization', 'the union', 'Harbour Workers Union')).toBe(false);
    expect(isSureAlias('organization', 'HWX', 'Harbour Workers Union')).toBe(false);
  });
});
