import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/index.ts';
import { plain } from '../../support/plain-reader.ts';
import { emptyPlace, type Place } from '../../support/temporary-store.ts';

let store: Store;
let place: Place;

beforeAll(async () => {
  place = await emptyPlace();
  store = await openStore(place.where);
  await store.addExtraction(
    plain('Mara Ilves met Tomas Reyl in Varna on 2024-05-01, Northern Gazette said.', { date: '2024-05-02' }),
  );
  await store.addExtraction(
    plain('Tomas Reyl visited Bulgaria. Oda Brandt criticized Bulgaria.', {
      date: '2024-06-10',
      source: 'The Test, daily',
    }),
  );
  await store.addExtraction(plain('Oda Brandt may visit Varna on 2025. Harbour Workers Union, or HWU, grew.'));
});

afterAll(async () => {
  await store.close();
  await place.remove();
});

const found = async (q: string) => (await store.entities({ q, limit: 5 })).items.map(({ label }) => label);

describe('search', () => {
  it('finds a node by the beginning of any word of any name', async () => {
    expect(await found('mar')).toEqual(['Mara Ilves']);
    expect(await found('ILV')).toEqual(['Mara Ilves']);
    expect(await found('hw')).toEqual(['Harbour Workers Union']);
    expect(await found('mara i')).toEqual(['Mara Ilves']);
  });

  it('forgives typing errors and missing marks', async () => {
    expect(await found('Ilevs')).toContain('Mara Ilves');
    expect(await found('Brantd')).toEqual(['Oda Brandt']);
    expect(await found('Tómas Rèyl')).toEqual(['Tomas Reyl']);
  });

  it('finds nothing for signs, for wildcards, and for what is not there', async () => {
    for (const q of ['%', '_', '!?', 'Zyx', "'; drop table article; --"]) expect(await found(q)).toEqual([]);
  });

  it('looks among one type where it is told to', async () => {
    const { items } = await store.entities({ q: 'v', type: 'place', limit: 5 });
    expect(items.map(({ label }) => label)).toEqual(['Varna']);
  });

  it('lists all nodes page by page, each once, those with most edges first', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.entities({ limit: 2, after });
      seen.push(...page.items.map(({ key }) => key));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen[0]).toBe('person:oda-brandt');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await store.counts()).entities);
  });
});

describe('neighbours', () => {
  const near = async (key: string, query: Partial<Parameters<Store['neighbours']>[1]> = {}) => {
    const answer = await store.neighbours(key, { depth: 1, direction: 'both', limit: 50, ...query });
    return answer?.nodes.map((node) => node.label).sort();
  };

  it('are what is one step away, or two, or three', async () => {
    expect(await near('person:mara-ilves')).toEqual(['Mara Ilves', 'Tomas Reyl']);
    expect(await near('person:mara-ilves', { depth: 2 })).toEqual(['Bulgaria', 'Mara Ilves', 'Tomas Reyl']);
    expect(await near('person:mara-ilves', { depth: 3 })).toEqual([
      'Bulgaria',
      'Mara Ilves',
      'Oda Brandt',
      'Tomas Reyl',
    ]);
  });

  it('follow the direction; a symmetric edge has both', async () => {
    expect(await near('person:tomas-reyl', { direction: 'out' })).toEqual(['Bulgaria', 'Mara Ilves', 'Tomas Reyl']);
    expect(await near('person:tomas-reyl', { direction: 'in' })).toEqual(['Mara Ilves', 'Tomas Reyl']);
    expect(await near('place:bulgaria', { direction: 'out' })).toEqual(['Bulgaria']);
  });

  it('keep to the types, modalities and days that are asked for', async () => {
    expect(await near('person:oda-brandt', { type: ['criticized'] })).toEqual(['Bulgaria', 'Oda Brandt']);
    expect(await near('person:oda-brandt', { modality: ['possible'] })).toEqual(['Oda Brandt', 'Varna']);
    expect(await near('person:oda-brandt', { from: '2025-03-01', to: '2025-03-31' })).toEqual(['Oda Brandt', 'Varna']);
    expect(await near('person:oda-brandt', { to: '2024-06-10' })).toEqual(['Bulgaria', 'Oda Brandt']);
  });

  it('say so when a limit cuts some off', async () => {
    const answer = await store.neighbours('person:tomas-reyl', { depth: 1, direction: 'both', limit: 1 });
    expect(answer).toMatchObject({ truncated: true, totalNodes: 3 });
    expect(answer?.nodes).toHaveLength(2);
  });

  it('are none of a node that is not there', async () => {
    expect(await store.neighbours('person:nobody', { depth: 1, direction: 'both', limit: 5 })).toBeNull();
  });
});

