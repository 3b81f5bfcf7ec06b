import type { Entity } from '../entities/entity.ts';
import { countryOf, countryOfCapital } from '../lexicon/index.ts';
import { ABROAD } from './presence.ts';
import type { Statement } from './statement.ts';

const OF_A_COUNTRY = new Set(['leads', 'works_for', 'represents', 'citizen_of', 'lives_in']);

/**
 * Without visits that were only seen in where someone spoke or met others, but for those of people who are known to be
 * of another country: at home, nobody is a guest.
 */
export function withoutHome(statements: readonly Statement[], entities: readonly Entity[]): Statement[] {
  if (!statements.some(({ evidence }) => evidence.rule === ABROAD)) return [...statements];
  const named = (entity: number) => entities[entity]?.label ?? '';
  const own = (place: string): string | null => {
    const country = countryOf(place) ?? countryOfCapital(place);
    return country?.kind === 'country' || country?.kind === 'nation' ? country.label : null;
  };
  const holders = new Map(
    statements.filter(({ type }) => type === 'located_in').map((one) => [named(one.subject), named(one.object)]),
  );
  const countryOfPlace = (place: string): string | null => own(place) ?? own(holders.get(place) ?? '');
  const homes = new Map<number, Set<string>>();
  for (const { type, subject, object } of statements) {
    const country = OF_A_COUNTRY.has(type) ? countryOfPlace(named(object)) : null;
    if (country !== null) homes.set(subject, (homes.get(subject) ?? new Set()).add(country));
  }
  return statements.filter(({ evidence, subject, object }) => {
    if (evidence.rule !== ABROAD) return true;
    const country = countryOfPlace(named(object));
    const home = homes.get(subject);
    return country !== null && home !== undefined && !home.has(country);
  });
}
