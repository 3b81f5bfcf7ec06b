import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../src/language/index.ts';
import { RULES } from '../../../src/relations/verbs.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();

describe('the table of rules', () => {
  for (const [index, { type, says, not }] of RULES.entries()) {
    for (const [sentence, edges] of Object.entries(says))
      it(`reads "${sentence}" by row ${index} (${type})`, () => {
        expect(readAndRelate(sentence, model).edges).toEqual(expect.arrayContaining(edges));
      });
    for (const sentence of not)
      it(`finds nothing of ${type} in "${sentence}" (row ${index})`, () => {
        expect(readAndRelate(sentence, model).edges.filter((edge) => edge.includes(` → ${type} → `))).toEqual([]);
      });
  }

  it('gives every pattern to one row of a kind only', () => {
    const seen = RULES.flatMap(({ from, to, verbs, nouns = [] }) =>
      [...new Set([...verbs, ...nouns.map((noun) => `the ${noun}`)])].map(
        (pattern) => `${pattern} ${from.join()} ${to.join()}`,
      ),
    );
    expect(seen.filter((one, i) => seen.indexOf(one) !== i)).toEqual([]);
  });
});
