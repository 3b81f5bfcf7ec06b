import { type Name, type NameType, type Step, wordsOf } from './name.ts';

/** One name has one type in an article: what was decided of one of its places, or else the best sum of scores. */
export const oneTypeAName: Step = (names, text) => {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    if (name.type === 'demonym') continue;
    // codes and numbered things of one series are of one kind: "Kestrel 1", "Kestrel 2"
    const words = wordsOf(text, name).replaceAll(/\p{N}+/gu, '0');
    const group = groups.get(words);
    if (group) group.push(name);
    else groups.set(words, [name]);
  }
  const decided = new Map<Name, Name>();
  for (const group of groups.values()) {
    const best = typeOf(group);
    for (const name of group) if (name.settled === undefined) decided.set(name, { ...name, ...best });
  }
  return names.map((name) => decided.get(name) ?? name);
};

function typeOf(group: readonly Name[]): Pick<Name, 'type' | 'settled'> {
  const settled = group.filter((name) => name.settled !== undefined);
  const votes = new Map<NameType, number>();
  if (settled.length > 0) {
    for (const { type } of settled) votes.set(type, (votes.get(type) ?? 0) + 1);
  } else {
    const types = new Set(group.map(({ type }) => type));
    for (const { scores } of group) {
      for (const type of types) votes.set(type, (votes.get(type) ?? 0) + (scores[type] ?? 0));
    }
  }
  const [best] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const type = best?.[0] ?? group[0]?.type ?? 'other';
  return settled.length > 0 ? { type, settled: 'agreement' } : { type };
}
