import type { Token } from '../../language/sentence.ts';
import { bySentence, formsOf, isCapitalized, type Name, type Step, type Text } from './name.ts';
import { isCountryOrDemonym, isGlue, isNamePrefix, isPlaceWord, isPrefix, isSyllable } from './words.ts';

/** Joins what a hyphen joins: "Lee Jae-[yong]", "[Quill]-[Sonda] Base", "Terminal-[2]". */
export const joinHyphens: Step = (names, text) =>
  [...bySentence(names)].flatMap(([sentence, here]) => {
    const tokens = text.sentences[sentence]?.tokens ?? [];
    let joined = here;
    for (let at = 1; at < tokens.length - 1; at++) if (isGlue(tokens, at)) joined = joinAt(joined, text, tokens, at);
    return joined;
  });

/** @param names those of one sentence */
function joinAt(names: Name[], text: Text, tokens: readonly Token[], at: number): Name[] {
  const covers = (token: number) => (name: Name) => name.from <= token && token < name.to;
  const [left, right] = [names.find(covers(at - 1)), names.find(covers(at + 1))];
  if (left !== undefined && left === right) return names;
  const [before, after] = [tokens[at - 1]?.form ?? '', tokens[at + 1]?.form ?? ''];
  const without = names.filter((name) => name !== left && name !== right);
  if (/^\p{Ll}+$/u.test(after)) {
    return left && isGivenNameTail(left, text, after, at) ? [...without, { ...left, to: at + 2 }] : names;
  }
  if (!isCapitalized(after) && !/^\p{N}+$/u.test(after)) return names;
  if (left && right) {
    const one = left.to - left.from === 1 && right.to - right.from === 1;
    const apart = isCountryOrDemonym(before) || isCountryOrDemonym(after) || (one && left.type !== right.type);
    if (apart) return names;
    const longer = left.to - left.from > right.to - right.from ? left : right;
    return [...without, { ...longer, from: left.from, to: right.to }];
  }
  if (left && !isCountryOrDemonym(before)) return [...without, { ...left, to: Math.max(left.to, at + 2) }];
  if (
    right &&
    !isCountryOrDemonym(after) &&
    isCapitalized(before) &&
    (!isPrefix(before) || isNamePrefix(before)) &&
    !isCountryOrDemonym(before)
  ) {
    return [...without, { ...right, from: at - 1 }];
  }
  return names;
}

/** "Lee Jae-yong", but not "Hong Kong-run": the second half of a given name of two syllables. */
function isGivenNameTail(name: Name, text: Text, after: string, hyphen: number): boolean {
  const forms = formsOf(text, { ...name, to: hyphen });
  if (name.type === 'demonym' || isPlaceWord(forms)) return false;
  return forms.length >= 2 && name.to <= hyphen + 1 && isSyllable(forms.at(-1) ?? '') && isSyllable(after);
}
