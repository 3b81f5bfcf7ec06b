import { bareName, isTitled, mayBeOnePerson } from './people.ts';

/** `name` is the key of an entity's label in some article, `alias` the key of another name of it there, or `name` itself. */
export interface Claim {
  name: string;
  alias: string;
}

/** In the order of code units, which is PostgreSQL's `collate "C"` but for astral characters, that keys rarely hold. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The fullest name stands for all: the longest, then the first in the order of code units. */
const fuller = (a: string, b: string): number => b.length - a.length || byCodeUnit(a, b);

/** Sets of names that grow together (Tarjan's union–find, by path halving). */
class Sets {
  readonly #parent = new Map<string, string>();

  find(name: string): string {
    let at = name;
    for (;;) {
      const up = this.#parent.get(at);
      if (up === undefined) {
        this.#parent.set(at, at);
        return at;
      }
      if (up === at) return at;
      const over = this.#parent.get(up) ?? up;
      this.#parent.set(at, over);
      at = over;
    }
  }

  join(a: string, b: string): void {
    this.#parent.set(this.find(a), this.find(b));
  }

  /** Every name that was ever asked for, by its set. */
  all(): string[][] {
    const sets = new Map<string, string[]>();
    for (const name of [...this.#parent.keys()]) {
      const root = this.find(name);
      const set = sets.get(root);
      if (set) set.push(name);
      else sets.set(root, [name]);
    }
    return [...sets.values()];
  }
}

/** Names that may be of one person, taken together; null where two of those that hang together cannot be. */
function peopleOf(names: readonly string[]): string[][] | null {
  const sets = new Sets();
  for (const [i, a] of names.entries()) {
    sets.find(a);
    for (const b of names.slice(i + 1)) if (mayBeOnePerson(a, b)) sets.join(a, b);
  }
  const people = sets.all();
  const agree = (some: string[]) => some.every((a, i) => some.slice(i + 1).every((b) => mayBeOnePerson(a, b)));
  return people.every(agree) ? people : null;
}

/** Joins a person's names, where no second person is known to bear the shorter one. */
function joinPeople(sets: Sets, claimed: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [alias, claimants] of claimed) {
    const people = peopleOf([...claimants].sort(byCodeUnit)) ?? [];
    for (const [first = alias, ...others] of people) for (const other of others) sets.join(first, other);
    if (people.length === 1) sets.join(alias, people[0]?.[0] ?? alias);
  }
}

/** Joins an acronym, or a short name with a title, with the one thing that claims it. @returns those that were joined */
function joinWithOnly(sets: Sets, claimed: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const sure: Claim[] = [];
  for (const [alias, claimants] of claimed) {
    const things = new Set([...claimants].map((name) => sets.find(name)));
    const [name] = claimants;
    if (things.size === 1 && name !== undefined) sure.push({ name, alias });
  }
  for (const { name, alias } of sure) sets.join(name, alias);
  return new Set(sure.map(({ alias }) => alias));
}

/** The name that stands for a set: without title, and without a year of birth unless others bear it too. */
function standing(set: readonly string[], labels: ReadonlySet<string>): string | undefined {
  const bearers = set.filter((name) => labels.has(name)).map((name) => ({ name, ...bareName(name) }));
  const [fullest] = bearers.map(({ bare }) => bare).sort(fuller);
  if (fullest === undefined || set.includes(fullest)) return fullest;
  return bearers
    .filter(({ bare }) => bare === fullest)
    .map(({ name }) => name)
    .sort(byCodeUnit)[0];
}

/**
 * Which names are names of one thing, over any number of articles: a function of the set of claims, so the order in
 * which articles arrive does not show. A person's full names join whoever bears them, unless two bear them who cannot be
 * one (`mayBeOnePerson`). An acronym joins a label only where no second label claims it: "ABC" of one broadcaster stays
 * apart from another's. So does a family name with a title: "President Reyl" is Tomas Reyl where he alone of that name was
 * called president.
 *
 * @returns for each name, the name that stands for its thing: the fullest of those that were a label
 */
export function identify(claims: Iterable<Claim>): Map<string, string> {
  const sets = new Sets();
  const labels = new Set<string>();
  const [people, short] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { name, alias } of claims) {
    labels.add(name);
    sets.find(name);
    sets.find(alias);
    if (name === alias || isTitled(name)) continue;
    const claimed = name.startsWith('person:') && !isTitled(alias) ? people : short;
    claimed.set(alias, (claimed.get(alias) ?? new Set()).add(name));
  }
  joinPeople(sets, people);
  const known = joinWithOnly(sets, short);
  for (const name of labels) if (isTitled(name) && !known.has(name)) sets.join(name, bareName(name).bare);

  const standsFor = new Map<string, string>();
  for (const set of sets.all()) {
    const key = standing(set, labels);
    if (key === undefined) continue; // a name of several things leads to none
    for (const name of set) standsFor.set(name, key);
  }
  return standsFor;
}
