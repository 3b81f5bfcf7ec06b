import { type PointerEvent, useEffect, useRef } from 'react';
import { useExplorer } from '../explorer.ts';
import type { Renderer } from './labels.ts';
import classes from './MiniMap.module.css';
import { useBoard } from './useBoard.ts';

const WIDTH = 148;
const HEIGHT = 96;
const MARGIN = 6;
/** Nodes are drawn anew when they have stood still for so long, in milliseconds. */
const REST = 200;
/** A small graph is seen at a glance. */
const FEWEST = 60;

/** All of the graph, small, with a frame about what is seen. For the pointer; the keyboard moves the picture itself. */
export function MiniMap() {
  const sigma = useBoard();
  const { stage, shown } = useExplorer();
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useRef<HTMLDivElement>(null);
  const wanted = shown.nodes.size >= FEWEST;

  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!wanted || !context) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const dots = () => {
      clearTimeout(rest);
      rest = setTimeout(() => paintDots(context, sigma, stage.painter.palette.soft), REST);
    };
    const draw = () => {
      if (seen.current) frame(sigma, seen.current);
    };
    dots();
    sigma.on('afterProcess', dots);
    sigma.on('afterRender', draw);
    sigma.scheduleRender();
    return () => {
      clearTimeout(rest);
      sigma.off('afterProcess', dots);
      sigma.off('afterRender', draw);
    };
  }, [sigma, stage, wanted]);

  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y } = place(sigma, { x: event.clientX - left, y: event.clientY - top });
    sigma.getCamera().setState({ x, y });
  };
  if (!wanted) return null;
  return (
    <div className={classes.map} aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} width={WIDTH * devicePixelRatio} height={HEIGHT * devicePixelRatio} />
      <div ref={seen} className={classes.seen} />
    </div>
  );
}

/** From the graph's own units to the map and back: all of the graph fits into it. */
function scaleOf(renderer: Renderer) {
  const { x, y } = renderer.getBBox();
  const scale = Math.min((WIDTH - 2 * MARGIN) / (x[1] - x[0] || 1), (HEIGHT - 2 * MARGIN) / (y[1] - y[0] || 1));
  const middle = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
  return {
    toMap: (at: { x: number; y: number }) => ({
      x: WIDTH / 2 + (at.x - middle.x) * scale,
      y: HEIGHT / 2 - (at.y - middle.y) * scale,
    }),
    toGraph: (at: { x: number; y: number }) => ({
      x: middle.x + (at.x - WIDTH / 2) / scale,
      y: middle.y - (at.y - HEIGHT / 2) / scale,
    }),
  };
}

function paintDots(context: CanvasRenderingContext2D, renderer: Renderer, color: string): void {
  const { toMap } = scaleOf(renderer);
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = color;
  const side = renderer.getGraph().order > 2000 ? 1 : 2;
  renderer.getGraph().forEachNode((_, attributes) => {
    if (attributes.hidden) return;
    const { x, y } = toMap(attributes);
    context.fillRect(x - side / 2, y - side / 2, side, side);
  });
}

function frame(renderer: Renderer, { style }: HTMLElement): void {
  const { toMap } = scaleOf(renderer);
  const { width, height } = renderer.getDimensions();
  const from = toMap(renderer.viewportToGraph({ x: 0, y: 0 }));
  const to = toMap(renderer.viewportToGraph({ x: width, y: height }));
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const [left, top] = [within(from.x, WIDTH), within(from.y, HEIGHT)];
  style.transform = `translate(${left}px, ${top}px)`;
  style.width = `${within(to.x, WIDTH) - left}px`;
  style.height = `${within(to.y, HEIGHT) - top}px`;
}

/** Where the camera should stand to have a place of the map in its middle. */
function place(renderer: Renderer, at: { x: number; y: number }): { x: number; y: number } {
  const graph = scaleOf(renderer).toGraph(at);
  return renderer.viewportToFramedGraph(renderer.graphToViewport(graph));
}