describe('the graph', () => {
  const shown = async (query: Partial<Parameters<Store['graph']>[0]> = {}) => {
    const { nodes, edges, totalNodes, totalEdges } = await store.graph({ limit: 50, ...query });
    return { nodes: nodes.map(({ label }) => label).sort(), edges: edges.length, totalNodes, totalEdges };
  };

  it('is whole where nothing is asked, and says how much there is where a limit cuts some off', async () => {
    expect(await shown()).toMatchObject({ edges: 4, totalNodes: 7, totalEdges: 4 });
    expect(await shown({ limit: 1 })).toEqual({ nodes: ['Oda Brandt'], edges: 0, totalNodes: 7, totalEdges: 4 });
  });

  it('has the edges that fit, their nodes alone, and counts both', async () => {
    const visit = { nodes: ['Bulgaria', 'Tomas Reyl'], edges: 1, totalNodes: 2, totalEdges: 1 };
    expect(await shown({ type: ['visited'], modality: ['actual'] })).toEqual(visit);
    expect(await shown({ to: '2024-05-31' })).toMatchObject({ nodes: ['Mara Ilves', 'Tomas Reyl'], totalEdges: 1 });
    expect(await shown({ weight: 2 })).toMatchObject({ nodes: [], totalNodes: 0 });
    expect(await shown({ confidence: 0.8 })).toMatchObject({ totalEdges: 4 });
    expect(await shown({ confidence: 0.81 })).toMatchObject({ totalEdges: 0 });
  });

  it('has the nodes of the types that are asked for, and the edges between them', async () => {
    expect(await shown({ entityType: ['person'] })).toEqual({
      nodes: ['Mara Ilves', 'Oda Brandt', 'Tomas Reyl'],
      edges: 1,
      totalNodes: 3,
      totalEdges: 1,
    });
    expect(await shown({ entityType: ['person'], type: ['criticized'] })).toMatchObject({ nodes: [], totalEdges: 0 });
    expect(await shown({ entityType: ['person', 'place'], type: ['criticized'] })).toMatchObject({
      nodes: ['Bulgaria', 'Oda Brandt'],
      totalEdges: 1,
    });
  });

  it('is what some articles or publishers say', async () => {
    const { items } = await store.articles({ limit: 10 });
    const [june] = items;
    const said = { nodes: ['Bulgaria', 'Oda Brandt', 'Tomas Reyl'], edges: 2, totalNodes: 3, totalEdges: 2 };
    expect(await shown({ article: [june?.id ?? ''] })).toEqual(said);
    expect(await shown({ source: ['The Test, daily'] })).toEqual(said);
    expect(await shown({ source: ['Nobody'] })).toMatchObject({ totalEdges: 0 });
  });
});

describe('facets', () => {
  it('count what filters can ask for', async () => {
    expect(await store.facets()).toEqual({
      articles: 3,
      entities: 7,
      edges: 4,
      entityTypes: {
        values: [
          { value: 'person', count: 3 },
          { value: 'organization', count: 2 },
          { value: 'place', count: 2 },
        ],
        total: 3,
      },
      types: {
        values: [
          { value: 'visited', count: 2 },
          { value: 'criticized', count: 1 },
          { value: 'met', count: 1 },
        ],
        total: 3,
      },
      modalities: {
        values: [
          { value: 'actual', count: 3 },
          { value: 'possible', count: 1 },
        ],
        total: 2,
      },
      sources: { values: [{ value: 'The Test, daily', count: 1 }], total: 1 },
      dates: { first: '2024-05-01', last: '2025-12-31' },
    });
  });
});

describe('an entity', () => {
  it('is found by another of its names', async () => {
    expect(await store.entity('organization:hwu')).toMatchObject({ key: 'organization:harbour-workers-union' });
  });

  it('tells its relations, articles and dates', async () => {
    expect(await store.entity('person:tomas-reyl')).toMatchObject({
      label: 'Tomas Reyl',
      articles: 2,
      firstDate: '2024-05-02',
      lastDate: '2024-06-10',
      relations: [
        { type: 'met', direction: 'both', edges: 1 },
        { type: 'visited', direction: 'out', edges: 1 },
      ],
    });
  });

  it('shows its edges with the sentences that say so', async () => {
    const page = await store.entityEdges('person:mara-ilves', { limit: 5, direction: 'both' });
    expect(page?.items).toHaveLength(1);
    expect(page?.items[0]).toMatchObject({
      source: { label: 'Mara Ilves' },
      target: { label: 'Tomas Reyl' },
      attributes: {
        date: '2024-05-01',
        place: { key: 'place:varna' },
        attributedTo: [{ key: 'organization:northern-gazette', label: 'Northern Gazette' }],
      },
      evidence: [
        { articleDate: '2024-05-02', text: 'Mara Ilves met Tomas Reyl in Varna on 2024-05-01, Northern Gazette said.' },
      ],
    });
  });
});

describe('an article', () => {
  it('has its text, and its mentions point into it', async () => {
    const { items } = await store.articles({ limit: 10 });
    expect(items.map(({ date }) => date)).toEqual(['2024-06-10', '2024-05-02', null]);
    for (const { id } of items) {
      const article = await store.article(id);
      expect(article?.mentionList.length).toBeGreaterThan(0);
      for (const { start, end, text } of article?.mentionList ?? []) expect(article?.text.slice(start, end)).toBe(text);
    }
  });

  it('is listed on one page only', async () => {
    const first = await store.articles({ limit: 2 });
    const second = await store.articles({ limit: 2, after: first.next ?? '' });
    expect([...first.items, ...second.items]).toHaveLength(3);
    expect(second.next).toBeNull();
  });
});
