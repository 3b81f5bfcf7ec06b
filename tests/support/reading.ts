import { resolve } from '../../src/entities/index.ts';
import { parsed } from './sentence.ts';

/** What is made of hand-parsed sentences: the labels of the entities, and for every mention "words → label + label". */
export function reading(...written: readonly string[]): { labels: string[]; refers: string[]; entities: string[] } {
  const { article, sentences } = parsed(...written);
  const { entities, mentions } = resolve(article, sentences);
  const label = (index: number) => entities[index]?.label ?? '?';
  return {
    labels: entities.map((entity) => entity.label),
    entities: entities.map(({ label, type, aliases }) => `${label} (${type}) = ${aliases.join(', ')}`),
    refers: mentions.map(({ text, entities: all }) => `${text} → ${all.map(label).join(' + ')}`),
  };
}
