import type { Chains } from './coreference/chains.ts';
import type { Discourse } from './discourse.ts';
import type { Entity, Mention, Reading } from './entity.ts';
import { entityOf } from './label.ts';

/** The entities and mentions of chains that have a name, entities in the order in which the text first speaks of them. */
export function readingOf({ phrases }: Discourse, chains: Chains): Reading {
  const entities: Entity[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (phrase: number): number[] => {
    if (!chains.isNamed(phrase)) return [];
    const id = chains.id(phrase);
    const known = numbers.get(id) ?? entities.length;
    if (known === entities.length) {
      numbers.set(id, known);
      const names = chains.chain(phrase).names.flatMap((name) => phrases[name] ?? []);
      entities.push(entityOf(names, (name) => chains.isFormer(name)));
    }
    return [known];
  };
  const mentions: Mention[] = [];
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.parts || phrase.hidden) continue;
    const refers = chains.several(index) ?? [index];
    const found = [...new Set(refers.flatMap(numberOf))];
    if (!found.length) continue;
    const { start, end, text, kind, sentence, from, to, head, adjective } = phrase;
    const certainty = chains.certainty(index);
    mentions.push({
      start,
      end,
      text,
      kind,
      sentence,
      from,
      to,
      head,
      entities: found,
      certainty,
      ...(adjective ? { adjective } : {}),
    });
  }
  return { entities, mentions };
}
