import { useRegisterEvents, useSigma } from '@react-sigma/core';
import { useEffect, useRef } from 'react';
import type { MouseCoords } from 'sigma/types';
import { useExplorer } from '../explorer.ts';
import { focus, hover } from '../state/scene.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';

/** How far a pointer may slip, in pixels, before a click is a drag. */
const SLIP = 4;

/** Clicks, drags and hovering. Draws nothing. */
export function PointerController() {
  const registerEvents = useRegisterEvents<DrawnNodeAttributes, DrawnLineAttributes>();
  const sigma = useSigma<DrawnNodeAttributes, DrawnLineAttributes>();
  const explorer = useExplorer();
  const now = useRef(explorer);
  now.current = explorer;

  useEffect(() => {
    const { scene, stage } = now.current;
    let drag: { node: string; from: { x: number; y: number }; home: { x: number; y: number }; moved: boolean } | null =
      null;
    let justDragged = false;
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

    registerEvents({
      enterNode: ({ node }) => {
        cursor('pointer');
        scene.update((value) => hover(value, { node }));
      },
      leaveNode: () => {
        cursor('');
        scene.update((value) => hover(value, null));
      },
      enterEdge: ({ edge }) => {
        cursor('pointer');
        scene.update((value) => hover(value, { line: edge }));
      },
      leaveEdge: () => {
        cursor('');
        scene.update((value) => hover(value, null));
      },
      downNode: ({ node, event }) => {
        const { x, y } = stage.drawing.getNodeAttributes(node);
        drag = { node, from: { x: event.x, y: event.y }, home: { x, y }, moved: false };
        event.preventSigmaDefault();
      },
      moveBody: ({ event }) => {
        if (!drag) return;
        event.preventSigmaDefault();
        if (!drag.moved && Math.hypot(event.x - drag.from.x, event.y - drag.from.y) < SLIP) return;
        drag.moved = true;
        stage.drawing.mergeNodeAttributes(drag.node, { ...sigma.viewportToGraph(event), fixed: true });
      },
      upNode: letGo,
      upEdge: letGo,
      upStage: letGo,
      clickNode: ({ node, event }) => {
        if (justDragged) return;
        const { view } = now.current;
        scene.update((value) => focus(value, null));
        if (adding(event)) view.select(toggled(view.nodes, node));
        else now.current.choose(node);
      },
      clickEdge: ({ edge }) => {
        const first = stage.drawing.getEdgeAttribute(edge, 'line').edges[0];
        if (!justDragged && first !== undefined) now.current.view.openEdge(first);
      },
      clickStage: () => {
        if (justDragged) return;
        scene.update((value) => focus(value, null));
        const { view } = now.current;
        view.closeAll();
      },
      doubleClickNode: ({ node, preventSigmaDefault }) => {
        preventSigmaDefault();
        void now.current.expand(node);
      },
    });
  }, [registerEvents, sigma]);
  return null;
}

const adding = ({ original }: MouseCoords): boolean => original.ctrlKey || original.metaKey || original.shiftKey;

const toggled = (nodes: readonly string[], node: string): string[] =>
  nodes.includes(node) ? nodes.filter((other) => other !== node) : [...nodes, node];
