import { articleId } from '../../../src/article/article.ts';
import type { Extraction } from '../../../src/extraction.ts';

/** Counts as measured on news: an article names some ten things and says some ten of them. */
export interface CorpusShape {
  names: number;
  entitiesPerArticle: number;
  statementsPerArticle: number;
}

export const NEWS: CorpusShape = { names: 2000, entitiesPerArticle: 10, statementsPerArticle: 8 };

const TYPES = ['met', 'visited', 'criticized', 'agreed', 'leads', 'located_in', 'said_to', 'attacked'];
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

const word = (number: number): string => {
  const base = SYLLABLES.length;
  const letters = [number % base, Math.floor(number / base) % base, Math.floor(number / base ** 2) % base];
  const text = letters.map((digit) => SYLLABLES[digit]).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const KINDS = ['person', 'organization', 'place'] as const;

const entityOf = (rank: number): Extraction['entities'][number] => ({
  type: KINDS[rank % KINDS.length] ?? 'person',
  label: `${word(rank * 7 + 3)} ${word(rank)}`,
  aliases: [word(rank)],
});

/** Makes the n-th article's extraction; no two are alike, and each is the same every time. */
export function corpus(shape: CorpusShape = NEWS): (n: number) => Extraction {
  const drawRank = zipf(shape.names);
  return (n) => {
    const chance = chances(n * 2_654_435_761);
    const ranks = new Set<number>();
    while (ranks.size < Math.min(shape.entitiesPerArticle, shape.names)) ranks.add(drawRank(chance()));
    const entities = [...ranks].map(entityOf);
    const date = new Date(FIRST_DAY + (n % 700) * DAY).toISOString().slice(0, 10);
    let text = `Report ${n}.`;
    const mentions: Extraction['mentions'] = [];
    const statements: Extraction['statements'] = [];
    const sayName = (index: number, sentence: number): readonly [number, number] => {
      const label = entities[index]?.label ?? '';
      text += ' ';
      const [start, end] = [text.length, text.length + label.length];
      text += label;
      const from = mentions.length;
      mentions.push({
        start,
        end,
        text: label,
        sentence,
        from,
        to: from + 1,
        head: from,
        kind: 'name',
        entities: [index],
        certainty: 1,
      });
      return [start, end];
    };
    for (let sentence = 0; sentence < shape.statementsPerArticle; sentence++) {
      const [a, b] = [Math.floor(chance() * entities.length), Math.floor(chance() * entities.length)];
      const object = a === b ? (b + 1) % entities.length : b;
      const type = TYPES[Math.floor(chance() ** 2 * TYPES.length)] ?? 'met';
      const start = text.length + 1;
      const subjectAt = sayName(a, sentence);
      text += ` ${type}`;
      const trigger = [text.length - type.length, text.length] as const;
      const objectAt = sayName(object, sentence);
      text +=
        ' after talks that went on for most of the day and part of the night, officials of both sides told reporters.';
      statements.push({
        subject: a,
        object,
        type,
        predicate: type,
        ...(chance() < 0.4 && { date }),
        modality: chance() < 0.85 ? 'actual' : 'planned',
        attributedTo: chance() < 0.3 ? ['officials'] : [],
        confidence: 0.5 + Math.floor(chance() * 50) / 100,
        evidence: {
          start,
          end: text.length,
          text: text.slice(start),
          subject: subjectAt,
          trigger,
          object: objectAt,
          rule: 'plain',
        },
      });
    }
    const article = {
      id: articleId(text),
      text,
      title: null,
      date,
      source: `Source ${n % 40}`,
      url: null,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph' as const }],
      skips: [],
    };
    return { article, entities, mentions, statements };
  };
}
