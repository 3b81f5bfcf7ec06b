import type { Token } from '../../language/sentence.ts';
import { Cover } from './cover.ts';
import { formsOf, type Name, type Step, type Text } from './name.ts';

const ACRONYM = /^(?:\p{Lu}[\p{Lu}\p{N}&.-]{1,7}s?|\p{Lu}\p{Ll}?\p{Lu}{1,5})$/u;

/** "Harbour Workers Union (HWU)": letters in brackets, or after ", or", behind a name whose words begin with them. */
export const acronymsInBrackets: Step = (names, text) => {
  const cover = new Cover(names, text);
  const added: Name[] = [];
  const changed = new Map<Name, Name>();
  for (const name of names) {
    const tokens = text.sentences[name.sentence]?.tokens ?? [];
    const at = acronymAfter(tokens, name, text);
    if (at === null || name.type === 'demonym') continue;
    const known = cover.at(name.sentence, at);
    if (known && known.to - known.from > 1) continue;
    const short: Name = {
      sentence: name.sentence,
      from: at,
      to: at + 1,
      type: name.type,
      scores: name.scores,
      settled: 'acronym',
    };
    if (known) changed.set(known, short);
    else added.push(short);
    if (name.settled === undefined) changed.set(name, { ...name, settled: 'acronym' });
  }
  return [...names.map((name) => changed.get(name) ?? name), ...added];
};

function acronymAfter(tokens: readonly Token[], name: Name, text: Text): number | null {
  const or = tokens[name.to]?.form === ',' && tokens[name.to + 1]?.form === 'or' ? 1 : 0;
  const [open, acronym, close] = [tokens[name.to + or], tokens[name.to + or + 1], tokens[name.to + or + 2]];
  if (!/^(?:[([]|or)$/u.test(open?.form ?? '') || !/^[)\],;]$/u.test(close?.form ?? '') || !acronym) return null;
  if (!ACRONYM.test(acronym.form)) return null;
  const letters = acronym.form.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
  const initials = formsOf(text, name)
    .flatMap((form) => form.split(/[-‐‑]/u))
    .map((form) => form.charAt(0).toLowerCase())
    .join('');
  return isSubsequence(letters, initials) ? name.to + or + 1 : null;
}

function isSubsequence(letters: string, of: string): boolean {
  let at = 0;
  for (const c of of) if (letters[at] === c) at++;
  // the last letter may be of a word's middle: "NATO", "Interpol"
  return letters.length >= 2 && at >= letters.length - 1 && of[0] === letters[0];
}
