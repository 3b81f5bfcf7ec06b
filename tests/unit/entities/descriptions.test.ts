import { describe, expect, it } from 'vitest';
import { reading } from '../../support/reading.ts';

const introduced =
  '[DEM Estonian/JJ/amod<Mara] President/NNP/nmod:desc<Mara [PER Mara/NNP/nsubj<met Ilves/NNP/flat<Mara] met=meet/VBD/root [DEM Danish/JJ/amod<Tomas] Foreign/NNP/compound<Minister Minister/NNP/nmod:desc<Tomas [PER Tomas/NNP/obj<met Reyl/NNP/flat<Tomas] ./.';

describe('descriptions of a named thing', () => {
  it('gives an office of a country to the person who was introduced with one that fits', () => {
    const { refers } = reading(
      introduced,
      'The/DT/det<leader [DEM Estonian/JJ/amod<leader] leader/NN/nsubj<smiled smiled=smile/VBD/root ./.',
    );
    expect(refers).toContain('The Estonian leader → Mara Ilves');
  });

  it('gives no office of another country', () => {
    const { refers } = reading(
      introduced,
      'The/DT/det<leader [DEM Swedish/JJ/amod<leader] leader/NN/nsubj<smiled smiled=smile/VBD/root ./.',
    );
    expect(refers.some((one) => one.startsWith('The Swedish leader →'))).toBe(false);
  });

  it('takes a minister for the minister, not for the president', () => {
    const { refers } = reading(introduced, 'The/DT/det<minister minister/NN/nsubj<smiled smiled=smile/VBD/root ./.');
    expect(refers).toContain('The minister → Tomas Reyl');
  });

  it('ties a noun in apposition to the name', () => {
    const { refers } = reading(
      '[PER Mara/NNP/nsubj<spoke Ilves/NNP/flat<Mara] ,/, the/DT/det<mayor mayor/NN/appos<Mara of/IN/case<Varna [LOC Varna/NNP/nmod<mayor] ,/, spoke=speak/VBD/root ./.',
    );
    expect(refers).toContain('the mayor → Mara Ilves');
  });

  it('takes a list of two without "and" for an apposition', () => {
    const { refers } = reading(
      '[PER Mara/NNP/nsubj<spoke Ilves/NNP/flat<Mara] ,/, the/DT/det<mayor mayor/NN/conj<Mara ,/, spoke=speak/VBD/root ./.',
    );
    expect(refers).toContain('the mayor → Mara Ilves');
  });

  it('does not take "Mara Ilves and the mayor" for one', () => {
    const { refers } = reading(
      '[PER Mara/NNP/nsubj<spoke Ilves/NNP/flat<Mara] and/CC/cc<mayor the/DT/det<mayor mayor/NN/conj<Mara spoke=speak/VBD/root ./.',
    );
    expect(refers).toEqual(['Mara Ilves → Mara Ilves']);
  });

  it('does not make one of two names side by side', () => {
    const { labels } = reading(
      'They/PRP/nsubj<met met=meet/VBD/root in/IN/case<Varna [LOC Varna/NNP/obl<met] ,/, [LOC Bulgaria/NNP/appos<Varna] ./.',
    );
    expect(labels).toEqual(['Varna', 'Bulgaria']);
  });

  it('calls a ship "the ship" after it was introduced as one', () => {
    const { refers } = reading(
      'The/DT/det<Aurora cruise/NN/compound<ship ship/NN/compound<Aurora [FAC Aurora/NNP/nsubj<sank] sank=sink/VBD/root ./.',
      'Divers/NNS/nsubj<found found=find/VBD/root the/DT/det<ship ship/NN/obj<found ./.',
    );
    expect(refers).toContain('the ship → Aurora');
  });

  it('leaves "the new ship" alone', () => {
    const { refers } = reading(
      'The/DT/det<Aurora cruise/NN/compound<ship ship/NN/compound<Aurora [FAC Aurora/NNP/nsubj<sank] sank=sink/VBD/root ./.',
      'Divers/NNS/nsubj<found found=find/VBD/root the/DT/det<ship new/JJ/amod<ship ship/NN/obj<found ./.',
    );
    expect(refers).toEqual(['Aurora → Aurora']);
  });

  it('takes "the country" for the one that was named last, and leaves it alone between two', () => {
    const one = reading(
      '[LOC Estonia/NNP/nsubj<closed] closed=close/VBD/root its/PRP$/nmod:poss<border border/NN/obj<closed ./.',
      'The/DT/det<country country/NN/nsubj<fears fears=fear/VBZ/root storms/NNS/obj<fears ./.',
    );
    expect(one.refers).toContain('The country → Estonia');
    const two = reading(
      '[LOC Estonia/NNP/nsubj<warned] warned/VBD/root [LOC Latvia/NNP/obj<warned] ./.',
      'The/DT/det<country country/NN/nsubj<fears fears=fear/VBZ/root storms/NNS/obj<fears ./.',
    );
    expect(two.refers.some((one) => one.startsWith('The country'))).toBe(false);
  });

  it('lets a government go by its country', () => {
    const { refers } = reading(
      'The/DT/det<government [DEM Danish/JJ/amod<government] government/NN/nsubj<fell fell=fall/VBD/root ./.',
    );
    expect(refers).toContain('The Danish government → Denmark');
  });

  it('takes "the two leaders" for the two who were named last', () => {
    const { refers } = reading(
      introduced,
      'The/DT/det<leaders two/CD/nummod<leaders leaders/NNS/nsubj<smiled smiled=smile/VBD/root ./.',
    );
    expect(refers).toContain('The two leaders → Mara Ilves + Tomas Reyl');
  });

  it('takes "both leaders" for no one who urges them', () => {
    const { refers } = reading(
      '[PER Mara/NNP/nsubj<urged Ilves/NNP/flat<Mara] and/CC/cc<Tomas [PER Tomas/NNP/conj<Mara Reyl/NNP/flat<Tomas] urged=urge/VBD/root both/DT/det<leaders leaders=leader/NNS/obj<urged ./.',
    );
    expect(refers).toEqual(['Mara Ilves → Mara Ilves', 'Tomas Reyl → Tomas Reyl']);
  });

  it('takes "both generals" for nobody who was not called a general', () => {
    const { refers } = reading(
      introduced,
      'Both/DT/det<generals generals=general/NNS/nsubj<smiled smiled=smile/VBD/root ./.',
    );
    expect(refers.some((one) => one.startsWith('Both generals'))).toBe(false);
  });

  it('takes "the club" for the one body near it whose name does not tell what it is', () => {
    const { refers } = reading(
      '[ORG Halden/NNP/compound<Rovers Rovers/NNP/nsubj<won] won=win/VBD/root ./.',
      'The/DT/det<club club/NN/nsubj<celebrated celebrated=celebrate/VBD/root ./.',
    );
    expect(refers).toContain('The club → Halden Rovers');
  });

  it('takes "the club" for no bank, and for neither of two such bodies', () => {
    const club = 'The/DT/det<club club/NN/nsubj<celebrated celebrated=celebrate/VBD/root ./.';
    const bank = reading('[ORG Sonda/NNP/compound<Bank Bank/NNP/nsubj<won] won=win/VBD/root ./.', club);
    const two = reading('[ORG Skerry/NNP/nsubj<beat] beat/VBD/root [ORG Lunora/NNP/obj<beat] ./.', club);
    expect([...bank.refers, ...two.refers].some((one) => one.startsWith('The club'))).toBe(false);
  });

  it('takes "both countries" for nothing where three were named', () => {
    const { refers } = reading(
      '[LOC Estonia/NNP/nsubj<met] ,/, [LOC Latvia/NNP/conj<Estonia] and/CC/cc<Denmark [LOC Denmark/NNP/conj<Estonia] met=meet/VBD/root ./.',
      'Both/DT/det<countries countries/NNS/nsubj<agreed agreed=agree/VBD/root ./.',
    );
    expect(refers.some((one) => one.startsWith('Both countries'))).toBe(false);
  });
});
