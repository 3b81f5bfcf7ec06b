import type { WordClasses } from './classes.ts';
import { hashText } from './hash.ts';

/** How many different words are remembered; the number is a trade of memory for speed. */
const CAPACITY = 1 << 16;
/** Of a longer word only this much of its beginning and its end is looked at. */
const LONGEST = 48;

const CURLY: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2026': '...',
};
const TO_STRAIGHTEN = /[\u2010-\u2015\u2018-\u201e\u2026\u2032\u2033\u2212\u00ab\u00bb]/g;

/** Curly quotes and long dashes as the treebanks write them. The result may be longer: for the model only. */
export const straight = (form: string): string => form.replace(TO_STRAIGHTEN, (mark) => CURLY[mark] ?? mark);

const shorten = (form: string): string =>
  form.length <= 2 * LONGEST ? form : form.slice(0, LONGEST) + form.slice(-LONGEST);

/** X for capitals, x for small letters, d for digits; a repeated kind once, other marks as they are. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (const mark of form) {
    const kind = /\p{Lu}/u.test(mark) ? 'X' : /\p{L}/u.test(mark) ? 'x' : /\p{N}/u.test(mark) ? 'd' : mark;
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape.slice(0, 12);
}

/**
 * What the model looks at in a word, as integers, worked out once a word and remembered. Numbers of words are only
 * good until `tidy` is called.
 */
export class Lexemes {
  /** The word as written, digits made alike. */
  readonly word = new Int32Array(CAPACITY);
  readonly lower = new Int32Array(CAPACITY);
  /** The last 1 to 4 letters, in small letters. */
  readonly suffixes = [1, 2, 3, 4].map(() => new Int32Array(CAPACITY));
  /** The first 1 to 3 letters, in small letters. */
  readonly prefixes = [1, 2, 3].map(() => new Int32Array(CAPACITY));
  readonly shape = new Int32Array(CAPACITY);
  readonly classes = new Int32Array(CAPACITY);
  /** Goes up when words are forgotten: numbers then mean other words. */
  generation = 0;
  readonly #known = new Map<string, number>();
  readonly #wordClasses: WordClasses;
  #size = 0;

  constructor(wordClasses: WordClasses) {
    this.#wordClasses = wordClasses;
    this.tidy();
  }

  /** Forgets all words if there may be no room for `coming` new ones. To be called between sentences. */
  tidy(coming = CAPACITY): void {
    if (this.#size + coming < CAPACITY) return;
    this.#known.clear();
    this.#size = 0;
    this.generation++;
    this.#add('\u0002');
    this.#add('\u0003');
  }

  /** The number of a word; 0 and 1 are the marks before and after a sentence. */
  id(form: string): number {
    const key = shorten(form);
    return this.#known.get(key) ?? this.#add(key);
  }

  #add(form: string): number {
    const id = this.#size++;
    this.#known.set(form, id);
    const plain = straight(form);
    const small = plain.toLowerCase();
    const word = plain.replace(/\p{N}/gu, '0');
    const lower = small.replace(/\p{N}/gu, '0');
    this.word[id] = hashText(word);
    this.lower[id] = hashText(lower);
    for (const [i, column] of this.suffixes.entries()) column[id] = hashText(lower, Math.max(0, lower.length - i - 1));
    for (const [i, column] of this.prefixes.entries()) column[id] = hashText(lower, 0, Math.min(lower.length, i + 1));
    this.shape[id] = hashText(shapeOf(plain));
    this.classes[id] = this.#wordClasses.get(small) ?? 0;
    return id;
  }
}
