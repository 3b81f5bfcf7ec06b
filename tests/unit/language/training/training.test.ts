import { describe, expect, it } from 'vitest';
import { type ConlluSentence, readConllu } from '../../../../src/language/conllu.ts';
import { Lexemes } from '../../../../src/language/lexemes.ts';
import { jackknifed, withTags } from '../../../../src/language/training/jackknife.ts';
import { attachment, trainParser } from '../../../../src/language/training/parser.ts';
import { tagAccuracy, tagset, trainTagger } from '../../../../src/language/training/tags.ts';

/** Lines of `form upos/xpos head relation`, an empty line between sentences. */
const treebank = (text: string): ConlluSentence[] => [
  ...readConllu(
    text
      .split('\n\n')
      .map((sentence) =>
        sentence
          .trim()
          .split('\n')
          .map((line, i) => {
            const [form = '', tag = '', head = '', relation = ''] = line.trim().split(' ');
            const [upos = '', xpos = ''] = tag.split('/');
            return [i + 1, form, form, upos, xpos, '_', head, relation, '_', '_'].join('\t');
          })
          .join('\n'),
      )
      .join('\n\n'),
  ),
];

const SENTENCES = treebank(`
  envoys NOUN/NNS 2 nsubj
  left VERB/VBD 0 root

  old ADJ/JJ 2 amod
  envoys NOUN/NNS 3 nsubj
  met VERB/VBD 0 root
  ministers NOUN/NNS 3 obj

  ministers NOUN/NNS 2 nsubj
  met VERB/VBD 0 root
  old ADJ/JJ 4 amod
  friends NOUN/NNS 2 obj`);

const lexemes = new Lexemes(new Map());
const tagging = {
  lexemes,
  tags: tagset([...SENTENCES, ...SENTENCES, ...SENTENCES]),
  needed: 1,
  epochs: 5,
  seed: 1,
  size: 10_000,
  log: () => {},
};

function train(seed: number, parsers = 1) {
  const tagger = trainTagger(SENTENCES, { ...tagging, seed });
  const tagged = withTags(tagger, lexemes, SENTENCES);
  const parsing = { lexemes, parsers, epochs: 5, seed, moves: 10_000, labelling: 10_000, log: () => {} };
  return { tagger, tagged, parser: trainParser(tagged, ['nsubj', 'root', 'amod', 'obj'], parsing) };
}

describe('training', () => {
  it('learns what it is shown', () => {
    const { tagger, tagged, parser } = train(1, 2);
    expect(tagAccuracy(tagger, lexemes, SENTENCES)).toBe('UPOS 100.00 XPOS 100.00');
    expect(attachment(parser, lexemes, tagged)).toBe('UAS 100.00 LAS 100.00');
  });

  it('gives the same weights for the same seed', () => {
    const [first, second] = [train(7), train(7)];
    expect([...first.tagger.encode()]).toEqual([...second.tagger.encode()]);
    const bytes = ({ parser }: ReturnType<typeof train>) => Buffer.concat([...parser.encode().values()]);
    expect(bytes(first).equals(bytes(second))).toBe(true);
  });

  it('tags by halves in the order that the sentences have', () => {
    const tagged = jackknifed(SENTENCES, tagging);
    expect(tagged.map(({ words }) => words)).toEqual(SENTENCES.map(({ words }) => words));
    for (const { words, tags } of tagged) expect(tags).toHaveLength(words.length);
  });
});
