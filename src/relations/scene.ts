import type { Reading } from '../entities/entity.ts';
import type { Sentence } from '../language/sentence.ts';
import { countryOf } from '../lexicon/index.ts';
import { isElectoral } from './roles.ts';

/** What the article as a whole says that one sentence does not. */
export interface Scene {
  /** It is about an election, so that "A of B" is of party B. */
  electoral: boolean;
  /** The country that it is about, where one stands out. */
  country: number | null;
  /** The country whose own politics it is about. */
  home: number | null;
}

/** An article of which one word in this many is of elections is about one. */
const ELECTORAL_SHARE = 60;

/** What the whole article is about, as far as single sentences need it. */
export function sceneOf(sentences: readonly Sentence[], reading: Reading): Scene {
  let words = 0;
  let electoral = 0;
  for (const { tokens } of sentences)
    for (const { upos, lemma } of tokens) {
      if (upos === 'PUNCT') continue;
      words++;
      if (isElectoral(lemma.toLowerCase())) electoral++;
    }
  return {
    electoral: electoral >= 5 && electoral * ELECTORAL_SHARE >= words,
    country: countryAbout(reading),
    home: homeIn(sentences, reading),
  };
}

const OFFICE =
  /^(?:government|parliament|cabinet|minister|ministry|secretary|president|premier|lawmaker|legislator|senator|court|police|constitution|interior|foreign|prime|home|defen[cs]e|finance)s?$/i;
/** How many words may stand between a country and what is its own: "Norway's newly elected government". */
const OFFICE_REACH = 3;

/**
 * The country whose own politics the article is about, so that its bare "President [A]" is that country's: spoken of
 * twice as often as any other, and with an office or a body of state of its own. A country that is merely much
 * spoken of may be another's war.
 */
function homeIn(sentences: readonly Sentence[], reading: Reading): number | null {
  const country = countryAbout(reading);
  const hasOffice = reading.mentions.some(
    (mention) =>
      mention.entities[0] === country &&
      mention.kind === 'name' &&
      (sentences[mention.sentence]?.tokens ?? [])
        .slice(mention.to, mention.to + OFFICE_REACH)
        .some(({ form }) => OFFICE.test(form)),
  );
  return hasOffice ? country : null;
}

/** The country spoken of most, if it is spoken of at least twice as often as any other. */
function countryAbout({ entities, mentions }: Reading): number | null {
  const counts = new Map<number, number>();
  for (const mention of mentions) {
    const [entity = -1] = mention.entities;
    const named = entities[entity];
    if (mention.entities.length !== 1 || named?.type !== 'place' || countryOf(named.label)?.kind !== 'country')
      continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [top, second] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return top && top[1] >= Math.max(3, 2 * (second?.[1] ?? 0)) ? top[0] : null;
}
