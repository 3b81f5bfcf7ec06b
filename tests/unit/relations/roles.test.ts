import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();
const CAST: Readonly<Record<string, NameLabel>> = {
  'Anna Keller': 'PER',
  'Peter Novak': 'PER',
  Norway: 'LOC',
  Norwegian: 'DEM',
  Danish: 'DEM',
  Denmark: 'LOC',
  Oslo: 'LOC',
  Ohio: 'LOC',
  Columbus: 'LOC',
  Vienna: 'LOC',
  Austria: 'LOC',
  Hungary: 'LOC',
  Microsoft: 'ORG',
  'Conservative Party': 'ORG',
  'Norwegian Foreign Ministry': 'ORG',
  'Foreign Ministry': 'ORG',
  'Royal Museum': 'FAC',
};

/** Sentence, edge and role; the countries are named once more, so that they are nodes. */
const roles: [sentence: string, edge: string, role?: string][] = [
  ['Norwegian Prime Minister Anna Keller spoke in Oslo.', 'Anna Keller → leads → Norway', 'Prime Minister'],
  [
    'Anna Keller, 45, a professor of law at Microsoft, spoke in Oslo.',
    'Anna Keller → works_for → Microsoft',
    'professor',
  ],
  ['The senator from Ohio, Anna Keller, spoke in Oslo.', 'Anna Keller → represents → Ohio', 'senator'],
  ['Anna Keller, 45, a rescuer from Vienna, spoke in Oslo.', 'Anna Keller → lives_in → Vienna'],
  ["Norway's embattled President Anna Keller spoke in Oslo.", 'Anna Keller → leads → Norway', 'embattled President'],
  ['President of Norway, Anna Keller visited Peter Novak.', 'Anna Keller → leads → Norway', 'President'],
  ['In Oslo, the Norwegian capital, police arrested Peter Novak.', 'Oslo → located_in → Norway'],
  ['The Foreign Ministry of Norway said nothing on Monday.', 'Foreign Ministry → part_of → Norway'],
  ['Norwegian PM Anna Keller spoke in Oslo.', 'Anna Keller → leads → Norway', 'PM'],
  ['Norwegian FM Anna Keller spoke in Oslo.', 'Anna Keller → works_for → Norway', 'FM'],
  ["Norway's foreign minister, Anna Keller, spoke in Oslo.", 'Anna Keller → works_for → Norway', 'foreign minister'],
  [
    'Anna Keller, the chief executive of Microsoft, spoke in Oslo.',
    'Anna Keller → leads → Microsoft',
    'chief executive',
  ],
  ['Microsoft spokeswoman Anna Keller spoke in Oslo.', 'Anna Keller → works_for → Microsoft', 'spokeswoman'],
  ['Danish actor Peter Novak lives in Oslo.', 'Peter Novak → citizen_of → Denmark'],
  ["The ambassador met Peter Novak's wife, Anna Keller, in Oslo.", 'Peter Novak → relative_of → Anna Keller', 'wife'],
  ['Anna Keller of the Conservative Party spoke in Oslo.', 'Anna Keller → member_of → Conservative Party'],
  ['Anna Keller is the president of Norway.', 'Anna Keller → leads → Norway', 'president'],
  ['The Norwegian Foreign Ministry said nothing on Monday.', 'Norwegian Foreign Ministry → part_of → Norway'],
  ['The Royal Museum in Vienna was closed on Monday.', 'Royal Museum → located_in → Vienna'],
  ['The fair was held in Columbus, Ohio.', 'Columbus → located_in → Ohio'],
  ['Anna Keller was declared the new Prime Minister of Norway.', 'Anna Keller → leads → Norway', 'new Prime Minister'],
  ['Anna Keller held the post of defence minister of Norway.', 'Anna Keller → works_for → Norway', 'defence minister'],
  ['Anna Keller is the Minister of Defence of Norway.', 'Anna Keller → works_for → Norway', 'Minister'],
  ['Anna Keller succeeded Peter Novak as president of Norway.', 'Anna Keller → leads → Norway', 'president'],
  ['President Anna Keller of Norway spoke in Oslo.', 'Anna Keller → leads → Norway', 'President'],
  [
    'The Minister of Foreign Affairs of Norway, Anna Keller visited Peter Novak.',
    'Anna Keller → works_for → Norway',
    'Minister of Foreign Affairs',
  ],
  [
    'Norwegian Minister of Foreign Affairs, Dr Anna Keller and Peter Novak signed the treaty.',
    'Anna Keller → works_for → Norway',
    'Minister of Foreign Affairs',
  ],
];

describe('offices, kin and places', () => {
  for (const [sentence, edge, role] of roles)
    it(`reads "${edge}" from "${sentence}"`, () => {
      const said = readAndRelate(`${sentence} Norway and Denmark are neighbours.`, model, CAST);
      expect(said.edges).toContain(edge);
      if (role !== undefined) expect(said.of(edge).role).toBe(role);
    });

  it('gives the office to the body that a noun stands for', () => {
    const { edges } = readAndRelate('Microsoft rose on Monday. The head of the firm, Anna Keller, spoke.', model);
    expect(edges).toEqual(['Anna Keller → leads → Microsoft']);
  });

  it('does not take a list of places for a place in a place', () => {
    const { edges } = readAndRelate('The company has offices in Vienna, Austria and Hungary.', model, CAST);
    expect(edges).not.toContain('Vienna → located_in → Austria');
  });

  it('gives no office of a country to one who meets its minister', () => {
    const story = 'Norway is rich. Norwegian lawmakers left Norway.';
    const met = readAndRelate(`${story} President Anna Keller met Norway's Foreign Minister Peter Novak.`, model, CAST);
    expect(met.edges).not.toContain('Anna Keller → leads → Norway');
    const other = readAndRelate(
      `${story} President Anna Keller spoke. President Peter Novak of Norway left.`,
      model,
      CAST,
    );
    expect(other.edges).toContain('Peter Novak → leads → Norway');
    expect(other.edges).not.toContain('Anna Keller → leads → Norway');
  });

  it('lets a guest visit, and not the host', () => {
    const { edges } = readAndRelate(
      'Anna Keller held talks with visiting Norwegian Foreign Minister Peter Novak.',
      model,
      CAST,
    );
    expect(edges).toContain('Anna Keller → met → Peter Novak');
    expect(edges).not.toContain('Anna Keller → visited → Norway');
  });

  it("does not give one person's office to another", () => {
    const { edges } = readAndRelate(
      'Norwegian President Anna Keller and Peter Novak spoke. Norway is rich.',
      model,
      CAST,
    );
    expect(edges).not.toContain('Peter Novak → leads → Norway');
  });
});
