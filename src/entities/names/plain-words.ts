import { isCapitalized, type Name, type Step, type Text } from './name.ts';

/**
 * Drops words that have a capital only where a sentence begins, and that the article else writes small: "Iodine" in
 * "Iodine is rare. They lack iodine."
 */
export const dropPlainWords: Step = (names, text) => {
  const { small, capital } = writings(text);
  const isPlain = ({ sentence, from, to, settled }: Name): boolean => {
    const form = text.sentences[sentence]?.tokens[from]?.form ?? '';
    return to - from === 1 && settled === undefined && small.has(form.toLowerCase()) && !capital.has(form);
  };
  return names.filter((name) => !isPlain(name));
};

/** The words that stand somewhere in small letters, and those that stand with a capital where they need none. */
function writings({ sentences }: Text): { small: ReadonlySet<string>; capital: ReadonlySet<string> } {
  const [small, capital] = [new Set<string>(), new Set<string>()];
  for (const { tokens, kind } of sentences) {
    for (const [at, { form }] of tokens.entries()) {
      if (!isCapitalized(form)) small.add(form);
      else if (kind !== 'title' && at > 0 && tokens[at - 1]?.upos !== 'PUNCT') capital.add(form);
    }
  }
  return { small, capital };
}
