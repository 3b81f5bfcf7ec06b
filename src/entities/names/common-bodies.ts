import { countryOfDemonym, matchPlace } from '../../lexicon/index.ts';
import type { Name, Step } from './name.ts';

/** Bodies of which a country has one, so that a demonym and a small word name it: "the Kenyan navy". */
const ONE_A_COUNTRY = /^(?:navy|army|parliament|coastguard)$/u;
const ONE_A_COUNTRY_OF_TWO = /^(?:air force|coast guard|supreme court)$/u;

/** "Kenyan navy", "Chilean air force". */
export const commonBodies: Step = (names, text) =>
  names.map((name): Name => {
    if (name.type !== 'demonym') return name;
    const { tokens } = text.sentences[name.sentence] ?? { tokens: [] };
    const [first = '', second = ''] = [tokens[name.to]?.form, tokens[name.to + 1]?.form];
    const length = ONE_A_COUNTRY.test(first) ? 1 : ONE_A_COUNTRY_OF_TWO.test(`${first} ${second}`) ? 2 : 0;
    const forms = tokens.slice(name.from, name.to).map(({ form }) => form);
    const nation = countryOfDemonym(forms.join(' ')) ?? matchPlace(forms, 0)?.country;
    if (length === 0 || nation?.kind === 'region') return name;
    return { ...name, to: name.to + length, type: 'organization', settled: 'common body' };
  });
