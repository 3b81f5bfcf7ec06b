import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld as Eld } from 'eld/extrasmall';

export interface Recognition {
  /** ISO 639-1 code, or null where there is too little to tell. */
  language: string | null;
  /** Whether the text can be read; true where there is too little to tell. */
  english: boolean;
}

/** As much of a text as tells its language. */
const SAMPLE = 8_000;
/** Fewer letters than this tell nothing. */
const FEWEST_LETTERS = 25;
/** With fewer letters than this, a headline full of names may look like any language of the Latin alphabet. */
const HEADLINE = 80;
/** Small words that are English and of no other large language; of running English they make 15 to 30 %. */
const ENGLISH =
  /^(?:the|of|and|that|with|was|by|from|has|have|been|were|said|will|which|this|these|after|his|they|their|would|for|its|to|is|be|not|who|but|about|than|where)$/;
const ENOUGH = 0.1;

let detector: typeof Eld | undefined;

/** The detector takes 85 MB and a third of a second, and most English text does not need it: it comes when called for. */
function detect(text: string): ReturnType<typeof Eld.detect> {
  if (detector === undefined) {
    const loaded: { eld: typeof Eld } = createRequire(import.meta.url)(
      fileURLToPath(import.meta.resolve('eld/extrasmall')),
    );
    detector = loaded.eld;
  }
  return detector.detect(text);
}

/** How many letters a text has, and how many marks of the Latin alphabet. */
function lettersIn(text: string): { letters: number; latin: number } {
  let [letters, latin] = [0, 0];
  for (const mark of text) {
    const isPlain = (mark >= 'a' && mark <= 'z') || (mark >= 'A' && mark <= 'Z');
    if (isPlain || (mark > '\x7f' && /\p{L}/u.test(mark))) letters++;
    if (isPlain || (mark > '\x7f' && /\p{Script=Latin}/u.test(mark))) latin++;
  }
  return { letters, latin };
}

/** Tells what language a text is in, from its beginning. */
export function recognise(text: string): Recognition {
  const sample = text.slice(0, SAMPLE).replace(/https?:\/\/\S+/g, ' ');
  const { letters, latin } = lettersIn(sample);
  if (letters < FEWEST_LETTERS) return { language: null, english: true };
  const words = sample.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const small = words.filter((word) => ENGLISH.test(word)).length;
  if (latin > letters / 2 && small >= words.length * ENOUGH) return { language: 'en', english: true };
  const found = detect(sample);
  const language = found.language || null;
  const unsure = latin > letters / 2 && (letters < HEADLINE || !found.isReliable());
  if (language === 'en' || language === null) return { language, english: true };
  return unsure ? { language: null, english: true } : { language, english: false };
}
