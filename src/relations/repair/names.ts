import type { Mention } from '../../entities/entity.ts';
import type { Phrases } from '../phrases.ts';

/** Names, as wide as they are. */
export const names = (phrases: Phrases): Mention[] =>
  phrases.mentions.filter((m) => m.kind === 'name' && !m.adjective && phrases.named[m.from] === m);
