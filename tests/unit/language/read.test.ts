import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../src/article/article.ts';
import { loadModel, type Model, read, type Sentence } from '../../../src/language/index.ts';

let model: Model;
beforeAll(() => {
  model = loadModel();
});

const paragraph = (text: string): Block[] => [{ start: 0, end: text.length, kind: 'paragraph' }];
const sentences = (text: string): Sentence[] => read({ text, blocks: paragraph(text), skips: [] }, model);
const forms = (text: string): string[] => sentences(text).flatMap(({ tokens }) => tokens.map(({ form }) => form));
/** `met > Ilves : nsubj` for each word of a sentence that has that relation. */
const arcs = (text: string): string[] =>
  sentences(text).flatMap(({ tokens }) =>
    tokens.map(({ form, head, relation }) => `${tokens[head]?.form ?? 'ROOT'} > ${form} : ${relation}`),
  );

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'Ilves ',
        'met',
        "n't",
        '.',
        ' ',
        '\n\n',
        '\u201c',
        '\u2019s',
        '-',
        'U.S.',
        '\ud83d',
        '中',
        '3,000',
        '#',
        '\u0000',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

/** What must hold of every reading of every text. */
function check(text: string, found: readonly Sentence[]): void {
  let last = 0;
  for (const { start, end, tokens, names } of found) {
    expect(tokens.length).toBeGreaterThan(0);
    expect(start).toBe(tokens[0]?.start);
    expect(end).toBe(tokens.at(-1)?.end);
    expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    for (const token of tokens) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      expect(text.slice(token.start, token.end)).toBe(token.form);
      expect(token.form).not.toMatch(/\s/);
      expect(token.lemma).not.toBe('');
      expect(token.margin).toBeGreaterThanOrEqual(0);
      expect(token.margin).toBeLessThanOrEqual(1);
      last = token.end;
    }
    for (const [i] of tokens.entries()) {
      let [at, steps] = [i, 0];
      while (at !== -1 && steps <= tokens.length) {
        at = tokens[at]?.head ?? -1;
        steps++;
      }
      expect(at).toBe(-1);
    }
    for (const { from, to } of names) expect(from >= 0 && from < to && to <= tokens.length).toBe(true);
  }
}

describe('reading a text', () => {
  it('points every token at the very words it stands for and makes one tree a sentence, whatever the text', () => {
    fc.assert(fc.property(anyText, (text) => check(text, sentences(text))));
  });

  it('leaves no letter or digit of the text out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inTokens = forms(text).join('');
        for (const mark of text.match(/[\p{L}\p{N}]/gu) ?? []) expect(inTokens).toContain(mark);
      }),
    );
  });

  it('puts nothing that is skipped into a token, and reads no further than its blocks', () => {
    const spans = fc.array(fc.nat(40), { maxLength: 8 }).map((places) => [...new Set(places)].sort((a, b) => a - b));
    fc.assert(
      fc.property(anyText, spans, (text, places) => {
        const edges = places.filter((place) => place <= text.length);
        const skips = edges.flatMap((start, i) =>
          i % 2 === 0 && edges[i + 1] !== undefined ? [[start, edges[i + 1] ?? 0] as const] : [],
        );
        const half = text.length >> 1;
        const blocks: Block[] = [
          { start: 0, end: half, kind: 'title' },
          { start: half, end: text.length, kind: 'paragraph' },
        ];
        const found = read({ text, blocks, skips }, model);
        check(text, found);
        for (const { kind, tokens } of found) {
          for (const { start, end } of tokens) {
            expect(skips.some(([from, to]) => start < to && end > from)).toBe(false);
            expect(kind === 'title' ? end <= half : start >= half).toBe(true);
          }
        }
      }),
    );
  });

  it('reads the same text the same way every time', () => {
    const text = 'Mara Ilves, who chairs the council, told envoys on Tuesday that talks had failed. Nobody left.';
    const first = sentences(text);
    fc.assert(
      fc.property(anyText, (other) => void sentences(other)),
      { numRuns: 20 },
    );
    expect(sentences(text)).toEqual(first);
    expect(read({ text, blocks: paragraph(text), skips: [] }, loadModel())).toEqual(first);
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', ' ', '\n\n\n', '\u200b\ufeff']) expect(sentences(text)).toEqual([]);
  });

  it('takes a million letters without a space as one word', () => {
    const text = 'a'.repeat(1_000_000);
    expect(sentences(text).map(({ tokens }) => tokens.map(({ start, end }) => [start, end]))).toEqual([
      [[0, 1_000_000]],
    ]);
  });

  it('cuts twenty thousand words without a full stop into sentences of a sane length', () => {
    const found = sentences('grain '.repeat(20_000));
    expect(found.reduce((sum, { tokens }) => sum + tokens.length, 0)).toBe(20_000);
    expect(Math.max(...found.map(({ tokens }) => tokens.length))).toBeLessThanOrEqual(500);
  });
});

