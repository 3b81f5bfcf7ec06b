import { frontType, headType, isSubject, nounType } from '../../lexicon/index.ts';
import { ENTITY_TYPES } from '../../ontology.ts';
import { bestType, formsOf, type Name, type NameType, type Step } from './name.ts';
import { isGivenName, isPlaceWord } from './words.ts';

/** Bodies that their head alone names. */
const ONE_OF_A_KIND =
  /^(?:senate|congress|parliament|duma|knesset|bundestag|politburo|taliban|mafia|interpol|metro|olympics|paralympics|holocaust|treasury)$/iu;

/** The head of a name gives its type: "Harbour Lights Festival" is an event, "University of Varna" an organization. */
export const headedTypes: Step = (names, text) =>
  names.map((name) => {
    if (name.settled !== undefined || name.type === 'demonym') return name;
    const type = typeByFront(formsOf(text, name)) ?? typeByHead(formsOf(text, name), name);
    return type === null ? name : { ...name, type, settled: 'head' };
  });

/** "Hurricane Odile", "Lake Orta", "Operation Lantern": what stands first says it. */
function typeByFront(forms: readonly string[]): NameType | null {
  if (forms.length < 2) return null;
  const two = forms.length > 2 ? frontType(forms.slice(0, 2).join(' ')) : null;
  return two ?? (headType(forms.at(-1) ?? '') === null ? frontType(forms[0] ?? '') : null);
}

function typeByHead(forms: readonly string[], name: Name): NameType | null {
  if (forms.length < 2 || isPlaceWord(forms)) return null;
  // "Gregory Law", "Penny Bridge": two words of which the first is a first name, and the tagger sees a person
  if (forms.length === 2 && name.type === 'person' && isGivenName(forms[0] ?? '')) return null;
  const link = forms.findIndex((form, i) => i > 0 && /^(?:of|for)$/iu.test(form));
  const head = headType((link > 0 ? forms[link - 1] : forms.at(-1)) ?? '');
  // a number behind the head: "Terminal 2"
  const numbered =
    head ?? (/^[\p{N}]+\p{L}?$|^[IVX]+$/u.test(forms.at(-1) ?? '') ? headType(forms.at(-2) ?? '') : null);
  if (numbered === 'place') return name.type === 'person' && link < 0 ? null : 'place';
  return numbered;
}

/** "the Council", "Ministry", "Space Shuttles": heads and class nouns alone describes what was named before, or nothing that can be told. */
export const dropBareHeads: Step = (names, text) =>
  names.filter((name) => {
    const forms = formsOf(text, name);
    if (name.type === 'person' || name.type === 'demonym' || name.settled !== undefined) return true;
    const [form = '', last = ''] = [forms[0], forms.at(-1)];
    if (forms.length > 1) return !isClassNoun(last) || headType(last) !== null || !forms.every(isCommon);
    return ONE_OF_A_KIND.test(form) || !isBareHead(form, name);
  });

const isClassNoun = (form: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(form) && nounType(singular(form.toLowerCase())) === 'facility';
const singular = (noun: string): string => noun.replace(/s$/u, '');
/** A word of the lists, which alone name nothing in particular. */
const isCommon = (form: string): boolean => isClassNoun(form) || isSubject(form) || headType(form) !== null;

/** "Post" or "Union" may be a short form, but only a tagger's organization; "Church", "Embassy" are not. */
const isBareHead = (form: string, { type }: Name): boolean => {
  const head = headType(form);
  return head !== null && (head === type || type === 'organization' || type === 'place') && form !== form.toUpperCase();
};

/** By how much per token the tagger must prefer no type to the next best, to be believed. */
const NO_ENTITY = 8_000;

/**
 * A name of no type takes the one that the tagger thought of next. Where that would be a person or a place, and is far
 * behind, it names what no type of ours is for: a product, a prize, a language.
 */
export const nextBestTypes: Step = (names, text) =>
  names.flatMap((name) => {
    if (name.type !== 'other') return [name];
    const among = formsOf(text, name).some((form) => /\p{N}/u.test(form)) ? NUMBERED : ENTITY_TYPES;
    const type = bestType(name.scores, 'other', among);
    const gap = (name.scores.other ?? 0) - (name.scores[type] ?? 0);
    return gap > NO_ENTITY && (type === 'person' || type === 'place') ? [] : [{ ...name, type }];
  });

/** What can have a number in its name. */
const NUMBERED: readonly NameType[] = ['organization', 'facility', 'event', 'document'];
