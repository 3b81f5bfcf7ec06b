import type { Mention, Reading } from '../entities/entity.ts';
import type { Tree } from '../language/tree.ts';
import type { EntityType } from '../ontology.ts';

/** An entity that a noun phrase speaks of, and the mention that says so. */
export interface Node {
  entity: number;
  type: EntityType;
  mention: Mention;
  /** 0–1: how sure it is that the phrase means this entity. */
  certainty: number;
  /** What the phrase means is not the entity but someone or something of it: "Thai officials", "the statue of X". */
  stand?: true;
  /** It is a deed or thing of the entity: "Thai policy". It can be praised or blamed, but not met. */
  thing?: true;
  /** An article stands before the name. */
  definite?: true;
  /** It is said of people, by their country's name: "the Danes". */
  people?: true;
  /** It is said of armed people, who enter a town without visiting it: "Danish soldiers". */
  armed?: true;
}

/** The mentions of one sentence by their tokens. */
export interface Phrases {
  tree: Tree;
  reading: Reading;
  mentions: readonly Mention[];
  /** The widest name, or the pronoun, that each token belongs to. */
  named: readonly (Mention | undefined)[];
  /** The same, and at its head the description ("the [president]"), so that a head tells its entity. */
  owner: readonly (Mention | undefined)[];
  /** The demonym that covers each token. */
  adjective: readonly (Mention | undefined)[];
}

/** @param country the one that the article is about: who else is "the nation" */
export function phrasesOf(
  tree: Tree,
  mentions: readonly Mention[],
  reading: Reading,
  country: number | null = null,
): Phrases {
  const named: (Mention | undefined)[] = new Array(tree.tokens.length);
  const adjective: (Mention | undefined)[] = new Array(tree.tokens.length);
  const wider = (one: Mention, other: Mention | undefined) => !other || one.to - one.from > other.to - other.from;
  for (const mention of mentions) {
    if (mention.kind === 'description') continue;
    const row = mention.adjective ? adjective : named;
    for (let t = Math.max(0, mention.from); t < Math.min(mention.to, tree.tokens.length); t++)
      if (wider(mention, row[t])) row[t] = mention;
  }
  const owner = [...named];
  for (const mention of mentions)
    if (mention.kind === 'description' && !named[mention.head] && wider(mention, owner[mention.head]))
      owner[mention.head] = mention;
  if (country !== null) for (const mention of nations(tree, mentions, country)) owner[mention.head] ??= mention;
  return { tree, reading, mentions, named, owner, adjective };
}

/** "the nation", "the country": where coreference names none, the article's. */
function nations({ tokens, sentence }: Tree, mentions: readonly Mention[], country: number): Mention[] {
  return tokens.flatMap((token, at): Mention[] => {
    const the = tokens[at - 1];
    if (!/^(?:nation|country)$/.test(token.form) || the?.form.toLowerCase() !== 'the') return [];
    const text = `${the.form}${' '.repeat(Math.max(0, token.start - the.end))}${token.form}`;
    const place = {
      start: the.start,
      end: token.end,
      from: at - 1,
      to: at + 1,
      head: at,
      sentence: mentions[0]?.sentence ?? 0,
    };
    return sentence.start <= the.start
      ? [{ ...place, text, kind: 'description', entities: [country], certainty: 0.75 }]
      : [];
  });
}

/** The entities of a mention, one node each. */
export function nodesOf(phrases: Phrases, mention: Mention, certainty = 1): Node[] {
  return mention.entities.flatMap((entity) => {
    const type = phrases.reading.entities[entity]?.type;
    return type ? [{ entity, type, mention, certainty: certainty * mention.certainty }] : [];
  });
}

export const typeOf = (phrases: Phrases, mention: Mention): EntityType | undefined =>
  phrases.reading.entities[mention.entities[0] ?? -1]?.type;

export const isPerson = (phrases: Phrases, mention: Mention): boolean => typeOf(phrases, mention) === 'person';
