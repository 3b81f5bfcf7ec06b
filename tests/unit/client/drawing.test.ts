import { describe, expect, it } from 'vitest';
import { draw, emptyDrawing } from '../../../client/src/canvas/drawn.ts';
import { NO_EMPHASIS } from '../../../client/src/canvas/look.ts';
import type { Palette } from '../../../client/src/canvas/palette.ts';
import { Strokes } from '../../../client/src/canvas/strokes.ts';
import { lines } from '../../../client/src/state/lines.ts';
import type { Network } from '../../../client/src/state/network.ts';
import { atOnce } from '../../../client/src/state/slices.ts';
import type { Pin } from '../../../client/src/state/viewState.ts';
import { network } from './network.ts';

const marked = { planned: '#2f6fb7', possible: '#8a6a10', negated: '#b02a20' };
const grey = '#5b6470';
const palette: Palette = {
  ...{ dark: false, paper: '#f8f7f3', ink: '#1b1e23', soft: grey, surface: '#ffffff' },
  ...{ accent: '#b02a20', focus: '#2563c9' },
  types: { person: grey, organization: grey, place: grey, facility: grey, event: grey, document: grey },
  rest: { actual: '#a9a9a6', ...marked },
  lit: { actual: '#3d424b', ...marked },
};

/** The drawing of a network, and what brings it in step again with what of it is shown. */
function drawingOf(graph: Network) {
  const drawing = emptyDrawing();
  const step = (shown = graph.nodes(), pins: Pin[] = []) => {
    const nodes = new Set(shown);
    const edges = graph.filterEdges((_e, _a, source, target) => nodes.has(source) && nodes.has(target));
    const wanted = atOnce(lines(graph, new Set(edges), () => false));
    atOnce(draw(drawing, graph, nodes, pins, wanted));
  };
  step();
  return { drawing, step };
}

describe('the drawing', () => {
  it('hides what is no longer shown, and shows it again in its place', () => {
    const { drawing, step } = drawingOf(network('ada praised ben', 'ben praised cem'));
    step(['ada', 'ben']);
    expect(drawing.filterNodes((_, { hidden }) => hidden)).toEqual(['cem']);
    expect(drawing.filterEdges((_, { hidden }) => hidden)).toHaveLength(1);
    step();
    expect(drawing.filterNodes((_, { hidden }) => hidden)).toEqual([]);
    expect(drawing.filterEdges((_, { hidden }) => hidden)).toEqual([]);
  });

  it('tells of nothing when nothing has changed', () => {
    const { drawing, step } = drawingOf(network('ada praised ben', 'ben met cem'));
    const told: string[] = [];
    drawing.on('nodeAttributesUpdated', ({ key }) => told.push(key));
    drawing.on('edgeAttributesUpdated', ({ key }) => told.push(key));
    step();
    expect(told).toEqual([]);
  });

  it('puts a node that comes in beside its neighbour, wherever that was moved to', () => {
    const graph = network('ada praised ben');
    const { drawing, step } = drawingOf(graph);
    step(undefined, [{ node: 'ben', x: 100, y: 50 }]);
    const { nodes, edges } = network('ben praised cem').export();
    graph.import({ nodes: nodes.filter(({ key }) => key === 'cem'), edges });
    graph.mergeNodeAttributes('cem', { x: 3, y: 4 });
    step();
    expect(drawing.getNodeAttributes('cem')).toMatchObject({ x: 103, y: 54 });
    expect(drawing.getNodeAttributes('ben')).toMatchObject({ x: 100, y: 50 });
  });
});

describe('the strokes of a drawing', () => {
  /** In place of the programs that draw: which lines each of them holds. */
  function strokesOf(graph: Network) {
    const { drawing, step } = drawingOf(graph);
    const held = { bowed: new Set<string>(), straight: new Set<string>() };
    const program = (lines: Set<string>) => ({
      put: (key: string) => {
        lines.add(key);
      },
      wipe: (key: string) => {
        lines.delete(key);
      },
    });
    const asked = { pictures: 0 };
    const strokes = new Strokes(
      drawing,
      { emphasis: NO_EMPHASIS, palette, sizeOf: (_, size) => size },
      { bowed: program(held.bowed), straight: program(held.straight) },
      () => {
        asked.pictures++;
      },
    );
    return { strokes, held, asked, drawing, step };
  }

  it('take in straight lines and bows, each into its own program, before the first picture', () => {
    const { strokes, held } = strokesOf(network('ada praised ben', 'ben praised ada', 'ben met cem'));
    expect([held.bowed.size, held.straight.size]).toEqual([0, 0]);
    atOnce(strokes.takeIn());
    expect([held.bowed.size, held.straight.size]).toEqual([2, 1]);
  });

  it('leave out a line of which an end is hidden, and ask for another picture', () => {
    const { strokes, held, asked, step } = strokesOf(network('ada praised ben', 'ben praised cem'));
    atOnce(strokes.takeIn());
    const before = asked.pictures;
    step(['ada', 'ben']);
    expect(asked.pictures).toBeGreaterThan(before);
    atOnce(strokes.takeIn());
    expect([...held.straight]).toHaveLength(1);
  });

  it('take in anew only the lines around a node that was moved', () => {
    const { strokes, drawing } = strokesOf(network('ada praised ben', 'ben praised cem', 'cem praised dan'));
    atOnce(strokes.takeIn());
    drawing.mergeNodeAttributes('ben', { x: 9, y: 9 });
    expect([...strokes.takeIn()]).toHaveLength(2);
    expect([...strokes.takeIn()]).toEqual([]);
  });
});
