/** How well a name answers to what was typed: the lower the better; null where it does not. */
export function match(name: string, typed: string): number | null {
  const [text, wanted] = [plain(name), plain(typed)];
  if (wanted === '') return 0;
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  const words = text.split(' ');
  const parts = wanted.split(' ');
  const beginsWith = (part: string) => words.some((word) => word.startsWith(part));
  if (parts.every(beginsWith)) return 2;
  const nearly = (part: string) => words.some((word) => mistyped(word, part));
  return parts.every((part) => beginsWith(part) || nearly(part)) ? 3 : null;
}

/** Without accents, case and hyphens. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a word begins as typed but for one letter: wrong, missing, too many, or changed with its neighbour. */
function mistyped(word: string, typed: string): boolean {
  if (typed.length < 4) return false;
  let same = 0;
  while (same < typed.length && word[same] === typed[same]) same++;
  const [rest, given] = [word.slice(same), typed.slice(same)];
  return (
    rest.startsWith(given.slice(1)) ||
    rest.slice(1).startsWith(given) ||
    rest.slice(1).startsWith(given.slice(1)) ||
    (rest[0] === given[1] && rest[1] === given[0] && rest.slice(2).startsWith(given.slice(2)))
  );
}
