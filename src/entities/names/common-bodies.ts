import type { Token } from '../../language/sentence.ts';
import { countryOf, countryOfDemonym, matchPlace } from '../../lexicon/index.ts';
import type { Name, NameType, Step } from './name.ts';

/** Bodies of which a country has one, so that its demonym and a small word name it: "the Kenyan navy". */
const OF_A_NATION = /^(?:navy|army|parliament|coastguard|air force|coast guard|supreme court)$/u;
/** What a country has in another, named by either: "the U.S. embassy", "the British consulate". */
const ABROAD = /^(?:embassy|consulate)$/u;

/** Names that end in a small word: "Kenyan navy", "Chilean air force", "U.S. embassy", "Ilves foundation". */
export const commonBodies: Step = (names, text) =>
  names.map((name): Name => {
    const { tokens } = text.sentences[name.sentence] ?? { tokens: [] };
    const body = bodyBehind(name, tokens);
    if (body === null) return name;
    const { country: _, ...whole } = name;
    return { ...whole, to: name.to + body.length, type: body.type, settled: 'common body' };
  });

function bodyBehind(name: Name, tokens: readonly Token[]): { length: number; type: NameType } | null {
  const words = tokens.slice(name.to, name.to + 2).map(({ form }) => form);
  const forms = tokens.slice(name.from, name.to).map(({ form }) => form);
  const nation = nationOf(name, forms);
  for (const length of [1, 2]) {
    const body = words.slice(0, length).join(' ');
    if (nation && ABROAD.test(body)) return { length, type: 'facility' };
    if (nation && name.type === 'demonym' && OF_A_NATION.test(body)) return { length, type: 'organization' };
  }
  // "the Halden airport", but not "a Halden airport"
  const isSite = /^(?:airport|stadium)$/u.test(words[0] ?? '') && !/^an?$/iu.test(tokens[name.from - 1]?.form ?? '');
  if (isSite && name.type !== 'demonym' && !nation) return { length: 1, type: 'facility' };
  const isFund = words[0] === 'foundation' && (name.type === 'person' || name.type === 'organization');
  return isFund ? { length: 1, type: 'organization' } : null;
}

/** Whether a name is that of a country, or its demonym. */
function nationOf({ type }: Name, forms: readonly string[]): boolean {
  if (type !== 'demonym' && type !== 'place') return false;
  const words = forms.join(' ');
  const country = type === 'place' ? countryOf(words) : (countryOfDemonym(words) ?? matchPlace(forms, 0)?.country);
  return country?.kind !== undefined && country.kind !== 'region' && country.kind !== 'state';
}
