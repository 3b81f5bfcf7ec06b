import { MultiGraph } from 'graphology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PathsAnswer } from '../../../src/server/schemas/index.ts';
import { startApi, type TestApi } from '../../support/api.ts';

// Ilves – Reyl – Varna, its first step said twice; Ilves – Brandt – Varna, said once; Brandt – Bulgaria, which may be.
const TEXTS = [
  'Mara Ilves met Tomas Reyl. Tomas Reyl visited Varna.',
  'Mara Ilves met Tomas Reyl again on Monday.',
  'Mara Ilves met Oda Brandt. Oda Brandt visited Varna.',
  'Oda Brandt may visit Bulgaria.',
];

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  for (const text of TEXTS) await api.post({ text, date: '2024-05-02' });
});
afterAll(() => api.close());

const paths = (query: string) => api.read(`/api/paths?${query}`, PathsAnswer);

describe('GET /api/paths', () => {
  it('finds every shortest path, and the one that more articles tell of first', async () => {
    const { paths: found, attributes } = await paths('from=person:mara-ilves&to=place:varna');
    expect(found.map(({ nodes }) => nodes[1])).toEqual(['person:tomas-reyl', 'person:oda-brandt']);
    expect(attributes).toMatchObject({ paths: 2, shownPaths: 2, truncated: false });
  });

  it('names the edges of each step, which join its two nodes in the graph that comes with it', async () => {
    const answer = await paths('from=person:tomas-reyl&to=place:bulgaria');
    const graph = MultiGraph.from(answer);
    for (const { nodes, edges } of answer.paths) {
      expect(edges).toHaveLength(nodes.length - 1);
      for (const [i, step] of edges.entries())
        for (const edge of step) expect(graph.extremities(edge).toSorted()).toEqual(nodes.slice(i, i + 2).toSorted());
    }
    expect(graph.order).toBe(5);
  });

  it('is the same path, whichever end it is asked from', async () => {
    const there = await paths('from=person:tomas-reyl&to=place:bulgaria&limit=1');
    const back = await paths('from=place:bulgaria&to=person:tomas-reyl&limit=1');
    expect(back.paths[0]?.nodes.toReversed()).toEqual(there.paths[0]?.nodes);
    expect(there.attributes).toMatchObject({ paths: 2, shownPaths: 1 });
  });

  it.each([
    ['the way is longer than asked for', 'max=2'],
    ['a step of it is not meant so', 'modality=actual'],
    ['a step of it is of another type', 'type=met'],
  ])('finds none where %s, and gives the two ends', async (_, query) => {
    const answer = await paths(`from=person:tomas-reyl&to=place:bulgaria&${query}`);
    expect(answer).toMatchObject({ paths: [], attributes: { paths: 0, truncated: false } });
    expect(answer.nodes).toHaveLength(2);
  });

  it('says who is unknown', async () => {
    const { status, body } = await api.get('/api/paths?from=person:mara-ilves&to=person:nobody');
    expect(status).toBe(404);
    expect(body).toMatchObject({ title: expect.stringContaining('person:nobody') });
  });

  it.each(['max=7', 'max=0', 'limit=0', 'colour=red'])('does not take %s', async (wrong) => {
    const { status } = await api.get(`/api/paths?from=person:mara-ilves&to=person:oda-brandt&${wrong}`);
    expect(status).toBe(400);
  });

  it('does not look for a way from a node to itself', async () => {
    const { body } = await api.get('/api/paths?from=person:mara-ilves&to=person:mara-ilves');
    expect(body).toMatchObject({ errors: [{ field: 'to' }] });
  });
});
