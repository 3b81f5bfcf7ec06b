import { countryOf, matchPlace, worldBodyOf } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import { formsOf, isCapitalized, type Name, type Step, type Text, wordsOf } from './name.ts';
import { surnameOf } from './short-forms.ts';
import { isCountryOrDemonym, isGivenName, isGlue, isProper } from './words.ts';

/** Sets countries, regions and demonyms right, and finds those that the tagger passed over. */
export const setCountries: Step = (names, text) => {
  const surnames = new Set(
    names
      .filter(({ type, from, to }) => type === 'person' && to - from > 1)
      .map((name) => surnameOf(formsOf(text, name))),
  );
  const set = names.flatMap((name) => asListed(name, text, surnames));
  const cover = new Cover(set, text);
  const found: Name[] = [];
  for (const [sentence, { tokens }] of text.sentences.entries()) {
    const forms = tokens.map(({ form }) => form);
    for (let from = 0; from < forms.length; from++) {
      if (!isCapitalized(forms[from] ?? '')) continue;
      const match = matchPlace(forms, from);
      if (match === null || match.as === 'capital' || (match.as === 'demonym' && match.country.kind === 'state'))
        continue;
      const to = from + match.length;
      const besideProper = isProper(tokens[to]) && cover.isFree(sentence, to) && !isGlue(tokens, to);
      if (!cover.isFree(sentence, from, to) || (besideProper && match.as === 'name')) continue;
      // "Polish the silver": at the beginning of a sentence a capital says nothing
      if (from === 0 && match.as === 'demonym' && !/^(?:JJ|NNP)/u.test(tokens[0]?.xpos ?? '')) continue;
      const type = match.as === 'demonym' ? 'demonym' : 'place';
      found.push({ sentence, from, to, type, scores: {}, settled: 'country', country: match.country.label });
      from = to - 1;
    }
  }
  return [...set, ...found];
};

/** A country at one time of its history, or a part of it: "Imperial Japan", "mainland China". */
const ERA =
  /^(?:Axis|Nazi|Vichy|Fascist|Imperial|Tsarist|Czarist|Communist|Soviet|Occupied|Mainland|Colonial|Ancient|Modern)$/u;

function asListed(name: Name, text: Text, surnames: ReadonlySet<string>): Name[] {
  const forms = formsOf(text, name);
  if (name.settled === undefined && worldBodyOf(wordsOf(text, name)) !== null) {
    return [{ ...name, type: 'organization', settled: 'world body' }];
  }
  const era = forms.length === 2 && ERA.test(forms[0] ?? '') ? countryOf(forms[1] ?? '') : null;
  if (era) return [{ ...name, type: 'place', settled: 'country', country: era.label }];
  const match = matchPlace(forms, 0);
  if (match === null || match.length < forms.length) return [name];
  const { label, kind } = match.country;
  if (match.as === 'demonym' && kind === 'state') return [];
  if (match.as === 'demonym') return [{ ...name, type: 'demonym', settled: 'country', country: label }];
  // "Georgia", "Jordan", "Chad": a person where the tagger says so and people are called so
  const [form = ''] = forms;
  const isPersons = isGivenName(form) || surnames.has(form) || name.settled !== undefined;
  if (name.type === 'person' && isPersons) return [name];
  if (match.as === 'capital') return name.type === 'person' ? [name] : [{ ...name, type: 'place' }];
  if (kind === 'state' || kind === 'nation' || kind === 'region') return [{ ...name, type: 'place', country: label }];
  return [{ ...name, type: 'place', settled: 'country', country: label }];
}

/** Demonyms that lead to no country ("Arab", "Republican") name nothing. */
export const dropOtherDemonyms: Step = (names) =>
  names.filter(({ type, country }) => type !== 'demonym' || country !== undefined);

/** "the North" where the article speaks of a country that is called so: "North Korea", "South Sudan". */
export const findHalves: Step = (names, text) => {
  const halves = new Map<string, string>();
  for (const { country } of names) {
    const half = /^(?:North|South|East|West)(?= )/u.exec(country ?? '')?.[0];
    if (half !== undefined && country !== undefined && isCountryOrDemonym(country)) halves.set(half, country);
  }
  if (halves.size === 0) return [...names];
  const cover = new Cover(names, text);
  const found: Name[] = [];
  for (const [sentence, { tokens }] of text.sentences.entries()) {
    for (const [from, { form }] of tokens.entries()) {
      const country = halves.get(form);
      if (country === undefined || !cover.isFree(sentence, from) || isProper(tokens[from + 1])) continue;
      const before = tokens[from - 1]?.form.toLowerCase() ?? '';
      const paired = tokens[from + 1]?.form === 'and' && cover.at(sentence, from + 2)?.country !== undefined;
      const follows = tokens[from + 1]?.form.toLowerCase() ?? '';
      if (!paired && (before !== 'the' || follows === 'of')) continue;
      found.push({ sentence, from, to: from + 1, type: 'place', scores: {}, settled: 'country', country });
    }
  }
  return [...names, ...found];
};
