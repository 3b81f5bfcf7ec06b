import type { Sieve } from './index.ts';
import { officeOf } from './office.ts';

/** "his government", of one whom the article calls a president or envoy of a country: when it acts it goes by that country. */
export const cabinets: Sieve = function* ({ phrases, headed, ...rest }, chains) {
  const discourse = { phrases, headed, ...rest };
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.kind !== 'description' || phrase.determiner !== 'possessive' || phrase.noun !== 'government') continue;
    const owner = headed[phrase.sentence]?.get(phrase.from);
    if (owner === undefined || phrases[owner]?.kind !== 'pronoun' || chains.isNamed(index)) continue;
    const { members, type } = chains.chain(owner);
    if (type !== 'person') continue;
    const country = members
      .slice(0, MOST)
      .flatMap((member) => {
        const one = phrases[member];
        return (one && officeOf(one, discourse)?.of) || [];
      })
      .find((of) => phrases[of]?.country !== undefined);
    if (country !== undefined) yield { phrase: index, to: [country], certainty: 0.8 };
  }
};

/** Of one who is spoken of often, the first times say what he is. */
const MOST = 20;
