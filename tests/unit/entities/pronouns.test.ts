import { describe, expect, it } from 'vitest';
import { reading } from '../../support/reading.ts';

const spoke =
  '[PER Maria/NNP/nsubj<spoke Ilves/NNP/flat<Maria] spoke=speak/VBD/root in/IN/case<Varna [LOC Varna/NNP/obl<spoke] ./.';

describe('pronouns', () => {
  it('refer to the person of their gender who was spoken of last', () => {
    expect(reading(spoke, 'She/PRP/nsubj<left left=leave/VBD/root ./.').refers).toContain('She → Maria Ilves');
  });

  it('do not refer to a person of another gender', () => {
    expect(reading(spoke, 'He/PRP/nsubj<left left=leave/VBD/root ./.').refers).toEqual([
      'Maria Ilves → Maria Ilves',
      'Varna → Varna',
    ]);
  });

  it('do not refer to another argument of their own clause', () => {
    const { refers } = reading('[PER Maria/NNP/nsubj<saw Ilves/NNP/flat<Maria] saw=see/VBD/root her/PRP/obj<saw ./.');
    expect(refers).toEqual(['Maria Ilves → Maria Ilves']);
  });

  it('that are reflexive refer to the subject of their clause', () => {
    const { refers } = reading(
      '[PER Maria/NNP/nsubj<saw Ilves/NNP/flat<Maria] saw=see/VBD/root herself/PRP/obj<saw ./.',
    );
    expect(refers).toContain('herself → Maria Ilves');
  });

  it('that open a relative clause refer to the noun it hangs on', () => {
    const { refers } = reading(
      '[PER Maria/NNP/nsubj<left Ilves/NNP/flat<Maria] ,/, who/WP/nsubj<won won=win/VBD/acl:relcl<Maria ,/, left=leave/VBD/root ./.',
    );
    expect(refers).toContain('who → Maria Ilves');
  });

  it('in a phrase that opens the sentence can refer to the full name that is its subject', () => {
    const { refers } = reading(
      '[PER Jonas/NNP/nsubj<left Reyl/NNP/flat<Jonas] left=leave/VBD/root ./.',
      'During/IN/case<visit his/PRP$/nmod:poss<visit visit/NN/obl<spoke ,/, Mayor/NNP/nmod:desc<Tomas [PER Tomas/NNP/nsubj<spoke Havel/NNP/flat<Tomas] spoke=speak/VBD/root ./.',
    );
    expect(refers).toContain('his → Tomas Havel');
  });

  it('in a phrase that opens the sentence can refer to the name beside the title that is its subject', () => {
    const { refers } = reading(
      '[PER Jonas/NNP/nsubj<left Reyl/NNP/flat<Jonas] left=leave/VBD/root ./.',
      'During/IN/case<visit his/PRP$/nmod:poss<visit visit/NN/obl<spoke ,/, mayor/NN/nsubj<spoke [PER Tomas/NNP/appos<mayor Havel/NNP/flat<Tomas] spoke=speak/VBD/root ./.',
    );
    expect(refers).toContain('his → Tomas Havel');
  });

  it('of the first person in a quotation refer to its speaker', () => {
    const { refers } = reading(
      '[PER Maria/NNP/nsubj<said Ilves/NNP/flat<Maria] said=say/VBD/root ,/, "/`` I/PRP/nsubj<agree agree/VBP/ccomp<said ./. "/\'\'',
    );
    expect(refers).toContain('I → Maria Ilves');
  });

  it('that announce a clause refer to nothing', () => {
    const { refers } = reading(
      '[ORG Norda/NNP/nsubj<closed] closed=close/VBD/root ./.',
      'It/PRP/expl<clear is=be/VBZ/cop<clear clear/JJ/root that/IN/mark<failed talks/NNS/nsubj<failed failed=fail/VBD/csubj<clear ./.',
    );
    expect(refers).toEqual(['Norda → Norda']);
  });

  const pair =
    '[PER Mara/NNP/nsubj<left Ilves/NNP/flat<Mara] and/CC/cc<Tomas [PER Tomas/NNP/conj<Mara Reyl/NNP/flat<Tomas] left=leave/VBD/root ./.';

  it('takes "they" for those who were just named together as a subject, and "their" for them too', () => {
    const { refers } = reading(
      pair,
      'They/PRP/nsubj<smiled smiled=smile/VBD/root ./.',
      'Their/PRP$/nmod:poss<ship ship/NN/nsubj<sank sank=sink/VBD/root ./.',
    );
    expect(refers.slice(2)).toEqual(['They → Mara Ilves + Tomas Reyl', 'Their → Mara Ilves + Tomas Reyl']);
  });

  it('takes "they" for no pair where others in the plural were spoken of since', () => {
    const { refers } = reading(
      pair,
      'Divers/NNS/nsubj<came came=come/VBD/root and/CC/cc<smiled they/PRP/nsubj<smiled smiled=smile/VBD/conj<came ./.',
    );
    expect(refers.slice(2)).toEqual([]);
  });
});
