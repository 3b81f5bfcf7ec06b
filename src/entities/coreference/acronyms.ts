import type { Phrase } from '../phrase.ts';
import type { Sieve } from './index.ts';
import { namesOf, typesAgree } from './name-forms.ts';

/** "Baltic Harbour Agency (BHA)", and an abbreviation elsewhere that fits the initials of exactly one name. */
export const acronyms: Sieve = function* (discourse, chains) {
  const full: [number, Phrase][] = [];
  const short: [number, Phrase][] = [];
  for (const entry of namesOf(discourse)) {
    const { text, country } = entry[1];
    if (isAcronym(text)) short.push(entry);
    else if (country === undefined && /\s/u.test(text)) full.push(entry);
  }
  yield* inBrackets(discourse.article.text, full, short);
  const byInitials = new Map<string, number[]>();
  for (const [index, phrase] of full)
    for (const initials of initialsOf(phrase.text)) {
      const known = byInitials.get(initials) ?? [];
      if (known.every((other) => !chains.same(other, index))) byInitials.set(initials, [...known, index]);
    }
  for (const [index, phrase] of short) {
    // the first of equal ones speaks for all
    const { names } = chains.chain(index);
    if (phrase.country !== undefined || names[0] !== index) continue;
    const [only, ...others] = (byInitials.get(lettersOf(phrase.text)) ?? []).filter((one) => agrees(one, phrase));
    if (only !== undefined && !others.length) yield { phrase: index, to: [only], certainty: 0.95 };
  }

  function agrees(index: number, phrase: Phrase): boolean {
    const other = discourse.phrases[index];
    return other !== undefined && typesAgree(other, phrase);
  }
};

function* inBrackets(text: string, full: readonly [number, Phrase][], short: readonly [number, Phrase][]) {
  const byEnd = new Map(full.map(([index, phrase]) => [phrase.end, [index, phrase] as const]));
  for (const [index, phrase] of short) {
    const opening = /['"’”]?\s?[([]\s?(?:the )?$/u.exec(text.slice(Math.max(0, phrase.start - 8), phrase.start));
    const [other, name] = opening ? (byEnd.get(phrase.start - opening[0].length) ?? []) : [];
    if (other === undefined || !name || !/^\s?[)\];,]/u.test(text.slice(phrase.end, phrase.end + 2))) continue;
    const close = initialsOf(name.text).has(lettersOf(phrase.text));
    // an abbreviation in another language shares no initials: "Workers' Party (PKK)"
    if (typesAgree(name, phrase) && (close || (name.type === 'organization' && phrase.country === undefined)))
      yield { phrase: index, to: [other], certainty: close ? 1 : 0.85 };
  }
}

const isAcronym = (text: string): boolean => /^(?:\p{Lu}[.&-]?){2,8}s?\d*$/u.test(text);
const lettersOf = (text: string): string => text.replace(/[^\p{Lu}\p{N}]/gu, '');

/** The initials of a name: of its capitalised words, of all its words, and of parts between hyphens. */
function initialsOf(text: string): Set<string> {
  const words = text
    .replace(/['’]s\b/gu, '')
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  const parts = capital.flatMap((word) => word.split(/[-–]/u));
  const spell = (list: readonly string[]) => list.map((word) => word.charAt(0).toUpperCase()).join('');
  return new Set([spell(capital), spell(words), spell(parts)].filter((initials) => initials.length > 1));
}
