export type Direction = 'left' | 'right' | 'up' | 'down';

interface Point {
  x: number;
  y: number;
}

const headings: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The place that a step in a direction leads to: of those less than 80° off it, the one that is nearest, where being off
 * the way counts as far.
 *
 * @param from and `places`: on the screen, y growing downwards
 * @returns null where nothing lies that way
 */
export function step(from: Point, direction: Direction, places: readonly (Point & { key: string })[]): string | null {
  const heading = headings[direction];
  let best: { key: string; cost: number } | null = null;
  for (const { key, x, y } of places) {
    const away = Math.hypot(x - from.x, y - from.y);
    if (away === 0) continue;
    const along = ((x - from.x) * heading.x + (y - from.y) * heading.y) / away;
    if (along < Math.cos((80 * Math.PI) / 180)) continue;
    const cost = away / along ** 2;
    if (best === null || cost < best.cost) best = { key, cost };
  }
  return best?.key ?? null;
}
