import type { Article } from '../../../src/article/index.ts';
import { resolve } from '../../../src/entities/index.ts';
import { extract } from '../../../src/extract.ts';
import { foldGraph } from '../../../src/graph/index.ts';
import { annotate, type Model, read } from '../../../src/language/index.ts';
import { padded } from '../../../src/language/tagger.ts';
import { relate } from '../../../src/relations/index.ts';
import { RIVALS } from './rivals.ts';

/** A contestant: what it does with one article. What it returns is counted, so that the work is not dropped. */
interface Side {
  name: string;
  run(article: Article): number;
}

export interface Speed {
  name: string;
  /** Words (tokens that are no mere punctuation) a second, the middle of all rounds. */
  wordsPerSecond: number;
}

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;

/** So many articles before the next one's turn: who reads a pile of news finds his own tables in the cache, not another's. */
const AT_ONCE = 12;

/**
 * Words a second of each step, of the whole, and of other libraries, on one core. All take turns, a dozen articles each,
 * the first round warms up and does not count. Time is that of the processor, collecting garbage and compiling included,
 * so that other programs on the machine do not count.
 */
export function speeds(articles: readonly Article[], model: Model, rounds: number): Speed[] {
  const sides = [...steps(model), ...RIVALS.map(({ name, read: run }) => side(name, (a) => run(a.text).words.length))];
  const words = articles.reduce((sum, { text }) => sum + wordsOf(text), 0);
  const taken = sides.map(() => new Array<number>(rounds).fill(0));
  let work = 0;
  for (let round = -1; round < rounds; round++)
    for (let from = 0; from < articles.length; from += AT_ONCE)
      for (let turn = 0; turn < sides.length; turn++) {
        const at = (turn + from / AT_ONCE) % sides.length;
        const began = process.cpuUsage();
        for (const article of articles.slice(from, from + AT_ONCE)) work += sides[at]?.run(article) ?? 0;
        const { user, system } = process.cpuUsage(began);
        const row = taken[at];
        if (row && round >= 0) row[round] = (row[round] ?? 0) + (user + system) / 1e6;
      }
  if (work === 0) throw new Error('nothing was read');
  return sides.map(({ name }, at) => {
    const sorted = [...(taken[at] ?? [])].sort((a, b) => a - b);
    return { name, wordsPerSecond: words / (sorted[Math.floor(sorted.length / 2)] ?? Infinity) };
  });
}

const side = (name: string, run: Side['run']): Side => ({ name, run });

/** Each step alone, on what the steps before it made. */
function steps(model: Model): Side[] {
  const made = new WeakMap<Article, ReturnType<typeof prepare>>();
  const prepare = (article: Article) => {
    const sentences = read(article, model);
    const reading = resolve(article, sentences);
    const forms = sentences.map(({ tokens }) => tokens.map(({ form }) => form));
    return { sentences, reading, forms, statements: relate(article, sentences, reading) };
  };
  const before = (article: Article) => {
    const known = made.get(article) ?? prepare(article);
    made.set(article, known);
    return known;
  };
  return [
    side('tokens and sentences', ({ text, blocks, skips }) =>
      blocks.reduce((sum, { start, end }) => {
        const tokens = model.tokenizer.tokens(text, start, end, skips);
        return sum + model.splitter.split(text, tokens, model.lexemes).length;
      }, 0),
    ),
    side('tags', (article) =>
      before(article).forms.reduce((sum, forms) => {
        const tags = new Int32Array(forms.length);
        model.tagger.tag(model.lexemes, padded(model.lexemes, forms), forms.length, tags);
        return sum + tags.length;
      }, 0),
    ),
    side('tags, lemmas and parse', (article) =>
      before(article).forms.reduce((sum, forms) => sum + annotate(forms, model).length, 0),
    ),
    side('names (tagger)', (article) =>
      before(article).sentences.reduce((sum, { tokens }) => sum + (model.names?.tag(tokens).length ?? 0), 1),
    ),
    side('read: all of the language room', (article) => read(article, model).length),
    side('entities and coreference', (article) => resolve(article, before(article).sentences).mentions.length + 1),
    side('relations', (article) => {
      const { sentences, reading } = before(article);
      return relate(article, sentences, reading).length + 1;
    }),
    side('fold into a graph', (article) => {
      const { reading, statements } = before(article);
      return foldGraph([{ article, ...reading, statements }]).order + 1;
    }),
    side('the whole: extract', (article) => extract(article, model).mentions.length + 1),
  ];
}
