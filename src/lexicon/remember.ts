/** So many answers are kept: more than the distinct words of most articles, and few enough for any. */
const LIMIT = 8192;

/** A pure function of a word that keeps its answers; when too many are kept, it starts anew. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= LIMIT) known.clear();
    const now = answer(word);
    known.set(word, now);
    return now;
  };
}
