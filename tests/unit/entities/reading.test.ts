import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId } from '../../../src/article/article.ts';
import { resolve } from '../../../src/entities/index.ts';
import {
  NAME_LABELS,
  type NameLabel,
  type NameSpan,
  type Sentence,
  type Token,
  type Upos,
} from '../../../src/language/sentence.ts';

const WORDS = [
  'Mara',
  'Ilves',
  'Reyl',
  'Danish',
  'Denmark',
  'the',
  'leader',
  'she',
  'he',
  'it',
  'they',
  'who',
  'said',
  'met',
  '"',
  '(',
  ')',
  ',',
  '.',
  'BHA',
  'both',
  'countries',
  'of',
  'Agency',
  'ß😀',
];
const TAGS = ['NNP', 'NN', 'NNS', 'VBD', 'PRP', 'PRP$', 'WP', 'DT', 'IN', 'JJ', ',', '.', 'CD'];
const TAG_TO_UPOS: Readonly<Record<string, Upos>> = {
  NNP: 'PROPN',
  NN: 'NOUN',
  NNS: 'NOUN',
  VBD: 'VERB',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  DT: 'DET',
  IN: 'ADP',
  JJ: 'ADJ',
  CD: 'NUM',
};
const RELATIONS = [
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'nmod:poss',
  'nmod:desc',
  'appos',
  'conj',
  'acl:relcl',
  'compound',
  'flat',
  'det',
  'cop',
  'advcl',
  'punct',
];

const word = fc.record({
  form: fc.constantFrom(...WORDS),
  tag: fc.constantFrom(...TAGS),
  relation: fc.constantFrom(...RELATIONS),
  // heads need not make a tree: whatever a parser says must not hang the reader
  head: fc.integer({ min: -1, max: 11 }),
  label: fc.option(fc.constantFrom(...NAME_LABELS), { nil: null }),
});

/** Any sentences at all, names where they fall. */
const anyText = fc
  .array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
  .map((written) => {
    let text = '';
    const sentences: Sentence[] = written.map((words) => {
      const start = text.length;
      const tokens: Token[] = words.map(({ form, tag, relation, head }) => {
        const from = text.length;
        text += form;
        const token: Token = {
          start: from,
          end: text.length,
          form,
          upos: TAG_TO_UPOS[tag] ?? 'PUNCT',
          xpos: tag,
          lemma: form,
          head: head < words.length ? head : -1,
          relation: head < 0 ? 'root' : relation,
          margin: 1,
        };
        text += ' ';
        return token;
      });
      const names: NameSpan[] = words.flatMap(({ label }, at) =>
        label ? [{ from: at, to: at + 1, label, scores: scoresOf(label) }] : [],
      );
      return { start, end: text.length - 1, tokens, names, kind: 'paragraph' };
    });
    const article = {
      id: articleId(text),
      text,
      title: null,
      date: null,
      source: null,
      url: null,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph' as const }],
      skips: [],
    };
    return { article, sentences };
  });

function scoresOf(label: NameLabel): NameSpan['scores'] {
  const scores: Record<NameLabel, number> = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0 };
  scores[label] = 5;
  return scores;
}

describe('a reading', () => {
  it('points every mention at the very words it names, in order, whatever the parse', () => {
    fc.assert(
      fc.property(anyText, ({ article, sentences }) => {
        const { mentions } = resolve(article, sentences);
        for (const [at, mention] of mentions.entries()) {
          expect(article.text.slice(mention.start, mention.end)).toBe(mention.text);
          const tokens = sentences[mention.sentence]?.tokens ?? [];
          expect(tokens[mention.from]?.start).toBe(mention.start);
          expect(tokens[mention.to - 1]?.end).toBe(mention.end);
          expect(mention.head).toBeGreaterThanOrEqual(mention.from);
          expect(mention.head).toBeLessThan(mention.to);
          const next = mentions[at + 1];
          if (next)
            expect(mention.start < next.start || (mention.start === next.start && mention.end >= next.end)).toBe(true);
        }
      }),
    );
  });

  it('names every entity, and refers to none that is not there', () => {
    fc.assert(
      fc.property(anyText, ({ article, sentences }) => {
        const { entities, mentions } = resolve(article, sentences);
        for (const mention of mentions) {
          expect(mention.entities.length).toBeGreaterThan(0);
          for (const index of mention.entities) expect(entities[index]).toBeDefined();
          expect(mention.certainty).toBeGreaterThan(0);
          expect(mention.certainty).toBeLessThanOrEqual(1);
        }
        for (const [index, { label, aliases }] of entities.entries()) {
          expect(label).not.toBe('');
          expect(aliases).not.toContain(label);
          expect(mentions.some((mention) => mention.kind === 'name' && mention.entities.includes(index))).toBe(true);
        }
      }),
    );
  });

  it('is the same twice', () => {
    fc.assert(
      fc.property(anyText, ({ article, sentences }) => {
        expect(resolve(article, sentences)).toEqual(resolve(article, sentences));
      }),
    );
  });
});
