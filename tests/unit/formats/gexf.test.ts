import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/extraction.ts';
import { writeGraph } from '../../../src/formats/index.ts';
import { foldGraph } from '../../../src/graph/index.ts';
import { gather } from '../../support/gather.ts';
import { gexfErrors } from '../../support/gexf-schema.ts';
import { plain } from '../../support/plain-reader.ts';

const gexf = (...extractions: Extraction[]): Promise<string> => gather(writeGraph(foldGraph(extractions), 'gexf'));
const attributes = (written: string) => parse(MultiGraph, written).mapEdges((_key, edge) => edge);

describe('the GEXF format', () => {
  it('is valid GEXF 1.3, with and without a node', async () => {
    const full = await gexf(
      plain('Mara Ilves met Tomas Reyl in Varna on 2024-05-01, Northern Gazette said. HWU may criticize Oda Brandt.'),
    );
    expect(await gexfErrors(full)).toEqual([]);
    expect(await gexfErrors(await gexf())).toEqual([]);
  });

  it('is refused by the schema where it is broken, so the check above means something', async () => {
    const broken = (await gexf(plain('Mara Ilves met Tomas Reyl.'))).replace('<viz:size value=', '<viz:size width=');
    expect(await gexfErrors(broken)).not.toEqual([]);
  });

  it('gives back nodes, edges and attributes to graphology', async () => {
    const one = plain('Mara Ilves met Tomas Reyl in Varna on 2024-05-01. Ilves criticized Bulgaria.');
    const graph = foldGraph([one]);
    const read = parse(MultiGraph, await gexf(one));
    expect(read.nodes().sort()).toEqual(graph.nodes().sort());
    expect(read.edges().sort()).toEqual(graph.edges().sort());
    expect(read.getNodeAttributes('person:mara-ilves')).toMatchObject({
      label: 'Mara Ilves',
      type: 'person',
      aliases: ['Ilves'],
      mentions: 2,
      articles: 1,
      color: 'rgb(0,114,178)',
    });
    const [met] = read.filterUndirectedEdges(() => true);
    expect(read.getEdgeAttributes(met)).toMatchObject({
      type: 'met',
      kind: 'met 2024-05-01',
      weight: 1,
      place: 'place:varna',
      sentence: 'Mara Ilves met Tomas Reyl in Varna on 2024-05-01.',
    });
    expect(read.filterDirectedEdges(() => true)).toHaveLength(1);
    expect(Number.isFinite(read.getNodeAttribute('person:mara-ilves', 'x'))).toBe(true);
  });

  it('says when: a day, a month and a year become spells of whole days', async () => {
    const written = await gexf(
      plain(
        'Mara Ilves visited Varna on 2024-02. Tomas Reyl visited Varna on 2023. Oda Brandt visited Varna on 2024-05-01.',
      ),
    );
    expect(written).toContain('<spell start="2024-02-01" end="2024-02-29"/>');
    expect(written).toContain('<spell start="2023-01-01" end="2023-12-31"/>');
    expect(written).toContain('<spell start="2024-05-01" end="2024-05-01"/>');
    expect(await gexfErrors(written)).toEqual([]);
  });

  it('tells parallel edges apart by their kind', async () => {
    const written = await gexf(
      plain('Mara Ilves met Tomas Reyl. Mara Ilves will meet Tomas Reyl. Mara Ilves met Reyl on 2024.'),
    );
    expect(
      attributes(written)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['met', 'met (planned)', 'met 2024']);
  });

  it('holds any text, but for what XML cannot hold, which it drops', async () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '&', '"', "'", ']]>', '\0', '\u000b', '\ufffe', '\n', '\t', '\\', ',', '|'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (label, alias, role) => {
        const { article, mentions, statements, entities } = plain('Mara Ilves met Tomas Reyl.');
        const [first, second] = entities;
        const [said] = statements;
        if (!first || !second || !said) throw new Error('the plain reader has changed');
        const renamed = { ...first, label: `Mara ${label}`, aliases: [`${alias}x`] };
        const extraction = { article, mentions, entities: [renamed, second], statements: [{ ...said, role }] };
        const written = await gexf(extraction);
        expect(await gexfErrors(written)).toEqual([]);
        const read = parse(MultiGraph, written);
        const kept = (text: string) =>
          text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
        expect(read.mapEdges((_key, edge) => edge.role)).toEqual([kept(role)]);
        expect(read.findNode((_key, node) => node.aliases?.[0] === kept(`${alias}x`))).toBeTruthy();
      }),
      { numRuns: 8 },
    );
  });
});
