import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../../src/article/index.ts';
import { type Reading, resolve } from '../../../src/entities/index.ts';
import { type Model, read, type Sentence } from '../../../src/language/index.ts';
import { isSymmetric } from '../../../src/ontology.ts';
import { type Doubts, doubtsOf } from '../../../src/relations/doubts.ts';
import { rough, type Statement } from '../../../src/relations/index.ts';
import { goldArticles } from '../extraction/graphs.ts';
import { gumParses } from '../gold-parses.ts';

/** A statement of which it is known whether it is right. */
export interface Judged {
  article: string;
  rule: string;
  doubts: Doubts;
  /** As the rules alone give it. */
  confidence: number;
  right: boolean;
  /** One edge of the article: statements of the same ends and type. */
  edge: string;
  /** The gold relation that it says, where it is right. */
  relation?: string;
}

const Gold = z.object({
  entities: z.array(z.object({ id: z.string(), names: z.array(z.string()), optional: z.boolean().optional() })),
  relations: z.array(
    z.object({
      s: z.string(),
      o: z.string(),
      type: z.string(),
      types: z.array(z.string()).optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
type Gold = z.infer<typeof Gold>;

const key = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .replace(/^(?:the|a|an) /, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** For each entity of a reading, the one of `others` that shares most of its names, the same label first; one to one. */
function align(reading: Reading, others: readonly { id: string; names: readonly string[] }[]): (string | undefined)[] {
  const candidates = reading.entities.flatMap(({ label, aliases }, index) => {
    const own = new Set([label, ...aliases].map(key));
    return others.flatMap(({ id, names }) => {
      const shared = names.filter((name) => own.has(key(name))).length;
      const first = key(names[0] ?? '') === key(label) ? 100 : own.has(key(names[0] ?? '')) ? 20 : 0;
      return shared ? [{ index, id, score: first + shared }] : [];
    });
  });
  candidates.sort((a, b) => b.score - a.score);
  const found: (string | undefined)[] = reading.entities.map(() => undefined);
  const taken = new Set<string>();
  for (const { index, id } of candidates) {
    if (found[index] !== undefined || taken.has(id)) continue;
    found[index] = id;
    taken.add(id);
  }
  return found;
}

interface Said {
  article: Article;
  sentences: readonly Sentence[];
  reading: Reading;
  statements: readonly Statement[];
}

function extractFrom(article: Article, sentences: readonly Sentence[]): Said {
  const reading = resolve(article, sentences);
  return { article, sentences, reading, statements: rough(article, sentences, reading) };
}

/** Judges what was said by what is known; null for what neither is right nor wrong. */
function judge(name: string, { sentences, reading, statements }: Said, gold: Gold): Judged[] {
  const ids = align(reading, gold.entities);
  const optional = new Set(gold.entities.filter((one) => one.optional).map(({ id }) => id));
  const starts = new Map(sentences.map(({ start }, index) => [start, index]));
  return statements.flatMap((statement): Judged[] => {
    const [s = `?${statement.subject}`, o = `?${statement.object}`] = [ids[statement.subject], ids[statement.object]];
    const relation = gold.relations.find(
      (r) =>
        (r.type === statement.type || (r.types ?? []).includes(statement.type)) &&
        ((r.s === s && r.o === o) || (isSymmetric(statement.type) && r.s === o && r.o === s)),
    );
    const right = relation !== undefined;
    if (!right && (optional.has(s) || optional.has(o))) return [];
    const index = starts.get(statement.evidence.start) ?? -1;
    const sentence = sentences[index];
    if (!sentence) return [];
    const mentions = reading.mentions.filter((mention) => mention.sentence === index);
    return [
      {
        article: name,
        rule: statement.evidence.rule,
        doubts: doubtsOf(statement, sentence, mentions),
        confidence: statement.confidence,
        right,
        edge: [name, s, statement.type, o].join('|'),
        ...(relation ? { relation: nameOf(name, relation) } : {}),
      },
    ];
  });
}

const nameOf = (article: string, { s, type, o }: Gold['relations'][number]): string => [article, s, type, o].join('|');

const readGold = (shared: string, id: string): Gold =>
  Gold.parse(JSON.parse(readFileSync(join(shared, 'bench/gold', `${id}.json`), 'utf8')));

/** The relations of the gold articles that must be found. */
export const requiredRelations = (shared: string): Set<string> =>
  new Set(
    goldArticles(shared).flatMap(({ id }) =>
      readGold(shared, id)
        .relations.filter(({ optional }) => !optional)
        .map((relation) => nameOf(id, relation)),
    ),
  );

/** What is said of the gold articles, judged by their gold relations as the bench's scorer does. */
export function judgedByGold(shared: string, model: Model): Judged[] {
  return goldArticles(shared).flatMap(({ id, article }) =>
    judge(id, extractFrom(article, read(article, model)), readGold(shared, id)),
  );
}

/**
 * What is said of a treebank's documents from raw text, judged by what the same rules say of the gold parses, names and
 * all: shows what comes of wrong parses and names, on text that no rule was written for.
 */
export function judgedByParses(shared: string, treebank: string, model: Model): Judged[] {
  return gumParses(join(shared, 'data/ud', `${treebank}.conllu`)).flatMap(({ article, sentences, document }) => {
    const best = extractFrom(article, sentences);
    const gold: Gold = {
      entities: best.reading.entities.map(({ label, aliases }, index) => ({
        id: String(index),
        names: [label, ...aliases],
      })),
      relations: best.statements.map(({ subject, object, type }) => ({ s: String(subject), o: String(object), type })),
    };
    return judge(document.id, extractFrom(article, read(article, model)), gold);
  });
}
