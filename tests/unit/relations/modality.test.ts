import { describe, expect, it } from 'vitest';
import type { Modality } from '../../../src/ontology.ts';
import { saying } from '../../support/statements.ts';

const ANNA = '[PER Anna/NNP/nsubj<VERB Keller/NNP/flat<Anna]';
const PETER = '[PER Peter/NNP/obj<meet Novak/NNP/flat<Peter]';
const anna = (verb: string) => ANNA.replace('VERB', verb);

const cases: [Modality, string, string][] = [
  ['actual', 'a past tense', `${anna('met')} met=meet/VBD/root ${PETER.replace('<meet', '<met')} ./.`],
  ['planned', 'a future', `${anna('meet')} will/MD/aux<meet meet/VB/root ${PETER} ./.`],
  ['possible', 'a modal verb', `${anna('meet')} may/MD/aux<meet meet/VB/root ${PETER} ./.`],
  ['negated', 'a negation', `${anna('meet')} did=do/VBD/aux<meet not/RB/advmod<meet meet/VB/root ${PETER} ./.`],
  [
    'negated',
    'a refusal',
    `${anna('refused')} refused=refuse/VBD/root to/TO/mark<meet meet/VB/xcomp<refused ${PETER} ./.`,
  ],
  [
    'planned',
    'an expectation',
    `${anna('expected')} is=be/VBZ/aux:pass<expected expected=expect/VBN/root to/TO/mark<meet meet/VB/xcomp<expected ${PETER} ./.`,
  ],
  ['possible', 'an attempt', `${anna('tried')} tried=try/VBD/root to/TO/mark<meet meet/VB/xcomp<tried ${PETER} ./.`],
  [
    'actual',
    'what was managed',
    `${anna('managed')} managed=manage/VBD/root to/TO/mark<meet meet/VB/xcomp<managed ${PETER} ./.`,
  ],
];

describe('modality', () => {
  for (const [modality, what, written] of cases)
    it(`is ${modality} for ${what}`, () => {
      expect(saying([written]).of('Anna Keller → met → Peter Novak').modality).toBe(modality);
    });

  it('is possible under "if"', () => {
    const said = saying([
      `They/PRP/nsubj<left left=leave/VBD/root if/IN/mark<met ${anna('met')} met=meet/VBD/advcl<left ${PETER.replace('<meet', '<met')} ./.`,
    ]);
    expect(said.of('Anna Keller → met → Peter Novak').modality).toBe('possible');
  });

  it('is planned for an upcoming visit and negated for a cancelled one', () => {
    const visit = (adjective: string) =>
      saying([
        `[PER Anna/NNP/nmod:poss<visit Keller/NNP/flat<Anna] 's/POS/case<Anna ${adjective}/JJ/amod<visit visit/NN/nsubj<pleased to/IN/case<Norway [LOC Norway/NNP/nmod<visit] pleased=please/VBD/root voters/NNS/obj<pleased ./.`,
      ]).of('Anna Keller → visited → Norway').modality;
    expect(visit('upcoming')).toBe('planned');
    expect(visit('cancelled')).toBe('negated');
    expect(visit('short')).toBe('actual');
  });
});
