import type { Sentence } from '../language/sentence.ts';
import { fullTitle, titleKind } from '../lexicon/index.ts';
import type { Reading } from './entity.ts';
import { titleBefore } from './names/index.ts';

/** The political title right before token `from`, in lower case: "vice president" before "Mara Ilves". */
function politicalTitle({ tokens }: Sentence, from: number): string | null {
  const [first, last] = titleBefore(tokens, from) ?? [from, from];
  for (let at = first; at < last; at++) {
    const words = tokens.slice(at, last).map(({ form }) => form);
    const title = words.join(' ');
    if (titleKind(title) === 'political' && /^\p{Lu}/u.test(title)) return fullTitle(title).replaceAll(/ ?- ?/gu, ' ');
  }
  return null;
}

/** Notes under which political titles people go in the text, each as `Entity.titles`. */
export function withTitles(sentences: readonly Sentence[], { entities, mentions }: Reading): Reading {
  const titles = new Map<number, Set<string>>();
  for (const { kind, sentence, from, entities: named } of mentions) {
    const [index = -1] = named;
    const spoken = sentences[sentence];
    if (kind !== 'name' || entities[index]?.type !== 'person' || !spoken) continue;
    const title = politicalTitle(spoken, from);
    if (title !== null) titles.set(index, (titles.get(index) ?? new Set()).add(title));
  }
  const titled = entities.map((entity, index) => {
    const all = titles.get(index);
    return all ? { ...entity, titles: [...all].sort() } : entity;
  });
  return { entities: titled, mentions };
}
