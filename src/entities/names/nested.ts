import { countryOf, countryOfDemonym, matchPlace } from '../../lexicon/index.ts';
import { formsOf, type Name, type Step } from './name.ts';

/** Bodies and houses of a state: "Kenyan Foreign Ministry" speaks of Kenya, "American Airlines" of no country. */
const OF_A_STATE =
  /^(?:ministry|ministries|embassy|consulate|navy|army|parliament|senate|congress|government|department|treasury|cabinet|police|court|assembly|office|military|presidency|consulate-general|forces|force|guard|guards|marines|command|administration)$/iu;

/** The country inside the name of a body of its state is named too. */
export const nestedCountries: Step = (names, text) => {
  const nested = names.flatMap((name): Name[] => {
    if (name.type !== 'organization' && name.type !== 'facility') return [];
    const forms = formsOf(text, name);
    const match = matchPlace(forms, 0);
    if (match === null || match.length >= forms.length || match.as === 'capital') return [];
    const { kind, label } = match.country;
    if (kind === 'region' || label === 'Korea' || !forms.some((form) => OF_A_STATE.test(form))) return [];
    const words = forms.slice(0, match.length).join(' ');
    const type = match.as === 'demonym' ? 'demonym' : 'place';
    const country = (type === 'demonym' ? countryOfDemonym(words) : countryOf(words))?.label ?? label;
    const { sentence, from } = name;
    return [{ sentence, from, to: from + match.length, type, scores: {}, settled: 'country', country }];
  });
  return [...names, ...nested];
};
