import type { Drawing } from './drawn.ts';
import { type LineProgram, lineProgram } from './edgeProgram.ts';
import { lineLook } from './look.ts';
import type { Painter } from './painter.ts';
import type { Projector } from './projector.ts';

/** Pieces of a bow. */
const BOW = 16;

/** Keeps the lines of a drawing in the programs that draw them. What changes is taken in before the next picture. */
export class Strokes {
  readonly #drawing: Drawing;
  readonly #painter: Painter;
  readonly #projector: Projector;
  readonly #bowed: LineProgram;
  readonly #straight: LineProgram;
  #stale: Set<string>;

  constructor(drawing: Drawing, painter: Painter, projector: Projector) {
    this.#drawing = drawing;
    this.#painter = painter;
    this.#projector = projector;
    this.#stale = new Set(drawing.edges());
    this.#bowed = lineProgram(BOW, projector, painter.frame);
    this.#straight = lineProgram(1, projector, painter.frame);
    projector.prepare(() => this.#takeIn());
    // What is drawn first is in front.
    projector.add(this.#bowed);
    projector.add(this.#straight);
    drawing.on('edgeAdded', this.#one);
    drawing.on('edgeAttributesUpdated', this.#one);
    drawing.on('nodeAttributesUpdated', this.#around);
    drawing.on('eachNodeAttributesUpdated', this.refreshAll);
  }

  /** Lines that look otherwise than before. */
  refresh(lines: Iterable<string>): void {
    for (const line of lines) this.#stale.add(line);
    this.#projector.renderer.scheduleRender();
  }

  readonly refreshAll = (): void => this.refresh(this.#drawing.edges());

  readonly #one = ({ key }: { key: string }): void => this.refresh([key]);

  readonly #around = ({ key }: { key: string }): void => this.refresh(this.#drawing.edges(key));

  *#takeIn(): Generator<void> {
    const stale = this.#stale;
    this.#stale = new Set();
    for (const line of stale) {
      this.#put(line);
      yield;
    }
  }

  #put(key: string): void {
    if (!this.#drawing.hasEdge(key)) return;
    const { hidden, line } = this.#drawing.getEdgeAttributes(key);
    const [p, q] = [this.#drawing.getNodeAttributes(line.source), this.#drawing.getNodeAttributes(line.target)];
    const [into, other] = line.curvature === 0 ? [this.#straight, this.#bowed] : [this.#bowed, this.#straight];
    other.wipe(key);
    if (hidden || p.hidden || q.hidden) into.wipe(key);
    else
      into.put(key, {
        line,
        look: lineLook(line, this.#painter.emphasis, this.#painter.palette),
        source: { x: p.x, y: p.y, size: this.#painter.sizeOf(line.source, p.size) },
        target: { x: q.x, y: q.y, size: this.#painter.sizeOf(line.target, q.size) },
      });
  }
}
