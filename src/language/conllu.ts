/** One word of a CoNLL-U file. */
export interface ConlluWord {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  /** Number of the head, from 1; 0 for the root. */
  head: number;
  relation: string;
  misc: string;
}

/** Words that are written as one: "don't" for "do" and "n't". */
export interface ConlluRange {
  /** Numbers of its first and last word, from 1. */
  from: number;
  to: number;
  form: string;
  misc: string;
}

export interface ConlluSentence {
  /** With their `#`. */
  comments: string[];
  words: ConlluWord[];
  ranges: ConlluRange[];
}

/** A file is not CoNLL-U; the message says which line and why. */
export class ConlluError extends Error {
  override name = 'ConlluError';
}

/**
 * Reads a treebank, sentence by sentence. Empty nodes are left out.
 *
 * @throws ConlluError at the first line that is not CoNLL-U
 * @see https://universaldependencies.org/format.html
 */
export function* readConllu(text: string): Generator<ConlluSentence> {
  let sentence: ConlluSentence = { comments: [], words: [], ranges: [] };
  let number = 0;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, text[to - 1] === '\r' && to > from ? to - 1 : to);
    from = to + 1;
    number++;
    if (line !== '') {
      readLine(sentence, line, number);
    } else if (sentence.words.length > 0) {
      yield sentence;
      sentence = { comments: [], words: [], ranges: [] };
    }
  }
  if (sentence.words.length > 0) yield sentence;
}

function readLine(sentence: ConlluSentence, line: string, number: number): void {
  if (line.startsWith('#')) {
    sentence.comments.push(line);
    return;
  }
  const [id = '', form, lemma, upos, xpos, , head, relation, , misc] = line.split('\t');
  if (form === undefined || lemma === undefined || upos === undefined || xpos === undefined || misc === undefined) {
    throw new ConlluError(`line ${number} does not have the ten columns of CoNLL-U`);
  }
  if (form === '') throw new ConlluError(`line ${number} has an empty form`);
  const range = /^(\d+)-(\d+)$/.exec(id);
  if (range) {
    sentence.ranges.push({ from: Number(range[1]), to: Number(range[2]), form, misc });
  } else if (!/^\d+\.\d+$/.test(id)) {
    if (Number(id) !== sentence.words.length + 1) {
      throw new ConlluError(`line ${number} has the number "${id}" where ${sentence.words.length + 1} should follow`);
    }
    sentence.words.push({ form, lemma, upos, xpos, head: Number(head) || 0, relation: relation ?? '_', misc });
  }
}

/** Writes one sentence, with the empty line that ends it. */
export function writeConllu({ comments, words, ranges }: ConlluSentence): string {
  const lines = [...comments];
  for (const [i, { form, lemma, upos, xpos, head, relation, misc }] of words.entries()) {
    for (const range of ranges) {
      if (range.from === i + 1)
        lines.push(row(`${range.from}-${range.to}`, range.form, '_', '_', '_', '_', '_', range.misc));
    }
    lines.push(row(String(i + 1), form, lemma, upos, xpos, String(head), relation, misc));
  }
  return `${lines.join('\n')}\n\n`;
}

function row(
  id: string,
  form: string,
  lemma: string,
  upos: string,
  xpos: string,
  head: string,
  relation: string,
  misc: string,
): string {
  return [id, form, lemma, upos, xpos, '_', head, relation, '_', misc].join('\t');
}
