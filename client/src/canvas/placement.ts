/** A rectangle on the screen, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A label with the places where it may stand, the best first. */
export interface Candidate<T> {
  item: T;
  places: readonly Box[];
  /** Stands even where it covers others. */
  forced?: boolean;
}

const CELL = 64;

/** Rectangles that are taken, in a grid, so that asking does not mean asking each. */
class Taken {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  hits(box: Box): boolean {
    return cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)) ?? false);
  }
}

/** Columns are told apart up to so many rows. */
const ROWS = 4096;

function cellsOf({ x, y, width, height }: Box): number[] {
  const cells: number[] = [];
  for (let i = Math.floor(x / CELL); i <= Math.floor((x + width) / CELL); i++)
    for (let j = Math.floor(y / CELL); j <= Math.floor((y + height) / CELL); j++) cells.push(i * ROWS + j);
  return cells;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Greedy placing of labels: each takes the first of its places that is inside `frame` and free, or is left out.
 *
 * @param candidates the most important first
 * @param obstacles what no label may cover
 */
export function place<T>(
  candidates: readonly Candidate<T>[],
  obstacles: readonly Box[],
  frame: Box,
  most = Number.POSITIVE_INFINITY,
): { item: T; box: Box }[] {
  const taken = new Taken();
  for (const box of obstacles) if (overlap(box, frame)) taken.add(box);
  const placed: { item: T; box: Box }[] = [];
  for (const { item, places, forced } of candidates) {
    if (placed.length >= most) break;
    const seen = places.filter((box) => overlap(box, frame));
    const free = seen.find((box) => inside(box, frame) && !taken.hits(box)) ?? (forced ? seen[0] : undefined);
    if (!free) continue;
    taken.add(free);
    placed.push({ item, box: free });
  }
  return placed;
}

const inside = (a: Box, frame: Box): boolean =>
  a.x >= frame.x &&
  a.y >= frame.y &&
  a.x + a.width <= frame.x + frame.width &&
  a.y + a.height <= frame.y + frame.height;
