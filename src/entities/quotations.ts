import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import type { Sentence } from '../language/sentence.ts';

/** What stands in quotation marks, and who is said to have said it, where the grammar tells. */
export interface Quotation {
  /** Offsets into the article's text, marks included. */
  start: number;
  end: number;
  /** Sentence and token that head the speaker's phrase, or null. */
  speaker: { sentence: number; token: number } | null;
}

const verbs = z
  .strictObject({ speech: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('./data/verbs.json', import.meta.url), 'utf8')));
const SPEECH: ReadonlySet<string> = new Set(verbs.speech);

/**
 * The quotations of an article, in order. An opening mark without a closing one ends with its block, as quotations of
 * several paragraphs do; such a paragraph's speaker is the one before's.
 */
export function quotationsOf(article: Article, sentences: readonly Sentence[]): Quotation[] {
  const quotations: Quotation[] = [];
  let first = 0;
  for (const block of article.blocks) {
    let open: number | null = null;
    const add = (start: number, end: number) => {
      while ((sentences[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
      quotations.push({ start, end, speaker: speakerOf(start, end, sentences, first) });
    };
    for (let at = block.start; at < block.end; at++) {
      const mark = article.text.charCodeAt(at);
      if (mark === STRAIGHT ? open === null : mark === LEFT) open ??= at;
      else if (open !== null && (mark === STRAIGHT || mark === RIGHT)) {
        add(open, at + 1);
        open = null;
      }
    }
    if (open !== null && block.end - open > 20) add(open, block.end);
  }
  return inheritSpeakers(quotations, article);
}

const [STRAIGHT, LEFT, RIGHT] = [0x22, 0x201c, 0x201d];

/** The subject of a verb of speech outside the quotation, in the sentences where it begins and ends. */
function speakerOf(start: number, end: number, sentences: readonly Sentence[], first: number): Quotation['speaker'] {
  for (let index = first; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (!sentence || sentence.start >= end) break;
    if (sentence.start > start && sentence.end < end) continue;
    const inside = (token: number) => {
      const at = sentence.tokens[token]?.start ?? start;
      return at >= start && at < end;
    };
    const token = sentence.tokens.findIndex(
      ({ relation, head }, at) =>
        relation === 'nsubj' && !inside(at) && !inside(head) && SPEECH.has(sentence.tokens[head]?.lemma ?? ''),
    );
    if (token >= 0) return { sentence: index, token };
  }
  return null;
}

/** A quotation that names no speaker goes on where the one before stopped, if little text lies between them. */
function inheritSpeakers(quotations: Quotation[], article: Article): Quotation[] {
  for (const [index, quotation] of quotations.entries()) {
    const before = quotations[index - 1];
    if (!quotation.speaker && before?.speaker && article.text.slice(before.end, quotation.start).trim().length < 4)
      quotation.speaker = before.speaker;
  }
  return quotations;
}

/** The quotation that an offset stands in, or null. */
export const quotationAt = (quotations: readonly Quotation[], offset: number): Quotation | null => {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = quotations[low];
  return found && found.start <= offset ? found : null;
};
