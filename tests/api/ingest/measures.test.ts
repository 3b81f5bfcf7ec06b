import { expect, it } from 'vitest';
import { measureStore } from '../../../src/ingest/index.ts';
import { plainWorkers } from '../../support/api.ts';
import { exported } from '../../support/exports.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

it('measures the whole graph once after it changed, and shows it on nodes, but not in exports', async () => {
  const store = await temporaryStore();
  await store.addExtraction(plain('Mara Ilves met Tomas Reyl. Oda Brandt visited Varna. Mara Ilves visited Bulgaria.'));
  const before = await exported(store);
  const { nodes: unmeasured } = await store.graph({ limit: 9 });
  expect(unmeasured.every(({ community, rank }) => community === undefined && rank === undefined)).toBe(true);

  await measureStore(store, plainWorkers);
  expect(await store.unmeasured()).toBeNull();
  const { nodes } = await store.graph({ limit: 9 });
  const of = new Map(nodes.map(({ key, ...node }) => [key, node]));
  expect(of.get('person:mara-ilves')).toMatchObject({ community: 0, rank: 1 });
  expect(of.get('place:varna')).toMatchObject({ community: 1 });
  expect(await store.entity('person:tomas-reyl')).toMatchObject({ community: 0 });
  expect(await exported(store)).toBe(before);

  await store.addExtraction(plain('Oda Brandt criticized HWU.'));
  expect(await store.unmeasured()).not.toBeNull();
});
