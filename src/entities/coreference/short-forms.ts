import { headType, isSubject } from '../../lexicon/index.ts';
import { isCountryOrDemonym, isGivenName, isPlaceWord } from '../names/words.ts';
import type { Phrase } from '../phrase.ts';
import type { Sieve } from './index.ts';
import { namesOf, nameWords } from './name-forms.ts';

/**
 * Short forms of names that are not persons': "Varna" of "Varna News Agency", "Waters" of "Church of
 * Waters", "Aurora" of "Space Shuttle Aurora", "Home Ministry" of "Danish Home Ministry". Only where exactly
 * one longer name of the article has the form.
 */
export const shortForms: Sieve = function* (discourse, chains) {
  yield* events(discourse, chains);
  const longer = new Map<string, number[]>();
  const names = [...namesOf(discourse)].filter(([, { type }]) => type !== 'person');
  for (const [index, phrase] of names)
    for (const form of formsOf(phrase)) {
      const known = longer.get(form) ?? [];
      if (known.length < 20 && known.every((one) => !chains.same(one, index))) longer.set(form, [...known, index]);
    }
  for (const [index, phrase] of names) {
    const found = (longer.get(nameWords(phrase.text).join(' ')) ?? []).filter((one) => !chains.same(one, index));
    const [only, ...others] = found;
    const full = only === undefined ? undefined : discourse.phrases[only];
    if (only === undefined || others.length || !full || !mayBeShort(phrase, full)) continue;
    yield { phrase: index, to: [only], certainty: 0.9 };
  }
};

/** "Harbour Cup" and "Baltic Harbour Cup 2031" of "2031 Baltic sailing Harbour Cup": events whose words the longest one holds all. */
const events: Sieve = function* (discourse, chains) {
  const named = [...namesOf(discourse)]
    .filter(([, { type }]) => type === 'event')
    .map(([index, { text }]) => ({ index, words: new Set(nameWords(text)) }))
    .sort((a, b) => b.words.size - a.words.size || a.index - b.index);
  const longest: typeof named = [];
  for (const event of named) {
    const holders = longest.filter(({ words }) => [...event.words].every((word) => words.has(word)));
    const [only] = holders;
    if (only && holders.length === 1 && event.words.size > 1) {
      if (!chains.same(only.index, event.index)) yield { phrase: event.index, to: [only.index], certainty: 0.9 };
    } else if (longest.length < 100) longest.push(event);
  }
};

/** A country or place is no short form of an organization that bears its name. */
function mayBeShort(short: Phrase, full: Phrase): boolean {
  if (short.country !== undefined) return false;
  if (short.type === full.type) return true;
  if (short.type === 'place') return full.type === 'facility' && isCalledByLast(full);
  return full.type !== 'place' && full.type !== 'person';
}

function formsOf({ text, type, country }: Phrase): string[] {
  if (country !== undefined) return [];
  const words = text.split(/\s+/u);
  const forms: string[] = [];
  const put = (from: number, to: number) => {
    const form = nameWords(words.slice(from, to).join(' ')).join(' ');
    if (form.length > 1) forms.push(form);
  };
  if (words.length < 2 || words.length > 12) return [];
  // "Halden Expo 2031"
  if (/^(?:19|20)\d\d$/u.test(words.at(-1) ?? '')) put(0, words.length - 1);
  if (type === 'place') {
    // "Quebec City", "Kent County"
    if (/^(?:City|Town|County|Island|Islands|Province)$/u.test(words.at(-1) ?? '')) put(0, words.length - 1);
    return forms;
  }
  const isHead = (word: string | undefined) => word !== undefined && headType(word) !== null;
  // the name before its head: "Varna" News Agency, "Toyota" Motor Corporation
  let cut = words.length;
  while (cut > 1 && (isHead(words[cut - 1]) || isClassWord(words[cut - 1]))) cut--;
  if (
    type === 'organization' &&
    cut < words.length &&
    isHead(words.at(-1)) &&
    !/^(?:of|for|the)$/iu.test(words[cut - 1] ?? '')
  )
    put(0, cut);
  // "Kestrel" Systems: a first word that is no word of its own
  if (type === 'organization' && words.length <= 3 && isOwnName(words[0] ?? '') && !isLocal(words)) put(0, 1);
  // what it is the head of: Church of "Waters"
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  if (of === 1 && isHead(words[0]) && words.length - of === 2) put(of + 1, words.length);
  // "Halden Foundation" for the Sea
  if (type === 'organization' && of > 1 && isHead(words[of - 1])) put(0, of);
  // without the country or the first name in front: "Danish" Home Ministry, "Mara E." Ilves-Reyl Center
  for (let from = 1; from < words.length - 1; from++) if (isHead(words.at(-1))) put(from, words.length);
  // "Rovers" of "Lisbon Rovers"
  const isTeam = type === 'organization' && words.length === 2 && /^\p{Lu}\p{Ll}{3,}s$/u.test(words[1] ?? '');
  if (isCalledByLast({ text }) || (isTeam && !isHead(words[1]))) put(words.length - 1, words.length);
  return forms;
}

/** A class in front, the name proper behind: "Space Shuttle Aurora", "Hurricane Ida", "HMS Victory". */
const isCalledByLast = ({ text }: Pick<Phrase, 'text'>): boolean =>
  /^(?:\p{Lu}\p{L}+\s+)?(?:Shuttle|Spacecraft|Hurricane|Typhoon|Cyclone|Storm|Operation|Rover|Satellite|Ship|Ferry|HMS|HMC|HMAS|USS|USNS|RMS|MV|MS|SS|INS)\s+\p{Lu}[\p{L}-]+$/u.test(
    text,
  );

/** A body that bears the name of the town that it is of. */
const isLocal = (words: readonly string[]): boolean =>
  /^(?:Club|School|College|University|Council|Museum|Hospital|Cathedral|Church|Court|Police|Gazette|Times|Courier|Herald|Stadium|Observatory|Conservatory)$/u.test(
    words.at(-1) ?? '',
  );

const isOwnName = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{3,}$/u.test(word) &&
  headType(word) === null &&
  !isSubject(word) &&
  !isPlaceWord([word]) &&
  !isGivenName(word) &&
  !isCountryOrDemonym(word);

const isClassWord = (word: string | undefined): boolean =>
  /^(?:News|Motor|Motors|National|International|Broadcasting|Media|&|and|Press|Football|Oil|Gas|Energy|Air|Space|Financial|Public|Global|World)$/u.test(
    word ?? '',
  );
