/** A stretch that is to be marked; `T` says how. */
export interface Mark<T> {
  start: number;
  end: number;
  value: T;
}

export interface Segment<T> {
  text: string;
  start: number;
  /** All marks over this stretch, the longest first. */
  marks: readonly T[];
}

/**
 * Cuts a text where marks begin and end, so that each piece has one set of marks. Marks may nest and overlap; what
 * reaches beyond the text is cut off.
 *
 * @param offset where `text` begins in the text that the marks count in
 */
export function segments<T>(text: string, marks: readonly Mark<T>[], offset = 0): Segment<T>[] {
  const inside = marks
    .map(({ start, end, value }) => ({
      start: Math.max(0, start - offset),
      end: Math.min(text.length, end - offset),
      value,
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      start: start + offset,
      marks: inside.filter((mark) => mark.start <= start && mark.end >= end).map(({ value }) => value),
    };
  });
}
