import type { Drawing } from './drawn.ts';
import type { LineProgram } from './edgeProgram.ts';
import { lineLook } from './look.ts';
import type { Painter } from './painter.ts';

type Into = Pick<LineProgram, 'put' | 'wipe'>;

/** Keeps the lines of a drawing in the programs that draw them. What changes is taken in before the next picture. */
export class Strokes {
  readonly #drawing: Drawing;
  readonly #painter: Pick<Painter, 'emphasis' | 'palette' | 'sizeOf'>;
  readonly #programs: { bowed: Into; straight: Into };
  readonly #ask: () => void;
  #stale: Set<string>;

  /** @param ask asks for another picture */
  constructor(
    drawing: Drawing,
    painter: Pick<Painter, 'emphasis' | 'palette' | 'sizeOf'>,
    programs: { bowed: Into; straight: Into },
    ask: () => void,
  ) {
    this.#drawing = drawing;
    this.#painter = painter;
    this.#programs = programs;
    this.#ask = ask;
    this.#stale = new Set(drawing.edges());
    drawing.on('edgeAdded', this.#one);
    drawing.on('edgeAttributesUpdated', this.#one);
    drawing.on('nodeAttributesUpdated', this.#around);
    drawing.on('eachNodeAttributesUpdated', this.refreshAll);
  }

  /** Lines that look otherwise than before. */
  refresh(lines: Iterable<string>): void {
    for (const line of lines) this.#stale.add(line);
    this.#ask();
  }

  readonly refreshAll = (): void => this.refresh(this.#drawing.edges());

  readonly #one = ({ key }: { key: string }): void => this.refresh([key]);

  readonly #around = ({ key }: { key: string }): void => this.refresh(this.#drawing.edges(key));

  /** Takes in what has changed, a line a step. */
  *takeIn(): Generator<void> {
    const stale = this.#stale;
    this.#stale = new Set();
    for (const line of stale) {
      this.#put(line);
      yield;
    }
  }

  #put(key: string): void {
    if (!this.#drawing.hasEdge(key)) return;
    const { bowed, straight } = this.#programs;
    const { hidden, line } = this.#drawing.getEdgeAttributes(key);
    const [p, q] = [this.#drawing.getNodeAttributes(line.source), this.#drawing.getNodeAttributes(line.target)];
    const [into, other] = line.curvature === 0 ? [straight, bowed] : [bowed, straight];
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
