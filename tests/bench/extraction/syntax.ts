import { readFileSync } from 'node:fs';
import { annotate, type Model, read, readConllu } from '../../../src/language/index.ts';
import { f1, percent } from './table.ts';
import { type GoldText, goldTexts, type PlacedWord } from './words.ts';

type Figures = (readonly [string, string])[];

const LAYERS = ['UPOS', 'XPOS', 'lemma', 'UAS', 'LAS'] as const;

/** Tags, lemmas and arcs on the treebank's own sentences and words: the share that is right, punctuation counted. */
export function syntaxOfGoldTokens(path: string, model: Model): Figures {
  const right = { UPOS: 0, XPOS: 0, lemma: 0, UAS: 0, LAS: 0 };
  let words = 0;
  for (const sentence of readConllu(readFileSync(path, 'utf8'))) {
    const ours = annotate(
      sentence.words.map(({ form }) => form),
      model,
    );
    for (const [i, word] of sentence.words.entries()) {
      const one = ours[i];
      words++;
      if (!one) continue;
      if (one.upos === word.upos) right.UPOS++;
      if (one.xpos === word.xpos) right.XPOS++;
      if (one.lemma === word.lemma || word.lemma === '_') right.lemma++;
      if (one.head + 1 !== word.head) continue;
      right.UAS++;
      if (one.relation === word.relation) right.LAS++;
    }
  }
  return LAYERS.map((layer) => [layer, percent(right[layer] / words)]);
}

/** F1 from raw text, as in the CoNLL 2018 shared task: words are the same if they stand in the same place. */
export function syntaxOfRawText(path: string, model: Model): { segments: Figures; syntax: Figures } {
  const right = { tokens: 0, sentences: 0, UPOS: 0, XPOS: 0, lemma: 0, UAS: 0, LAS: 0 };
  const [found, wanted] = [
    { tokens: 0, sentences: 0 },
    { tokens: 0, sentences: 0 },
  ];
  for (const gold of goldTexts(readFileSync(path, 'utf8'))) {
    const ours = placedWords(gold.text, model);
    found.tokens += ours.words.length;
    found.sentences += ours.sentences.length;
    wanted.tokens += gold.words.length;
    wanted.sentences += gold.sentences.length;
    const ends = new Set(gold.sentences);
    right.sentences += ours.sentences.filter((one) => ends.has(one)).length;
    compare(gold, ours.words, right);
  }
  const rate = (layer: (typeof LAYERS)[number]) => percent(f1(right[layer], found.tokens, wanted.tokens));
  return {
    segments: [
      ['tokens', percent(f1(right.tokens, found.tokens, wanted.tokens))],
      ['sentences', percent(f1(right.sentences, found.sentences, wanted.sentences))],
    ],
    syntax: LAYERS.map((layer) => [layer, rate(layer)]),
  };
}

function placedWords(text: string, model: Model): { words: PlacedWord[]; sentences: string[] } {
  const words: PlacedWord[] = [];
  const sentences: string[] = [];
  for (const sentence of read(
    { text, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }], skips: [] },
    model,
  )) {
    const first = words.length;
    sentences.push(`${sentence.start} ${sentence.end}`);
    for (const token of sentence.tokens) words.push({ ...token, head: token.head < 0 ? -1 : first + token.head });
  }
  return { words, sentences };
}

function compare(
  gold: GoldText,
  ours: readonly PlacedWord[],
  right: Record<(typeof LAYERS)[number] | 'tokens', number>,
) {
  const place = ({ start, end }: PlacedWord) => `${start} ${end}`;
  const known = new Map<string, PlacedWord>();
  for (const word of gold.words) if (!known.has(place(word))) known.set(place(word), word);
  const headOf = (words: readonly PlacedWord[], { head }: PlacedWord) => {
    const above = words[head];
    return above ? place(above) : 'root';
  };
  for (const word of ours) {
    const truth = known.get(place(word));
    if (!truth) continue;
    right.tokens++;
    if (truth.upos === word.upos) right.UPOS++;
    if (truth.xpos === word.xpos) right.XPOS++;
    if (truth.lemma === word.lemma || truth.lemma === '_') right.lemma++;
    if (headOf(ours, word) !== headOf(gold.words, truth)) continue;
    right.UAS++;
    if (truth.relation === word.relation) right.LAS++;
  }
}
