import { useEffect, useRef } from 'react';
import type { MouseCoords, SigmaEvents } from 'sigma/types';
import { useExplorer } from '../explorer.ts';
import { focus, hover } from '../state/scene.ts';
import type { Renderer } from './labels.ts';
import { lineAt, nodeAt } from './nearest.ts';
import { useBoard } from './useBoard.ts';

/** How far a pointer may slip, in pixels, before a click is a drag. */
const SLIP = 4;
/** How near to a node the pointer must be, in pixels. */
const NEAR = 3;

/** Clicks, drags and hovering. Draws nothing. */
export function PointerController() {
  const sigma = useBoard();
  const explorer = useExplorer();
  const now = useRef(explorer);
  now.current = explorer;

  useEffect(() => {
    const { scene, stage } = now.current;
    let drag: { node: string; from: { x: number; y: number }; home: { x: number; y: number }; moved: boolean } | null =
      null;
    let justDragged = false;
    let onNode = false;
    let frame = 0;
    Object.defineProperty(sigma, 'getNodeAtPosition', {
      value: (at: { x: number; y: number }) => (isDragged(sigma) ? null : nodeAt(sigma, at, NEAR)),
    });
    const cursor = (kind: string) => {
      sigma.getContainer().style.cursor = kind;
    };

    const letGo = () => {
      justDragged = drag?.moved ?? false;
      if (drag?.moved) {
        const { x, y } = stage.drawing.getNodeAttributes(drag.node);
        now.current.view.pin([{ node: drag.node, x, y, from: drag.home }]);
      }
      drag = null;
    };

    /** Once a picture, for it asks all lines. */
    const lookForLine = (at: { x: number; y: number }) => {
      if (onNode || drag) return;
      const line = lineAt(sigma, at);
      const { hovered } = scene.get();
      if ((hovered && 'line' in hovered ? hovered.line : null) === line) return;
      cursor(line === null ? '' : 'pointer');
      scene.update((value) => hover(value, line === null ? null : { line }));
    };
    const move = (event: PointerEvent) => {
      cancelAnimationFrame(frame);
      if (event.buttons > 0 || event.pointerType === 'touch') return;
      const at = { x: event.offsetX, y: event.offsetY };
      frame = requestAnimationFrame(() => lookForLine(at));
    };
    const layer = sigma.getCanvases().mouse;
    layer?.addEventListener('pointermove', move);

    const leave: (() => void)[] = [];
    const on = <E extends keyof SigmaEvents>(event: E, listener: SigmaEvents[E]) => {
      sigma.on(event, listener);
      leave.push(() => sigma.off(event, listener));
    };
    on('enterNode', ({ node }) => {
      onNode = true;
      cursor('pointer');
      scene.update((value) => hover(value, { node }));
    });
    on('leaveNode', () => {
      onNode = false;
      cursor('');
      scene.update((value) => hover(value, null));
    });
    on('downNode', ({ node, event }) => {
      const { x, y } = stage.drawing.getNodeAttributes(node);
      drag = { node, from: { x: event.x, y: event.y }, home: { x, y }, moved: false };
      event.preventSigmaDefault();
    });
    on('moveBody', ({ event }) => {
      if (!drag) return;
      event.preventSigmaDefault();
      if (!drag.moved && Math.hypot(event.x - drag.from.x, event.y - drag.from.y) < SLIP) return;
      drag.moved = true;
      stage.drawing.mergeNodeAttributes(drag.node, { ...sigma.viewportToGraph(event), fixed: true });
    });
    on('upNode', letGo);
    on('upStage', letGo);
    on('clickNode', ({ node, event }) => {
      if (justDragged) return;
      const { view } = now.current;
      scene.update((value) => focus(value, null));
      if (adding(event)) view.select(toggled(view.nodes, node));
      else now.current.choose(node);
    });
    on('clickStage', ({ event }) => {
      if (justDragged) return;
      const { view } = now.current;
      const line = lineAt(sigma, event);
      const first = line === null ? undefined : stage.drawing.getEdgeAttribute(line, 'line').edges[0];
      if (first !== undefined) return view.openEdge(first);
      scene.update((value) => focus(value, null));
      view.closeAll();
    });
    on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      void now.current.expand(node);
    });
    return () => {
      cancelAnimationFrame(frame);
      layer?.removeEventListener('pointermove', move);
      for (const end of leave) end();
    };
  }, [sigma]);
  return null;
}

/** Whether the picture is on its way: nothing in it is pointed at. */
const isDragged = (sigma: Renderer): boolean =>
  sigma.getMouseCaptor().draggedEvents > 0 || sigma.getTouchCaptor().isMoving;

const adding = ({ original }: MouseCoords): boolean => original.ctrlKey || original.metaKey || original.shiftKey;

const toggled = (nodes: readonly string[], node: string): string[] =>
  nodes.includes(node) ? nodes.filter((other) => other !== node) : [...nodes, node];
