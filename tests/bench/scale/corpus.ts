import { type Article, makeArticle } from '../../../src/article/index.ts';

/** Counts as measured on news. */
export interface CorpusShape {
  /** Names in all, by Zipf's law. */
  names: number;
  namesPerArticle: number;
  /** Some 20 words each. */
  sentencesPerArticle: number;
}

export const NEWS: CorpusShape = { names: 2000, namesPerArticle: 10, sentencesPerArticle: 16 };

const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** mulberry32: the same numbers on every machine. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws ranks by Zipf's law: the n-th name is n times rarer than the first. */
function zipf(size: number): (chance: number) => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= size; rank++) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return (chance) => {
    const at = chance * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const SYLLABLES = ['ba', 'cor', 'del', 'fen', 'gri', 'hol', 'jas', 'kem', 'lur', 'mon', 'nev', 'ost', 'par', 'quil'];
const FIRST = ['Maria', 'Thomas', 'Helen', 'Peter', 'Anna', 'Robert', 'Laura', 'Daniel', 'Susan', 'Martin', 'Alice'];
const BODIES = ['Bank', 'University', 'Party', 'Corporation', 'Institute', 'Workers Union', 'Airlines', 'Ministry'];

const word = (number: number): string => {
  const base = SYLLABLES.length;
  const letters = [number % base, Math.floor(number / base) % base, Math.floor(number / base ** 2) % base];
  const text = letters.map((digit) => SYLLABLES[digit]).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** P, O and L: a person, an organization, a place. */
const KINDS = ['P', 'O', 'L'] as const;
type Kind = (typeof KINDS)[number];
const kindOf = (rank: number): Kind => KINDS[rank % KINDS.length] ?? 'P';

const NAMES: Readonly<Record<Kind, (rank: number) => string>> = {
  P: (rank) => `${FIRST[rank % FIRST.length]} ${word(rank)}`,
  O: (rank) => `${word(rank)} ${BODIES[rank % BODIES.length]}`,
  L: word,
};

const SENTENCES = [
  '{P} met {P} in {L} on Tuesday for talks on trade and security, the {O} said in a statement.',
  '{P}, the chairman of the {O}, criticized the {O} over the delayed plan for a new bridge across the river.',
  'Officials in {L} said that {P} would visit {L} next month to sign an agreement on fishing rights.',
  'The {O} accused {P} of hiding losses from investors, according to two people who saw the letter.',
  '{P} resigned from the {O} last week after a dispute over the budget for schools and hospitals.',
  'Police in {L} arrested {P} on Friday in connection with a fraud that cost savers several million dollars.',
  '{P} praised the {O} for its help after the floods that cut off roads and power for nine days.',
  'The {O}, which is based in {L}, bought a stake in the {O} for an undisclosed sum.',
  'The president of {L}, {P}, invited {P} to a summit on water and energy in the autumn.',
  '{P} was born in {L} and studied law at the {O} before she went into politics.',
  'Thousands marched through {L} to protest against the {O} and its plan to close two harbours.',
  '{P} did not meet {P} during the visit, a spokesman for the {O} told reporters.',
  'The court in {L} sentenced {P} to four years in prison for bribery and tax evasion.',
  'The {O} may sue the {O} over a patent for batteries, {P} said in an interview.',
];

const FILLERS = [
  'The talks went on for most of the day and part of the night, and both sides called them useful.',
  'Prices have risen by a third since the spring, and many families say that they can no longer pay.',
  'The report, which runs to more than two hundred pages, was published late in the evening.',
  'Nobody was hurt, but several buildings close to the market were damaged and remain closed.',
  'Analysts had expected a smaller figure, and shares fell by two percent before the close of trading.',
];

const pick = <T>(items: readonly T[], chance: number): T | undefined => items[Math.floor(chance * items.length)];

/** Makes the n-th article: real sentences for the extractor, each article the same every time. */
export function corpus(shape: CorpusShape = NEWS): (n: number) => Article {
  const drawRank = zipf(shape.names);
  return (n) => {
    const chance = chances(n * 2_654_435_761);
    const ranks = new Set<number>();
    while (ranks.size < Math.min(shape.namesPerArticle, shape.names)) ranks.add(drawRank(chance()));
    const nameOf = (kind: Kind): string => {
      const own = [...ranks].filter((rank) => kindOf(rank) === kind);
      return NAMES[kind](pick(own, chance()) ?? KINDS.indexOf(kind));
    };
    const sentences = Array.from({ length: shape.sentencesPerArticle }, (_, at) => {
      const template = at % 3 === 2 ? pick(FILLERS, chance()) : pick(SENTENCES, chance());
      return (template ?? '').replace(/\{([POL])\}/gu, (_all, letter: string) =>
        nameOf(KINDS.find((kind) => kind === letter) ?? 'P'),
      );
    });
    const date = new Date(FIRST_DAY + (n % 700) * DAY).toISOString().slice(0, 10);
    return makeArticle(`Report ${n}.\n\n${sentences.join(' ')}\n`, { date, source: `Source ${n % 40}` });
  };
}
