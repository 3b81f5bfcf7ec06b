import { PRONOUNS } from '../phrase.ts';
import { quotationAt } from '../quotations.ts';
import type { Sieve } from './index.ts';

/** "I" in a quotation is who said it; "we" is the organization or country that speaks. */
export const speakers: Sieve = function* ({ phrases, headed, quotations }, chains) {
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.kind !== 'pronoun' || PRONOUNS.get(phrase.noun)?.person !== 'speaker') continue;
    const speaker = quotationAt(quotations, phrase.start)?.speaker;
    const to = speaker && headed[speaker.sentence]?.get(speaker.token);
    if (to === null || to === undefined || to === index) continue;
    const { human, type } = chains.chain(to);
    if (phrase.number === 'singular' && human !== false) yield { phrase: index, to: [to], certainty: 0.85 };
    else if (phrase.number === 'plural' && type !== null && type !== 'person')
      yield { phrase: index, to: [to], certainty: 0.6 };
  }
};
