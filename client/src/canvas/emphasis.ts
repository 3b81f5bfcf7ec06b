import type { Scene } from '../state/scene.ts';
import type { Drawing } from './drawn.ts';
import type { Emphasis } from './look.ts';

/**
 * What is in the light: the chosen and their neighbourhoods and, with them, that of the node under the pointer or the
 * keyboard. With nothing chosen or pointed at, everything is.
 */
export function emphasisOf(
  drawing: Drawing,
  chosenNodes: readonly string[],
  chosenEdge: string | null,
  scene: Pick<Scene, 'hovered' | 'focused' | 'fresh' | 'route'> & { pinned: ReadonlySet<string> },
): Emphasis {
  const hoveredNode = scene.hovered && 'node' in scene.hovered ? scene.hovered.node : scene.focused;
  const hoveredLine = scene.hovered && 'line' in scene.hovered ? scene.hovered.line : null;
  const foremost = new Set<string>();
  if (hoveredLine !== null && drawing.hasEdge(hoveredLine)) foremost.add(hoveredLine);
  const route = new Set(scene.route.flatMap((edge) => lineOf(drawing, edge) ?? []));
  if (chosenEdge === null) for (const line of route) foremost.add(line);
  const chosenLine = chosenEdge === null ? undefined : lineOf(drawing, chosenEdge);
  if (chosenLine !== undefined) foremost.add(chosenLine);

  const chosen = new Set(chosenLine === undefined ? chosenNodes : drawing.extremities(chosenLine));
  const centres = [
    // A path is lit alone, without what else lies around its ends.
    ...(chosenLine === undefined && route.size === 0 ? chosenNodes : []),
    ...(hoveredNode === null ? [] : [hoveredNode]),
  ].filter((node) => drawing.hasNode(node));
  const litNodes = new Set(centres);
  const litLines = new Set<string>();
  for (const centre of centres)
    drawing.forEachEdge(centre, (line, { hidden }, source, target) => {
      if (hidden) return;
      litLines.add(line);
      litNodes.add(source).add(target);
    });
  for (const line of foremost) {
    litLines.add(line);
    for (const end of drawing.extremities(line)) litNodes.add(end);
  }
  return {
    chosen,
    litNodes: litNodes.size > 0 ? litNodes : null,
    litLines,
    foremost,
    hovered: hoveredNode,
    fresh: scene.fresh,
    freshLines: freshLinesOf(drawing, scene.fresh),
    pinned: scene.pinned,
  };
}

/** The lines that stand for an edge that came in. */
function freshLinesOf(drawing: Drawing, fresh: ReadonlySet<string>): ReadonlySet<string> {
  if (fresh.size === 0) return fresh;
  return new Set(drawing.filterEdges((_, { line }) => line.edges.some((edge) => fresh.has(edge))));
}

/** The line that stands for an edge, alone or with others. */
export function lineOf(drawing: Drawing, edge: string): string | undefined {
  const stands = (key: string) => !drawing.getEdgeAttribute(key, 'hidden');
  if (drawing.hasEdge(edge) && stands(edge)) return edge;
  return drawing.findEdge((key, { line }) => line.edges.includes(edge) && stands(key));
}
