import {
  type ArticleGraph,
  byCodeUnit,
  type EdgeAttributes,
  type NodeAttributes,
  type Position,
} from '../graph/index.ts';

export interface SourceNode {
  key: string;
  attributes: NodeAttributes;
  degree: number;
  /** Absent where the graph was never laid out. */
  position?: Position;
}

export interface SourceEdge {
  key: string;
  source: string;
  target: string;
  undirected: boolean;
  attributes: EdgeAttributes;
}

type Sequence<T> = Iterable<T> | AsyncIterable<T>;

/** A graph as a format reads it: once through its nodes, then once through its edges, each in the order of their keys. */
export interface GraphSource {
  /** Ids of the articles that the graph was made of, sorted. */
  articles: string[];
  nodes(): Sequence<SourceNode>;
  edges(): Sequence<SourceEdge>;
}

/** A graph in memory as a source. */
export function fromGraph(graph: ArticleGraph, positions?: ReadonlyMap<string, Position>): GraphSource {
  return {
    articles: graph.getAttribute('articles'),
    *nodes() {
      for (const key of graph.nodes().sort(byCodeUnit)) {
        const position = positions?.get(key);
        const attributes = graph.getNodeAttributes(key);
        yield { key, attributes, degree: graph.degree(key), ...(position && { position }) };
      }
    },
    *edges() {
      for (const key of graph.edges().sort(byCodeUnit)) {
        const [source, target] = graph.extremities(key);
        yield { key, source, target, undirected: graph.isUndirected(key), attributes: graph.getEdgeAttributes(key) };
      }
    },
  };
}
