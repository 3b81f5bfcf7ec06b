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

/** Titles of which a country has one bearer at a time: with a family name, they tell who is meant. */
const TELLING = new Set([
  'president',
  'vice president',
  'prime minister',
  'premier',
  'chancellor',
  'taoiseach',
  'foreign minister',
  'foreign secretary',
  'secretary of state',
  'defence minister',
  'defense minister',
  'secretary general',
]);

export const tellingTitles = (titles: readonly string[]): string[] => titles.filter((title) => TELLING.has(title));

/** The key of a person's name with the year of birth that the article gives. */
export const withBirth = (name: string, born: number): string => `${name}~${born}`;

/** The key of a short name with a title that the article gives: of "President Reyl". */
export const withTitle = (name: string, title: string): string => `${name}@${title.replaceAll(' ', '-')}`;

export const isTitled = (name: string): boolean => name.includes('@');

/** The name alone, and the year of birth. */
export function bareName(name: string): { bare: string; born: number | null } {
  const [bare = name, born] = name.split(/[~@]/u);
  return { bare, born: name.includes('~') ? Number(born) : null };
}

export const isShort = (name: string): boolean => !/[\s-]/u.test(name);

/** What a person with a full name is called by for short: the last word, and what the article calls them. */
export const shortNames = (label: string, aliases: readonly string[]): string[] =>
  isShort(label) ? [] : [...new Set([label.split(/\s/u).at(-1) ?? label, ...aliases])].filter(isShort);

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
