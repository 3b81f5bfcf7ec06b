import type { Article } from '../../article/article.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { EntityType } from '../../ontology.ts';
import { acronymsInBrackets } from './acronyms.ts';
import { oneTypeAName } from './agreement.ts';
import { codes } from './codes.ts';
import { commonBodies } from './common-bodies.ts';
import { dropOtherDemonyms, findHalves, setCountries } from './countries.ts';
import { divideNames } from './divide.ts';
import { dropKinds } from './groups.ts';
import { heedHints } from './hints.ts';
import { joinHyphens } from './hyphens.ts';
import { extendOverOf, growNames, joinNames } from './joins.ts';
import { missedNames } from './missed.ts';
import { dropMoney } from './money.ts';
import { inOrder, isEntityType, type Name, type Step, type Text, tokensOf } from './name.ts';
import { nestedCountries } from './nested.ts';
import { findPersons, titleBefore } from './persons.ts';
import { dropPlainWords } from './plain-words.ts';
import { platforms } from './platforms.ts';
import { cutPortfolios } from './portfolios.ts';
import { otherOccurrences, shortForms } from './short-forms.ts';
import { taggedNames } from './tagged.ts';
import { dropBareTitles, trimNames } from './trim.ts';
import { dropBareHeads, headedTypes, nextBestTypes } from './types.ts';
import { works } from './works.ts';

export { bySentence } from './name.ts';
export { titleBefore } from './persons.ts';

/** A stretch of an article that names something: an entity by its type, or a country by its demonym. */
export interface NamedMention {
  /** Index of the sentence, and its tokens `from` (inclusive) to `to` (exclusive). */
  sentence: number;
  from: number;
  to: number;
  /** Offsets into the article's text; `text` is exactly the characters between them. */
  start: number;
  end: number;
  text: string;
  /** A demonym is of type `place`. */
  type: EntityType;
  demonym?: true;
  /** The usual label of the country, nation or region that is named or spoken of: "United Kingdom" for "UK". */
  country?: string;
  /** The tokens of a title right before the name, which is no part of it: "President", "Foreign Minister". */
  title?: [from: number, to: number];
}

/** In this order: first where a name begins and ends, then what it is, then where else it stands. */
const STEPS: readonly Step[] = [
  joinHyphens,
  divideNames,
  trimNames,
  growNames,
  missedNames,
  codes,
  joinNames,
  extendOverOf,
  cutPortfolios,
  works,
  findPersons,
  dropBareTitles,
  dropBareHeads,
  headedTypes,
  heedHints,
  acronymsInBrackets,
  platforms,
  dropKinds,
  dropPlainWords,
  nextBestTypes,
  setCountries,
  findHalves,
  dropOtherDemonyms,
  commonBodies,
  oneTypeAName,
  shortForms,
  otherOccurrences,
  nestedCountries,
  dropMoney,
];

/**
 * The names of an article, in order of `start`, then longer first. They may nest: in "French Embassy in Kenya", one
 * name of a facility, stand "French" and "Kenya".
 */
export function findNames(article: Article, sentences: readonly Sentence[]): NamedMention[] {
  const text: Text = { article, sentences };
  const names = STEPS.reduce((found, step) => inOrder(step(found, text)), taggedNames(text));
  return inOrder(names).flatMap((name) => mentionOf(name, text));
}

function mentionOf(name: Name, text: Text): NamedMention[] {
  const tokens = tokensOf(text, name);
  const [first, last] = [tokens[0], tokens.at(-1)];
  const type = name.type === 'demonym' ? 'place' : name.type;
  if (!first || !last || !isEntityType(type)) return [];
  const { sentence, from, to, country } = name;
  const title = type === 'person' ? titleBefore(text.sentences[sentence]?.tokens ?? [], from) : null;
  const [start, end] = [first.start, last.end];
  return [
    {
      sentence,
      from,
      to,
      start,
      end,
      text: text.article.text.slice(start, end),
      type,
      ...(name.type === 'demonym' ? { demonym: true as const } : {}),
      ...(country === undefined ? {} : { country }),
      ...(title === null ? {} : { title }),
    },
  ];
}
