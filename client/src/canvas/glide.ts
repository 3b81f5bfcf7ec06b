import type { Place } from './arrange.ts';
import type { Drawing } from './drawn.ts';

/**
 * Moves nodes to their places, slowly at first and at last.
 *
 * @param duration in milliseconds; 0 moves them at once
 * @param arrived is called when all stand where they should
 * @returns what stops them on their way
 */
export function glide(
  drawing: Drawing,
  places: ReadonlyMap<string, Place>,
  duration: number,
  arrived: () => void,
): () => void {
  const starts = new Map(
    [...places.keys()].map((node) => {
      const { x, y } = drawing.getNodeAttributes(node);
      return [node, { x, y }];
    }),
  );
  const begin = performance.now();
  let frame = 0;
  const step = () => {
    const t = duration === 0 ? 1 : Math.min(1, (performance.now() - begin) / duration);
    const done = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
    drawing.updateEachNodeAttributes(
      (node, attributes) => {
        const [start, end] = [starts.get(node), places.get(node)];
        if (!start || !end) return attributes;
        if (t === 1) return { ...attributes, ...end };
        return { ...attributes, x: start.x + (end.x - start.x) * done, y: start.y + (end.y - start.y) * done };
      },
      { attributes: ['x', 'y'] },
    );
    if (t < 1) frame = requestAnimationFrame(step);
    else arrived();
  };
  step();
  return () => cancelAnimationFrame(frame);
}
