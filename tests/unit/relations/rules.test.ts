import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import { isSymmetric } from '../../../src/ontology.ts';
import { RULES } from '../../../src/relations/verbs.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();
const turned = (edge: string): string => edge.split(' → ').reverse().join(' → ');

const CAST: Readonly<Record<string, NameLabel>> = {
  'Anna Keller': 'PER',
  'Peter Novak': 'PER',
  Norway: 'LOC',
  Denmark: 'LOC',
  Vienna: 'LOC',
  London: 'LOC',
  Crimea: 'LOC',
  Ukraine: 'LOC',
  Microsoft: 'ORG',
  Toyota: 'ORG',
  Interpol: 'ORG',
  Greenpeace: 'ORG',
  Shell: 'ORG',
  NATO: 'ORG',
  'Red Cross': 'ORG',
  'United Nations': 'ORG',
  'Conservative Party': 'ORG',
  'Maastricht Treaty': 'DOC',
  'Hutton Report': 'DOC',
  'World Cup': 'EVT',
  'Winter Olympics': 'EVT',
  'Olympic Stadium': 'FAC',
};

describe('the table of rules', () => {
  for (const [index, { type, says, not }] of RULES.entries()) {
    for (const [sentence, edges] of Object.entries(says))
      it(`reads "${sentence}" by row ${index} (${type})`, () => {
        const found = readAndRelate(sentence, model, CAST).edges;
        for (const edge of edges)
          expect(
            found.some((one) => one === edge || (isSymmetric(type) && one === turned(edge))),
            found.join(),
          ).toBe(true);
      });
    for (const sentence of not)
      it(`finds nothing of ${type} in "${sentence}" (row ${index})`, () => {
        expect(readAndRelate(sentence, model, CAST).edges.filter((edge) => edge.includes(` → ${type} → `))).toEqual([]);
      });
  }

  it('gives every pattern to one row of a kind only', () => {
    const seen = RULES.flatMap(({ from, to, verbs, nouns = [], phrases = [] }) =>
      [...new Set([...verbs, ...nouns.map((noun) => `the ${noun}`), ...phrases])].map(
        (pattern) => `${pattern} ${from.join()} ${to.join()}`,
      ),
    );
    expect(seen.filter((one, i) => seen.indexOf(one) !== i)).toEqual([]);
  });
});
