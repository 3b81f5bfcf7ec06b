import { type Article, makeArticle } from '../../src/article/index.ts';
import type { Entity, Mention } from '../../src/entities/entity.ts';
import type { Extraction } from '../../src/extraction.ts';
import type { EntityType, Modality } from '../../src/ontology.ts';
import type { Statement } from '../../src/relations/statement.ts';

/**
 * A stand-in for the language pipeline, so that what is built on extractions can be tested without it: it knows a
 * handful of invented names and verbs and reads "NAME [will|did not] VERB NAME [on 2024-05-01] [, SOURCE said]", "NAME (born 1989)" and "President NAME".
 */

interface Known {
  type: EntityType;
  label: string;
  forms: readonly string[];
}

const KNOWN: readonly Known[] = [
  { type: 'person', label: 'Mara Ilves', forms: ['Mara Ilves', 'Ilves'] },
  { type: 'person', label: 'Tomas Reyl', forms: ['Tomas Reyl', 'Tomás Reyl', 'Reyl'] },
  { type: 'person', label: 'Oda Brandt', forms: ['Oda Brandt'] },
  { type: 'organization', label: 'Harbour Workers Union', forms: ['Harbour Workers Union', 'HWU'] },
  { type: 'organization', label: 'Northern Gazette', forms: ['Northern Gazette'] },
  { type: 'place', label: 'Varna', forms: ['Varna'] },
  { type: 'place', label: 'Bulgaria', forms: ['Bulgaria'] },
];

const VERBS: Readonly<Record<string, string>> = {
  met: 'met',
  meet: 'met',
  visited: 'visited',
  visit: 'visited',
  criticized: 'criticized',
  criticize: 'criticized',
  leads: 'leads',
  'was born in': 'born_in',
  'lies in': 'located_in',
};

const NAMES = KNOWN.flatMap(({ forms }) => forms).sort((a, b) => b.length - a.length);
const NAME = NAMES.join('|');
const CLAUSE = new RegExp(
  `(${NAME}) (?:(will|may|did not) )?(${Object.keys(VERBS).join('|')}) (${NAME})` +
    `(?: in (Varna|Bulgaria))?(?: on (\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?))?(?:, (${NAME}) said)?`,
  'gu',
);
const MODALITY: Readonly<Record<string, Modality>> = { will: 'planned', may: 'possible', 'did not': 'negated' };

interface Found {
  index: number;
  forms: Set<string>;
  born?: number;
  titles?: string[];
}

const knownBy = (form: string): Known | undefined => KNOWN.find(({ forms }) => forms.includes(form));

function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  for (const match of text.matchAll(pattern)) yield match;
}

export function readPlainly(article: Article): Extraction {
  const found = new Map<Known, Found>();
  const mentions: Mention[] = [];
  for (const match of matches(article.text, new RegExp(`(?<!\\p{L})(?:${NAME})(?!\\p{L})`, 'gu'))) {
    const known = knownBy(match[0]);
    if (!known) continue;
    const entry: Found = found.get(known) ?? { index: found.size, forms: new Set() };
    found.set(known, entry);
    entry.forms.add(match[0]);
    const { index: start } = match;
    const text = match[0];
    const born = /^ \(born (\d{4})\)/.exec(article.text.slice(start + text.length))?.[1];
    if (born !== undefined) entry.born = Number(born);
    if (article.text.slice(0, start).endsWith('President ')) entry.titles = ['president'];
    const place = { start, end: start + text.length, text, sentence: 0, from: 0, to: 1, head: 0 };
    mentions.push({ ...place, kind: 'name', entities: [entry.index], certainty: 1 });
  }
  const entities = [...found].map(([{ type, label }, { forms, born, titles }]): Entity => {
    const [fullest = label] = [...forms].sort((a, b) => b.length - a.length);
    return {
      type,
      label: fullest,
      aliases: [...forms].filter((form) => form !== fullest).sort(),
      ...(born !== undefined && { born }),
      ...(titles && { titles }),
    };
  });
  const indexOf = (form: string): number => found.get(knownBy(form) ?? KNOWN[0] ?? raise())?.index ?? raise();
  const statements = [...matches(article.text, CLAUSE)].map((match): Statement => {
    const [clause, subject = '', auxiliary = '', verb = '', object = '', place, date, source] = match;
    const at = match.index;
    const sentenceStart = article.text.lastIndexOf('.', at) + 1;
    const start = sentenceStart + (article.text.slice(sentenceStart, at).match(/^\s*/u)?.[0].length ?? 0);
    const stop = article.text.indexOf('.', at + clause.length);
    const end = stop === -1 ? article.text.length : stop + 1;
    const verbAt = at + clause.indexOf(` ${verb} `, subject.length) + 1;
    const objectAt = verbAt + verb.length + 1;
    const dateAt = date === undefined ? -1 : at + clause.indexOf(date, objectAt - at);
    return {
      subject: indexOf(subject),
      object: indexOf(object),
      type: VERBS[verb] ?? verb,
      predicate: auxiliary === '' ? verb : `${auxiliary} ${verb}`,
      modality: MODALITY[auxiliary] ?? 'actual',
      ...(place !== undefined && { place: indexOf(place) }),
      ...(date !== undefined && { date }),
      attributedTo: source === undefined ? [] : [indexOf(source)],
      confidence: 0.8,
      evidence: {
        start,
        end,
        text: article.text.slice(start, end),
        subject: [at, at + subject.length],
        trigger: [verbAt, verbAt + verb.length],
        object: [objectAt, objectAt + object.length],
        ...(date !== undefined && { date: [dateAt, dateAt + date.length] as const }),
        rule: 'plain',
      },
    };
  });
  return { article, entities, mentions, statements };
}

function raise(): never {
  throw new Error('the plain reader met a name that it does not know');
}

/** An article of this text, read. */
export const plain = (
  text: string,
  about: { date?: string; title?: string; source?: string; url?: string } = {},
): Extraction => readPlainly(makeArticle(text, about));
