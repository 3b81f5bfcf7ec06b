import { type Article, articleId } from '../../src/article/article.ts';
import { resolve } from '../../src/entities/index.ts';
import { type Model, type NameLabel, type NameSpan, read, type Sentence } from '../../src/language/index.ts';
import { relate, type Statement } from '../../src/relations/index.ts';
import { parsed } from './sentence.ts';

/** What a text says, as statements and as lines "A → type → B". */
export interface Said {
  article: Article;
  statements: Statement[];
  edges: string[];
  /** The statement that an edge's line is made of. */
  of(edge: string): Statement;
  /** Names of those on whose word a statement stands. */
  sources(statement: Statement): string[];
}

function saidIn(article: Article, sentences: readonly Sentence[]): Said {
  const reading = resolve(article, sentences);
  const statements = relate(article, sentences, reading);
  const label = (entity: number) => reading.entities[entity]?.label ?? '?';
  const line = (one: Statement) => `${label(one.subject)} → ${one.type} → ${label(one.object)}`;
  return {
    article,
    statements,
    edges: statements.map(line),
    of(edge) {
      const found = statements.find((one) => line(one) === edge);
      if (!found) throw new Error(`no "${edge}" among ${statements.map(line).join(', ') || 'no edges'}`);
      return found;
    },
    sources: (statement) => statement.attributedTo.map((one) => (typeof one === 'number' ? label(one) : one)),
  };
}

/** Statements of hand-parsed sentences, in the notation of `parsed`; `date` is the article's. */
export function saying(written: readonly string[], date: string | null = '2024-05-16'): Said {
  const { article, sentences } = parsed(...written);
  return saidIn({ ...article, date }, sentences);
}

/**
 * Statements of plain text, through the whole pipeline.
 *
 * @param cast the names that the text speaks of, so that a test of a rule does not hang on the name tagger
 */
export function readAndRelate(
  text: string,
  model: Model,
  cast: Readonly<Record<string, NameLabel>> | null = null,
  date: string | null = '2024-05-16',
): Said {
  const article: Article = {
    id: articleId(text),
    text,
    title: null,
    date,
    source: null,
    url: null,
    blocks: text === '' ? [] : [{ start: 0, end: text.length, kind: 'paragraph' }],
    skips: [],
  };
  const sentences = read(article, model);
  if (cast) for (const sentence of sentences) sentence.names = castIn(sentence, text, cast);
  return saidIn(article, sentences);
}

function castIn({ tokens }: Sentence, text: string, cast: Readonly<Record<string, NameLabel>>): NameSpan[] {
  const found: NameSpan[] = [];
  for (const [from, { start }] of tokens.entries())
    for (const [name, label] of Object.entries(cast)) {
      const to = tokens.findIndex((token) => token.end === start + name.length) + 1;
      if (to <= from || text.slice(start, start + name.length) !== name || from < (found.at(-1)?.to ?? 0)) continue;
      const scores = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0, [label]: 9 };
      found.push({ from, to, label, scores });
    }
  return found;
}
