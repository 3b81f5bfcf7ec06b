import Graph from 'graphology';
import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { Drawing, DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { Nothing, shapeProgram } from './nodeProgram.ts';
import type { Painter } from './painter.ts';

const settings = (painter: Painter): Partial<Settings<DrawnNodeAttributes, DrawnLineAttributes>> => ({
  allowInvalidContainer: true,
  // All that sigma has programs for to begin with is named, for it makes those that are not.
  nodeProgramClasses: { circle: shapeProgram(painter) },
  nodeHoverProgramClasses: { circle: Nothing },
  edgeProgramClasses: { arrow: Nothing, line: Nothing },
  nodeReducer: painter.nodeReducer,
  // Lines and labels are ours, see strokes.ts and labels.ts; so is what the pointer is on, see nearest.ts.
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => undefined,
  zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / painter.frame.scale),
  stagePadding: 0,
  minCameraRatio: 0.02,
  maxCameraRatio: 12,
  inertiaDuration: 120,
});

/**
 * sigma, which keeps camera, pointer and places, and leaves drawing to projector.ts. It is told of nodes only, because
 * at each change it reads all that it knows; and it makes one WebGL context in place of three, because without a
 * graphics card each takes a tenth of a second.
 */
export class Board extends Sigma<DrawnNodeAttributes, DrawnLineAttributes> {
  readonly #drawing: Drawing;

  constructor(drawing: Drawing, container: HTMLElement, painter: Painter) {
    super(nodesOf(drawing), container, settings(painter));
    this.#drawing = drawing;
    // It would draw the node under the pointer once more, after a wipe for which it waits for all that is drawn.
    Object.defineProperty(this, 'renderHighlightedNodes', { value: () => undefined });
  }

  /** With its lines, for everyone but sigma itself. */
  override getGraph(): Drawing {
    return this.#drawing;
  }

  override createWebGLContext(id: string): WebGLRenderingContext {
    const { edges } = this.getCanvases();
    if (!edges) return super.createWebGLContext(id);
    // sigma wants an element of that name too, and sizes it.
    this.createCanvas(id);
    return super.createWebGLContext(id, { canvas: edges });
  }

  /** sigma would wipe the picture whenever the camera moves. */
  override clear(): this {
    return this;
  }
}

/** The nodes of a drawing, without its lines, kept in step with it. Attributes are shared; a drawing only grows. */
function nodesOf(drawing: Drawing): Drawing {
  const nodes: Drawing = new Graph();
  const added = ({ key }: { key: string }) => {
    nodes.addNode(key, drawing.getNodeAttributes(key));
  };
  for (const key of drawing.nodes()) added({ key });
  drawing.on('nodeAdded', added);
  drawing.on('nodeAttributesUpdated', ({ key }) => {
    nodes.replaceNodeAttributes(key, drawing.getNodeAttributes(key));
  });
  drawing.on('eachNodeAttributesUpdated', ({ hints }) => {
    nodes.updateEachNodeAttributes((key) => drawing.getNodeAttributes(key), hints ?? undefined);
  });
  return nodes;
}
