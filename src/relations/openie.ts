import type { Sentence } from '../language/sentence.ts';
import type { Tree } from '../language/tree.ts';
import { plant } from './inflection.ts';
import { type Draft, fromClause } from './openie/clauses.ts';
import { fromNouns } from './openie/nominals.ts';
import { textOf } from './openie/words.ts';
import { propositions } from './propositions.ts';

/** What a sentence says, in its own words: who, does what, to whom, and all else that is said of it. */
export interface OpenTuple {
  /** Index of the sentence. */
  sentence: number;
  /** 0–1. */
  confidence: number;
  relation: string;
  /** Who or what acts first, then what is acted on, then the rest with its prepositions. Two at least; the second may be empty. */
  arguments: readonly string[];
}

/**
 * Open information extraction (Banko et al. 2007): the propositions of sentences and what their nouns say by
 * apposition, title and possession, as text.
 *
 * @param text what the offsets of the sentences point into
 */
export function openTuples(text: string, sentences: readonly Sentence[]): OpenTuple[] {
  return sentences.flatMap((sentence, index) => {
    const tree = plant(sentence);
    const drafts = [...propositions(tree).flatMap((one) => fromClause(tree, one)), ...fromNouns(tree)];
    return distinct(drafts.map((draft) => written(text, tree, index, draft)));
  });
}

function written(text: string, tree: Tree, sentence: number, draft: Draft): OpenTuple {
  const { before = '', relation, subject, rest, rate, hinges } = draft;
  const margins = hinges.map((token) => tree.tokens[token]?.margin ?? 1);
  const margin = margins.reduce((sum, one) => sum + one, 0) / Math.max(1, margins.length);
  const [object = '', ...further] = rest.map((tokens) => textOf(text, tree, tokens));
  return {
    sentence,
    confidence: Math.round(1000 * rate * (0.7 + 0.3 * margin)) / 1000,
    relation: [before, textOf(text, tree, relation)].filter((part) => part !== '').join(' '),
    arguments: [textOf(text, tree, subject), object, ...further.filter((part) => part !== '')],
  };
}

function distinct(tuples: readonly OpenTuple[]): OpenTuple[] {
  const seen = new Set<string>();
  return tuples.filter((one) => {
    const key = [one.relation, ...one.arguments].join('\t');
    if (one.relation === '' || one.arguments[0] === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Tab-separated: sentence, confidence, first argument, relation, second argument, further arguments. */
export function* writeTuples(text: string, sentences: readonly Sentence[]): Generator<string> {
  for (const { sentence, confidence, relation, arguments: parts } of openTuples(text, sentences)) {
    const { start = 0, end = 0 } = sentences[sentence] ?? {};
    const [first = '', ...rest] = parts;
    yield `${[text.slice(start, end), confidence.toFixed(3), first, relation, ...rest].map(blanked).join('\t')}\n`;
  }
}

/** A column holds no tab and no end of line. */
const blanked = (column: string): string => column.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
