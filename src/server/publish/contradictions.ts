import type { Store } from '../../store/index.ts';
import { serializedContradiction } from '../resources/contradictions.ts';
import { type Contradiction, subjectsOf } from '../schemas/index.ts';
import type { Move } from './excerpt.ts';

/** As many as the store is asked for at once. */
const PAGE = 200;

/** Those of which both sides are published, with the quotes of articles that are. */
export async function contradictionsAmong(
  store: Store,
  isPublished: (nodeOrEdge: string) => boolean,
  articles: ReadonlyMap<string, unknown>,
): Promise<Contradiction[]> {
  const found: Contradiction[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await store.contradictions({ limit: PAGE, after });
    for (const each of items.map(serializedContradiction)) {
      if (![...subjectsOf(each)].every(isPublished)) continue;
      const sides = each.sides.map((side) => ({
        ...side,
        evidence: side.evidence.filter(({ article }) => articles.has(article)),
      }));
      found.push({ ...each, sides });
    }
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** Its quotes as they stand in the excerpts of their articles; those that an excerpt leaves out are left out. */
export const movedQuotes = (contradiction: Contradiction, moves: ReadonlyMap<string, Move>): Contradiction => ({
  ...contradiction,
  sides: contradiction.sides.map((side) => ({
    ...side,
    evidence: side.evidence.flatMap((quote) => {
      const move = moves.get(quote.article);
      const span = move ? move([quote.start, quote.end]) : [quote.start, quote.end];
      const [start, end] = span ?? [];
      return start === undefined || end === undefined ? [] : [{ ...quote, start, end }];
    }),
  })),
});

/** How many each node and edge is in; those in none are absent. */
export function countsOf(contradictions: readonly Contradiction[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of contradictions) for (const key of subjectsOf(each)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
