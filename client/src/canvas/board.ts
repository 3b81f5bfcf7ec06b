import Graph from 'graphology';
import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { Drawing, DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';

/**
 * sigma, which keeps camera, pointer and places, and leaves drawing to projector.ts. It is told of nodes only, because
 * at each change it reads all that it knows; and it makes one WebGL context in place of three, because without a
 * graphics card each takes a tenth of a second.
 */
export class Board extends Sigma<DrawnNodeAttributes, DrawnLineAttributes> {
  readonly #drawing: Drawing;
  readonly #leave: () => void;

  constructor(
    drawing: Drawing,
    container: HTMLElement,
    settings: Partial<Settings<DrawnNodeAttributes, DrawnLineAttributes>>,
  ) {
    const { nodes, leave } = nodesOf(drawing);
    super(nodes, container, settings);
    this.#drawing = drawing;
    this.#leave = leave;
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

  override kill(): void {
    this.#leave();
    super.kill();
  }
}

/** The nodes of a drawing, without its lines, kept in step with it. Attributes are shared; a drawing only grows. */
function nodesOf(drawing: Drawing): { nodes: Drawing; leave: () => void } {
  const nodes: Drawing = new Graph();
  const added = ({ key }: { key: string }) => {
    nodes.addNode(key, drawing.getNodeAttributes(key));
  };
  const updated = ({ key }: { key: string }) => {
    nodes.replaceNodeAttributes(key, drawing.getNodeAttributes(key));
  };
  const allUpdated = ({ hints }: { hints?: { attributes?: (keyof DrawnNodeAttributes)[] } | null | undefined }) => {
    nodes.updateEachNodeAttributes((key) => drawing.getNodeAttributes(key), hints ?? undefined);
  };
  for (const key of drawing.nodes()) added({ key });
  drawing.on('nodeAdded', added);
  drawing.on('nodeAttributesUpdated', updated);
  drawing.on('eachNodeAttributesUpdated', allUpdated);
  const leave = () => {
    drawing.off('nodeAdded', added);
    drawing.off('nodeAttributesUpdated', updated);
    drawing.off('eachNodeAttributesUpdated', allUpdated);
  };
  return { nodes, leave };
}
