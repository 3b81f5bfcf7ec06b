import type { RenderParams } from 'sigma/types';

/** What is looked at: the matrix leads from the units of the items to those of WebGL, width and height are pixels. */
export type Sight = Pick<RenderParams, 'matrix' | 'width' | 'height'>;

/** How items of a program lie in its array. */
export interface Layout {
  /** Numbers that make an item; the first are its places, x before y. */
  length: number;
  /** Places of an item: one, or two with a line between them. */
  places: 1 | 2;
  /** Pixels that what is drawn reaches beyond its places; below zero where nothing is. */
  reach(items: Float32Array, start: number, chord: number): number;
}

/**
 * Moves the items of which something may be seen to the front of the array. Without a graphics card it takes far longer
 * to draw what is out of sight than to find that it is.
 *
 * @param items are overwritten
 * @returns the front of the array
 */
export function inSight(items: Float32Array, { length, places, reach }: Layout, sight: Sight): Float32Array {
  const [a = 0, b = 0, , c = 0, d = 0, , e = 0, f = 0] = sight.matrix;
  const [right, top] = [sight.width / 2, sight.height / 2];
  let end = 0;
  for (let start = 0; start < items.length; start += length) {
    const [x, y] = [items[start] ?? 0, items[start + 1] ?? 0];
    const [u, v] = places === 1 ? [x, y] : [items[start + 2] ?? 0, items[start + 3] ?? 0];
    const [px, py] = [(a * x + c * y + e) * right, (b * x + d * y + f) * top];
    const [qx, qy] = [(a * u + c * v + e) * right, (b * u + d * v + f) * top];
    const beyond = reach(items, start, Math.hypot(px - qx, py - qy));
    const out =
      beyond < 0 ||
      Math.min(px, qx) > right + beyond ||
      Math.max(px, qx) < -right - beyond ||
      Math.min(py, qy) > top + beyond ||
      Math.max(py, qy) < -top - beyond;
    if (out) continue;
    if (end < start) items.copyWithin(end, start, start + length);
    end += length;
  }
  return items.subarray(0, end);
}
