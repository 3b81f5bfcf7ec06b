import type { ConlluSentence } from '../conllu.ts';
import type { Stretch } from '../tokens.ts';

/** A paragraph as it was written, with the places of its tokens. */
export interface RawText {
  text: string;
  tokens: Stretch[];
  /** Which tokens, by number, are the last of their sentence. */
  ends: ReadonlySet<number>;
}

/** The paragraphs of a treebank as raw text, put together from forms and `SpaceAfter`. */
export function rawTexts(sentences: readonly ConlluSentence[]): RawText[] {
  const paragraphs: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    const begins = sentence.comments.some((comment) => /^# new(?:par|doc)\b/.test(comment));
    if (begins || paragraphs.length === 0) paragraphs.push([]);
    paragraphs.at(-1)?.push(sentence);
  }
  return paragraphs.map(rawText);
}

function rawText(sentences: readonly ConlluSentence[]): RawText {
  let text = '';
  const tokens: Stretch[] = [];
  const ends = new Set<number>();
  for (const { words, ranges } of sentences) {
    for (let i = 0; i < words.length; ) {
      const range = ranges.find(({ from }) => from === i + 1);
      const parts = words.slice(i, range ? range.to : i + 1);
      const written = range?.form ?? parts[0]?.form ?? '';
      let start = text.length;
      text += written;
      for (const length of lengths(
        written,
        parts.map(({ form }) => form),
      )) {
        tokens.push({ start, end: start + length });
        start += length;
      }
      i += parts.length;
      const misc = range?.misc ?? parts[0]?.misc ?? '';
      if (!/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc)) text += ' ';
    }
    ends.add(tokens.length - 1);
  }
  return { text: text.trimEnd(), tokens, ends };
}

/** The lengths of the words that are written as one; of a contraction that is no mere joining, the whole. */
function lengths(written: string, forms: readonly string[]): number[] {
  return forms.join('') === written ? forms.map((form) => form.length) : [written.length];
}
