import { type ConlluSentence, readConllu } from '../../../src/language/conllu.ts';
import { rawTexts } from '../../../src/language/training/raw.ts';

/** A word with its place in the text of its paragraph; `head` is an index into the paragraph's words, -1 for a root. */
export interface PlacedWord {
  start: number;
  end: number;
  upos: string;
  xpos: string;
  lemma: string;
  head: number;
  relation: string;
}

/** A paragraph of a treebank as raw text, with what is right for it. */
export interface GoldText {
  text: string;
  words: PlacedWord[];
  /** "start end" of each sentence. */
  sentences: string[];
}

/**
 * The paragraphs of a treebank. Words of a contraction that is no mere joining ("gonna" is, "won't" split as "will not"
 * is not) share the place of the whole, so that only the first can be found in raw text.
 */
export function goldTexts(conllu: string): GoldText[] {
  const sentences = [...readConllu(conllu)];
  let at = 0;
  return rawTexts(sentences).map(({ text, tokens, ends }) => {
    const words: PlacedWord[] = [];
    const starts: string[] = [];
    let token = 0;
    for (let said = 0; said < ends.size; said++, at++) {
      const sentence = sentences[at];
      if (!sentence) break;
      const first = words.length;
      const last = [...ends][said] ?? token;
      starts.push(`${tokens[token]?.start} ${tokens[last]?.end}`);
      for (const [i, word] of sentence.words.entries()) {
        const { start = 0, end = 0 } = tokens[token] ?? {};
        words.push({ ...word, start, end, head: word.head === 0 ? -1 : first + word.head - 1 });
        if (!sharesNext(sentence, i)) token++;
      }
    }
    return { text, words, sentences: starts };
  });
}

/** Whether a word and the next are written as one token that cannot be divided into their forms. */
function sharesNext({ ranges, words }: ConlluSentence, i: number): boolean {
  const range = ranges.find(({ from, to }) => i + 1 >= from && i + 1 < to);
  if (!range) return false;
  const forms = words.slice(range.from - 1, range.to).map(({ form }) => form);
  return forms.join('') !== range.form;
}
