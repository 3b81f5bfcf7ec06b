/** Years between which two reports of one person's birth may lie: ages are rounded, and papers err. */
const SAME_BIRTH = 2;

const GENERATIONS = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
]);

/** What a person goes by in an article: the key of the name, and a year of birth behind a tilde where the text gives one. */
export const withBirth = (name: string, born: number | undefined): string =>
  born === undefined ? name : `${name}~${born}`;

/** The name alone, and the year of birth. */
export function bareName(name: string): { bare: string; born: number | null } {
  const at = name.lastIndexOf('~');
  return at < 0 ? { bare: name, born: null } : { bare: name.slice(0, at), born: Number(name.slice(at + 1)) };
}

interface Parts {
  first: string;
  middle: string[];
  last: string;
  generation: string | null;
  born: number | null;
}

function partsOf(name: string): Parts {
  const { bare, born } = bareName(name);
  const words = bare.slice(bare.indexOf(':') + 1).split('-');
  const generation = words.length > 2 ? (GENERATIONS.get(words.at(-1) ?? '') ?? null) : null;
  if (generation !== null) words.pop();
  const [first = '', ...rest] = words;
  return { first, last: rest.pop() ?? '', middle: rest.flatMap(initialsApart), generation, born };
}

/** Keys write "H. W." as "hw". */
const initialsApart = (word: string): string[] => (/^[^aeiouy]{2,3}$/.test(word) ? [...word] : [word]);

const isWithin = (few: readonly string[], many: readonly string[]): boolean => {
  let at = 0;
  for (const word of many) if (word === few[at]) at++;
  return at === few.length;
};

/** Initials are compared place by place; of whole names some may be left out. */
function middlesFit(a: readonly string[], b: readonly string[]): boolean {
  if ([...a, ...b].some((word) => word.length === 1))
    return a.every((word, i) => b[i] === undefined || b[i].charAt(0) === word.charAt(0));
  return isWithin(a, b) || isWithin(b, a);
}

/**
 * Whether two names that a shorter one is common to can be one person's: not "Oda B. Reyl" and "Oda C. B. Reyl", nor
 * Jr. and Sr., nor two whose ages are years apart. Names that differ in more than that say nothing against it.
 *
 * @param a a key as `withBirth` makes it
 */
export function mayBeOnePerson(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.born !== null && other.born !== null && Math.abs(one.born - other.born) > SAME_BIRTH) return false;
  if (one.generation !== null && other.generation !== null && one.generation !== other.generation) return false;
  return one.first !== other.first || one.last !== other.last || middlesFit(one.middle, other.middle);
}
