import type { Sieve } from './index.ts';

/** "the Estonian government", "Estonia's authorities": a government when it acts goes by its country. */
export const governments: Sieve = function* (discourse) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.kind !== 'description' || phrase.parts || !GOVERNMENT.has(phrase.noun)) continue;
    const country = discourse.inSentence[phrase.sentence]?.find((one) => {
      const name = discourse.phrases[one];
      return (
        name?.kind === 'name' &&
        name.country !== undefined &&
        name.type === 'place' &&
        isBefore(name.from, name.to, phrase)
      );
    });
    if (country !== undefined) yield { phrase: index, to: [country], certainty: 0.9 };
  }

  function isBefore(from: number, to: number, phrase: { from: number; head: number }): boolean {
    return from >= phrase.from && to <= phrase.head && phrase.head - to <= 2;
  }
};

const GOVERNMENT: ReadonlySet<string> = new Set(['government', 'authority', 'authorities', 'regime']);
