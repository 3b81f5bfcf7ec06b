import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { type ArticleGraph, foldGraph } from '../../../src/graph/index.ts';
import { plain } from '../../support/plain-reader.ts';

/** Edges as "source → type → target", or "source ↔ type ↔ target" where direction means nothing. */
function edges(graph: ArticleGraph): string[] {
  return graph.mapEdges((_key, { type }, _source, _target, from, to, undirected) => {
    const arrow = undirected ? '↔' : '→';
    return `${from.label} ${arrow} ${type} ${arrow} ${to.label}`;
  });
}

describe('one graph of many articles', () => {
  it('has one undirected edge for a meeting that two articles tell from either side', () => {
    const graph = foldGraph([plain('Mara Ilves met Tomas Reyl.'), plain('Tomas Reyl met Mara Ilves in Varna.')]);
    expect(edges(graph)).toEqual(['Mara Ilves ↔ met ↔ Tomas Reyl']);
    const [edge] = graph.mapEdges((_key, attributes) => attributes);
    expect(edge).toMatchObject({ weight: 2, place: 'place:varna', confidence: 0.96 });
    expect(edge?.evidence).toHaveLength(2);
  });

  it('counts two sentences of one article as one article', () => {
    const graph = foldGraph([plain('Mara Ilves met Tomas Reyl. Ilves met Reyl.')]);
    const [edge] = graph.mapEdges((_key, attributes) => attributes);
    expect(edge).toMatchObject({ weight: 1, confidence: 0.8 });
    expect(edge?.evidence.map(({ text }) => text)).toEqual(['Mara Ilves met Tomas Reyl.', 'Ilves met Reyl.']);
  });

  it('keeps edges of another date or modality apart', () => {
    const graph = foldGraph([
      plain(
        'Mara Ilves visited Varna on 2024-05-01. Mara Ilves visited Varna on 2024-06. Mara Ilves will visit Varna.',
      ),
    ]);
    expect(graph.size).toBe(3);
    expect(graph.mapEdges((_key, { date, modality }) => [date, modality].join(' ')).sort()).toEqual([
      ' planned',
      '2024-05-01 actual',
      '2024-06 actual',
    ]);
  });

  it('names the node that is the source of a statement', () => {
    const graph = foldGraph([plain('Mara Ilves criticized Bulgaria, Northern Gazette said.')]);
    const [sources] = graph.mapEdges((_key, { attributedTo }) => attributedTo);
    expect(sources).toEqual(['organization:northern-gazette']);
  });

  it('gathers all names of a node, and takes the commonest label', () => {
    const graph = foldGraph([plain('Tomás Reyl left.'), plain('Tomas Reyl and Reyl left.'), plain('Tomas Reyl came.')]);
    expect(graph.getNodeAttributes('person:tomas-reyl')).toMatchObject({
      label: 'Tomas Reyl',
      aliases: ['Reyl', 'Tomás Reyl'],
    });
  });

  it('points every mention and every piece of evidence at the very words', () => {
    const one = plain('Far away, Mara Ilves met Tomas Reyl. Ilves leads Harbour Workers Union.');
    const graph = foldGraph([one]);
    graph.forEachNode((_key, { mentions }) => {
      for (const { start, end, text } of mentions) expect(one.article.text.slice(start, end)).toBe(text);
    });
    graph.forEachEdge((_key, { evidence }) => {
      for (const { start, end, text } of evidence) expect(one.article.text.slice(start, end)).toBe(text);
    });
  });

  it('reads back with graphology', () => {
    const graph = foldGraph([plain('Mara Ilves met Tomas Reyl. Mara Ilves visited Varna.')]);
    expect(MultiGraph.from(graph.export()).export()).toEqual(graph.export());
  });

  it('is empty for an article without a name', () => {
    expect(foldGraph([plain('It rained.')]).order).toBe(0);
  });

  it('is the same, to the byte, in whatever order the articles come, and however often', () => {
    const names = ['Mara Ilves', 'Tomas Reyl', 'Tomás Reyl', 'HWU', 'Harbour Workers Union', 'Bulgaria'];
    const clause = fc
      .tuple(fc.constantFrom(...names), fc.constantFrom('met', 'will meet', 'criticized'), fc.constantFrom(...names))
      .map((words) => `${words.join(' ')}.`);
    const article = fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => plain(clauses.join(' ')));
    fc.assert(
      fc.property(
        fc
          .array(article, { maxLength: 6 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
          ),
        ([all, shuffled]) => {
          expect(JSON.stringify(foldGraph(shuffled).export())).toBe(JSON.stringify(foldGraph(all).export()));
        },
      ),
      { numRuns: 60 },
    );
  });
});
