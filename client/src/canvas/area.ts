/** What was drawn around nodes, in pixels. */
export interface Area {
  kind: 'rectangle' | 'lasso';
  points: [number, number][];
}

/** The corners of the rectangle from the first to the last point. */
export function rectangle({ points }: Area): Area {
  const [x0, y0] = points[0] ?? [0, 0];
  const [x1, y1] = points.at(-1) ?? [0, 0];
  return {
    kind: 'rectangle',
    points: [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ],
  };
}

/** As an SVG path. */
export const outline = ({ points }: Area): string => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;

/** Whether a place lies in it: a ray to the right crosses the border an odd number of times. */
export function inside({ points }: Area, { x, y }: { x: number; y: number }): boolean {
  let within = false;
  for (const [i, [x1, y1]] of points.entries()) {
    const [x2, y2] = points[(i + points.length - 1) % points.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
  }
  return within;
}
