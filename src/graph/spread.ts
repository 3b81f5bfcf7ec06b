/** A node with the room that it and its label, to the right of it, want. */
export interface Box {
  key: string;
  x: number;
  y: number;
  /** How far it reaches to each side of `x`, and above and below `y`. */
  left: number;
  right: number;
  half: number;
  /** Does not move; the others go around it. */
  fixed: boolean;
}

const ROUNDS = 120;
/** No box reaches farther from its node. */
const CELL = 330;

/**
 * Pushes boxes apart until none overlaps, or the rounds are over: each overlapping pair moves along the axis on which
 * it overlaps least, so that labels end up above one another. A grid finds the pairs: O(n) a round.
 *
 * @returns new boxes in the same order
 */
export function spread(boxes: readonly Box[]): Box[] {
  const moved = boxes.map((box) => ({ ...box }));
  for (let round = 0; round < ROUNDS; round++) {
    let quiet = true;
    for (const [a, b] of closePairs(moved)) if (part(a, b)) quiet = false;
    if (quiet) break;
  }
  return moved;
}

/** Pairs that lie in the same or in touching cells, each once, in the order of the boxes. */
function* closePairs(boxes: readonly Box[]): Generator<[Box, Box]> {
  const cells = new Map<string, number[]>();
  const cellOf = ({ x, y }: Box): [number, number] => [Math.floor(x / CELL), Math.floor(y / CELL)];
  for (const [index, box] of boxes.entries()) {
    const id = cellOf(box).join();
    const cell = cells.get(id);
    if (cell) cell.push(index);
    else cells.set(id, [index]);
  }
  for (const [index, box] of boxes.entries()) {
    const [column, row] = cellOf(box);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of cells.get(`${column + dx},${row + dy}`) ?? []) {
          const second = boxes[other];
          if (other > index && second && !(box.fixed && second.fixed)) yield [box, second];
        }
  }
}

/** @returns whether they overlapped */
function part(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.right - (b.x - b.left), b.x + b.right - (a.x - a.left));
  const along = a.half + b.half - Math.abs(a.y - b.y);
  if (across <= 0 || along <= 0) return false;
  const share = a.fixed || b.fixed ? 1 : 0.5;
  const push = Math.min(across, along) * share + 0.5;
  const axis = along <= across ? 'y' : 'x';
  const sign = a[axis] < b[axis] || (a[axis] === b[axis] && a.key < b.key) ? 1 : -1;
  if (!a.fixed) a[axis] -= sign * push;
  if (!b.fixed) b[axis] += sign * push;
  return true;
}
