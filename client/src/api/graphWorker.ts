import './zod.ts';
import { GraphAnswer } from '../../../src/server/schemas/graph.ts';

/** Nodes or edges that are handed over at once: few enough that the page hardly notices. */
const PART = 1500;

export type Part = Pick<GraphAnswer, 'nodes' | 'edges'>;
/** The last message is `done`, or says what went wrong. */
export type Told = Part | { done: true } | { failed: string };

const tell = (told: Told) => self.postMessage(told);

/** Fetches a large graph, checks it and hands it over part by part: the page would stand still for seconds. */
self.onmessage = async ({ data: address }: MessageEvent<string>) => {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The server answered ${response.status}`);
    const { nodes, edges } = GraphAnswer.parse(await response.json());
    for (let i = 0; i < nodes.length; i += PART) tell({ nodes: nodes.slice(i, i + PART), edges: [] });
    for (let i = 0; i < edges.length; i += PART) tell({ nodes: [], edges: edges.slice(i, i + PART) });
    tell({ done: true });
  } catch (error) {
    tell({ failed: error instanceof Error ? error.message : String(error) });
  }
};
