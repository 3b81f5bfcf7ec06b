import { MultiGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { writeGraph } from '../../../src/formats/index.ts';
import { foldGraph } from '../../../src/graph/index.ts';
import { gather } from '../../support/gather.ts';
import { plain } from '../../support/plain-reader.ts';

const graph = () => foldGraph([plain('Mara Ilves met Tomas Reyl. Mara Ilves will visit Varna.')]);

describe('the JSON format', () => {
  it("is graphology's own serialisation", async () => {
    const written: unknown = JSON.parse(await gather(writeGraph(graph(), 'json')));
    expect(written).toEqual({ ...graph().export(), options: { type: 'mixed', multi: true, allowSelfLoops: true } });
  });

  it('writes an empty graph', async () => {
    const written = JSON.parse(await gather(writeGraph(foldGraph([]), 'json')));
    expect(MultiGraph.from(written).order).toBe(0);
  });

  it('writes the same bytes for the same articles in another order', async () => {
    const one = plain('Mara Ilves met Tomas Reyl.');
    const two = plain('Tomás Reyl criticized Bulgaria.');
    const written = await gather(writeGraph(foldGraph([one, two]), 'json'));
    expect(await gather(writeGraph(foldGraph([two, one]), 'json'))).toBe(written);
  });
});