describe('tokens', () => {
  it.each([
    ["She didn't agree.", ['She', 'did', "n't", 'agree', '.']],
    ["Estonia's envoy can't come.", ['Estonia', "'s", 'envoy', 'ca', "n't", 'come', '.']],
    ['Estonia\u2019s envoy didn\u2019t come.', ['Estonia', '\u2019s', 'envoy', 'did', 'n\u2019t', 'come', '.']],
    ['Finnish-backed forces left.', ['Finnish', '-', 'backed', 'forces', 'left', '.']],
    [
      'He paid $3,500 (about 40%) for it.',
      ['He', 'paid', '$', '3,500', '(', 'about', '40', '%', ')', 'for', 'it', '.'],
    ],
    ['The U.S. envoy met Gen. Reyl.', ['The', 'U.S.', 'envoy', 'met', 'Gen.', 'Reyl', '.']],
    ['"We know," he said.', ['"', 'We', 'know', ',', '"', 'he', 'said', '.']],
    ['It cannot last.', ['It', 'can', 'not', 'last', '.']],
  ])('divides %s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  const divided = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    [['The talks failed.', 'Nobody was surprised.']],
    [['Mr. Reyl met Gen. Ilves in the U.S. Senate on Tuesday.', 'They agreed.']],
    [['"We will not go," she said.', 'The minister disagreed.']],
    [['Prices rose 3.5 percent in March.', 'Wages did not.']],
    [['Who was there?', 'Nobody knows!', 'That is all.']],
    [['Dr. Tamar Okoye of St. Vincent arrived at 5 p.m. on Friday.', 'She left on Sunday.']],
  ])('ends them where they end: %j', (expected) => {
    expect(divided(expected.join(' '))).toEqual(expected);
  });

  it('goes on behind a rank before a name', () => {
    expect(sentences('The navy found Capt. Mara Ilves and Maj. Gen. Tomas Reyl. Both were well.')).toHaveLength(2);
  });

  it('goes on behind an abbreviation where a small letter follows', () => {
    expect(sentences('They dismissed the credibility of the U.N. report, which named two.')).toHaveLength(1);
    expect(sentences('They left the U.N. report unread. It named two.')).toHaveLength(2);
  });

  it('ends one at an empty line, full stop or not', () => {
    expect(divided('Talks in Varna\n\nThe envoys met again')).toEqual(['Talks in Varna', 'The envoys met again']);
  });
});

describe('trees', () => {
  it('finds who did what to whom', () => {
    expect(arcs('Sofia Berger met Tomas Reyl in Varna on Tuesday.')).toEqual(
      expect.arrayContaining(['met > Sofia : nsubj', 'ROOT > met : root', 'met > Tomas : obj', 'Varna > in : case']),
    );
  });

  it('tells passive from active', () => {
    expect(arcs('The envoy was arrested by police.')).toEqual(
      expect.arrayContaining([
        'arrested > envoy : nsubj:pass',
        'arrested > was : aux:pass',
        'arrested > police : obl:agent',
      ]),
    );
  });

  it('hangs a clause on the verb of saying', () => {
    expect(arcs('The minister said that the talks had failed.')).toEqual(
      expect.arrayContaining(['said > failed : ccomp', 'failed > talks : nsubj', 'failed > that : mark']),
    );
  });

  it('tags and lemmatises', () => {
    const [sentence] = sentences('The ministers were meeting old friends.');
    expect(sentence?.tokens.map(({ lemma, upos, xpos }) => `${lemma}/${upos}/${xpos}`)).toEqual([
      'the/DET/DT',
      'minister/NOUN/NNS',
      'be/AUX/VBD',
      'meet/VERB/VBG',
      'old/ADJ/JJ',
      'friend/NOUN/NNS',
      './PUNCT/.',
    ]);
  });

  it('reads a headline in title case or capitals like a sentence', () => {
    for (const text of [
      'Minister Visits Kenya After Talks Fail In Geneva',
      'MINISTER VISITS KENYA AFTER TALKS FAIL IN GENEVA',
    ]) {
      const [sentence] = sentences(text);
      expect(sentence?.tokens.map(({ form }) => form).join(' ')).toBe(text);
      expect(sentence?.tokens[1]).toMatchObject({ upos: 'VERB', lemma: 'visit', head: -1 });
      expect(sentence?.tokens[2]?.upos).toBe('PROPN');
    }
  });
});
