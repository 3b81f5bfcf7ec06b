import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTuples, writeTuples } from '../../../src/relations/index.ts';
import { parsed } from '../../support/sentence.ts';

/** Tuples of hand-parsed sentences as "A | does | B | further". */
function tuples(...written: readonly string[]): string[] {
  const { article, sentences } = parsed(...written);
  return openTuples(article.text, sentences).map(({ relation, arguments: [first, ...rest] }) =>
    [first, relation, ...rest].join(' | '),
  );
}

describe('openTuples', () => {
  it('says who does what to whom, and the rest with its prepositions', () => {
    expect(
      tuples(
        'Mara/NNP/nsubj<met met=meet/VBD/root Tomas/NNP/obj<met in/IN/case<Varna Varna/NNP/obl<met on/IN/case<Monday Monday/NNP/obl<met ./.',
      ),
    ).toEqual(['Mara | met | Tomas | in Varna | on Monday']);
  });

  it('takes the preposition into the relation where there is no object', () => {
    expect(
      tuples(
        'Mara/NNP/nsubj<moved moved=move/VBD/root to/IN/case<Varna Varna/NNP/obl<moved in/IN/case<May May/NNP/obl<moved ./.',
      ),
    ).toEqual(['Mara | moved to | Varna | in May']);
  });

  it('writes a tuple for each member of a coordination', () => {
    expect(
      tuples('Mara/NNP/nsubj<met and/CC/cc<Tomas Tomas/NNP/conj<Mara met=meet/VBD/root Ilves/NNP/obj<met ./.'),
    ).toEqual(['Mara | met | Ilves', 'Tomas | met | Ilves']);
  });

  it('keeps auxiliaries and negation in the relation', () => {
    expect(
      tuples('Mara/NNP/nsubj<meet will/MD/aux<meet not/RB/advmod<meet meet/VB/root Tomas/NNP/obj<meet ./.'),
    ).toEqual(['Mara | will not meet | Tomas']);
  });

  it('lets a relative clause speak of what it hangs on', () => {
    expect(
      tuples(
        'Mara/NNP/nsubj<left ,/, who/WP/nsubj<leads leads=lead/VBZ/acl:relcl<Mara Varna/NNP/obj<leads ,/, left=leave/VBD/root ./.',
      ),
    ).toContain('Mara | leads | Varna');
  });

  it('tells what an apposition says', () => {
    expect(
      tuples(
        'Mara/NNP/nsubj<left ,/, the/DT/det<mayor mayor/NN/appos<Mara of/IN/case<Varna Varna/NNP/nmod<mayor ,/, left=leave/VBD/root ./.',
      ),
    ).toContain('Mara | is | the mayor of Varna');
  });

  it('reads a copula with its noun as the second argument', () => {
    expect(tuples('Varna/NNP/nsubj<port is=be/VBZ/cop<port a/DT/det<port port/NN/root ./.')).toEqual([
      'Varna | is | a port',
    ]);
  });
});

describe('writeTuples', () => {
  it('writes no tab and no end of line into a column, whatever the text', () => {
    const { article, sentences } = parsed('Mara/NNP/nsubj<met met=meet/VBD/root Tomas/NNP/obj<met ./.');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: article.text.length, maxLength: 40 }), (text) => {
        for (const line of writeTuples(text, sentences)) {
          expect(line.endsWith('\n')).toBe(true);
          expect(line.slice(0, -1)).not.toMatch(/[\n\r\u2028\u2029]/);
          expect(line.split('\t').length).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});
