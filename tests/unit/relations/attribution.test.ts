import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../src/language/index.ts';
import { readAndRelate, saying } from '../../support/statements.ts';

const met = (verb: string) =>
  `[PER Anna/NNP/nsubj<met Keller/NNP/flat<Anna] met=meet/VBD/${verb} [PER Peter/NNP/obj<met Novak/NNP/flat<Peter]`;
const EDGE = 'Anna Keller → met → Peter Novak';

const sourcesOf = (...written: string[]): string[] => {
  const said = saying(written);
  return said.sources(said.of(EDGE));
};

describe('attribution', () => {
  it('names the subject of the verb that reports', () => {
    expect(
      sourcesOf(`[ORG Reuters/NNP/nsubj<said] said=say/VBD/root that/IN/mark<met ${met('ccomp<said')} ./.`),
    ).toEqual(['Reuters']);
  });

  it('names the one who is said to have said it at the end', () => {
    expect(
      sourcesOf(`${met('root')} ,/, [ORG Reuters/NNP/nsubj<reported] reported=report/VBD/parataxis<met ./.`),
    ).toEqual(['Reuters']);
  });

  it('names whom something is according to', () => {
    expect(
      sourcesOf(`According/VBG/case<Reuters to/IN/fixed<According [ORG Reuters/NNP/obl<met] ,/, ${met('root')} ./.`),
    ).toEqual(['Reuters']);
  });

  it('gives the words where the source has no name', () => {
    expect(
      sourcesOf(`Local/JJ/amod<officials officials/NNS/nsubj<said said=say/VBD/root ${met('ccomp<said')} ./.`),
    ).toEqual(['Local officials']);
  });

  it('names the nearest source first', () => {
    expect(
      sourcesOf(
        `Officials/NNS/nsubj<claimed claimed=claim/VBD/ccomp<reported that/IN/mark<met ${met('ccomp<claimed')} ,/, [ORG Reuters/NNP/nsubj<reported] reported=report/VBD/root ./.`,
      ),
    ).toEqual(['Officials', 'Reuters']);
  });

  it('goes through a quotation of several sentences', () => {
    expect(
      sourcesOf(
        '"/`` It/PRP/nsubj<good was=be/VBD/cop<good good/JJ/ccomp<said ,/, "/\'\' said=say/VBD/root [ORG Reuters/NNP/nsubj<said] ./.',
        `"/\`\` ${met('root')} ./. "/''`,
      ),
    ).toEqual(['Reuters']);
  });

  it('is nobody where the sentence stands for itself', () => {
    expect(sourcesOf(`${met('root')} ./.`)).toEqual([]);
  });

  it('leaves a verb of speech itself without an edge', () => {
    expect(
      saying([
        '[PER Anna/NNP/nsubj<said Keller/NNP/flat<Anna] said=say/VBD/root [LOC Norway/NNP/nsubj<won] won=win/VBD/ccomp<said ./.',
      ]).edges,
    ).toEqual([]);
  });

  it('goes for the ground that is given with what is said', () => {
    const model = loadModel();
    const cast = { 'Anna Keller': 'PER', 'Peter Novak': 'PER', Norway: 'LOC', Reuters: 'ORG' } as const;
    const read = (text: string, edge: string) => {
      const said = readAndRelate(text, model, cast);
      return said.sources(said.of(edge));
    };
    expect(
      read('Anna Keller said the talks had ended because Peter Novak left Norway.', 'Peter Novak → left → Norway'),
    ).toEqual(['Anna Keller']);
    expect(
      read('Reuters says on its Web site that Anna Keller visited Norway.', 'Anna Keller → visited → Norway'),
    ).toEqual(['Reuters']);
  });
});
