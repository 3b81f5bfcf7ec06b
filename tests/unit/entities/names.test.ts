import { describe, expect, it } from 'vitest';
import { reading } from '../../support/reading.ts';

describe('names of one thing', () => {
  it('makes one entity of a full name and the family name', () => {
    const { entities } = reading(
      '[PER Mara/NNP/nsubj<spoke Ilves/NNP/flat<Mara] spoke=speak/VBD/root ./.',
      '[PER Ilves/NNP/nsubj<left] left=leave/VBD/root ./.',
    );
    expect(entities).toEqual(['Mara Ilves (person) = Ilves']);
  });

  it('keeps two persons of one family name apart, and gives the family name to the one just spoken of', () => {
    const { labels, refers } = reading(
      '[PER Mara/NNP/nsubj<met Ilves/NNP/flat<Mara] met=meet/VBD/root [PER Tomas/NNP/obj<met Reyl/NNP/flat<Tomas] ./.',
      '[PER Ilves/NNP/nsubj<smiled] smiled=smile/VBD/root ./.',
      '[PER Jonas/NNP/nsubj<came Ilves/NNP/flat<Jonas] came=come/VBD/root ./.',
    );
    expect(labels).toEqual(['Mara Ilves', 'Tomas Reyl', 'Jonas Ilves']);
    expect(refers[2]).toBe('Ilves → Mara Ilves');
  });

  it('knows a person by the second of three names', () => {
    const { entities } = reading(
      '[PER Rao/NNP/nsubj<spoke Tarek/NNP/flat<Rao Iqbal/NNP/flat<Rao] spoke=speak/VBD/root ./.',
      '[PER Tarek/NNP/nsubj<left] left=leave/VBD/root ./.',
    );
    expect(entities).toEqual(['Rao Tarek Iqbal (person) = Tarek']);
  });

  it('reads the family name in front where the given name is hyphenated', () => {
    const { labels, refers } = reading(
      '[PER Han/NNP/nsubj<met Seo-jin/NNP/flat<Han] met=meet/VBD/root [PER Tomas/NNP/obj<met Reyl/NNP/flat<Tomas] ./.',
      '[PER Han/NNP/nsubj<smiled] smiled=smile/VBD/root ./.',
    );
    expect(labels).toEqual(['Han Seo-jin', 'Tomas Reyl']);
    expect(refers.at(-1)).toBe('Han → Han Seo-jin');
  });

  it('calls a place or a person that is shouted in small letters, and leaves abbreviations alone', () => {
    const { labels } = reading(
      '[LOC VARNA/NNP/root] :/: [PER Mara/NNP/nsubj<met ILVES/NNP/flat<Mara] met=meet/VBD/parataxis<VARNA [ORG UNICEF/NNP/obj<met] ./.',
      '[PER TOMAS/NNP/nsubj<left REYL/NNP/flat<TOMAS] left=leave/VBD/root [LOC USA/NNP/obj<left] ./.',
    );
    expect(labels).toEqual(['Varna', 'Mara Ilves', 'UNICEF', 'Tomas Reyl', 'USA']);
  });

  it('does not give a woman the name that a title says is a man', () => {
    const { labels } = reading(
      '[PER Maria/NNP/nsubj<spoke Ilves/NNP/flat<Maria] spoke=speak/VBD/root ./.',
      'Mr/NNP/nmod:desc<Ilves [PER Ilves/NNP/nsubj<left] left=leave/VBD/root ./.',
    );
    expect(labels).toEqual(['Maria Ilves', 'Ilves']);
  });

  it('ties an abbreviation in brackets to the name before it, and wherever it comes again', () => {
    const { entities } = reading(
      'The/DT/det<Agency [ORG Baltic/NNP/compound<Agency Harbour/NNP/compound<Agency Agency/NNP/nsubj<opened] (/-LRB- [ORG BHA/NNP/appos<Agency] )/-RRB- opened=open/VBD/root ./.',
      '[ORG BHA/NNP/nsubj<closed] closed=close/VBD/root ./.',
    );
    expect(entities).toEqual(['Baltic Harbour Agency (organization) = BHA']);
  });

  it('ties an abbreviation to the one name that has its initials', () => {
    const { entities } = reading(
      'The/DT/det<Agency [ORG Baltic/NNP/compound<Agency Harbour/NNP/compound<Agency Agency/NNP/nsubj<opened] opened=open/VBD/root ./.',
      '[ORG BHA/NNP/nsubj<closed] closed=close/VBD/root ./.',
    );
    expect(entities).toEqual(['Baltic Harbour Agency (organization) = BHA']);
  });

  it('calls a thing by its new name, however short, and keeps the former one as an alias', () => {
    const { entities } = reading(
      'She/PRP/nsubj<joined joined/VBD/root [ORG Nor/NNP/obj<joined] (/-LRB- formerly/RB/advmod<Line [ORG Ostra/NNP/compound<Line Line/NNP/appos<Nor] )/-RRB- ./.',
    );
    expect(entities).toEqual(['Nor (organization) = Ostra Line']);
  });

  it('takes a word behind "known as" for another name of the person before it, whatever it looks like', () => {
    const { entities } = reading(
      '[PER Mara/NNP/nsubj<spoke Ilves/NNP/flat<Mara] ,/, known/VBN/acl<Mara as/IN/case<Kestrel [LOC Kestrel/NNP/obl<known] ,/, spoke=speak/VBD/root ./.',
    );
    expect(entities).toEqual(['Mara Ilves (person) = Kestrel']);
  });

  it('takes a body for what the noun before it says, though it begins with a first name', () => {
    const { entities } = reading(
      'The/DT/det<Maria shipping/NN/compound<company company/NN/compound<Maria [PER Maria/NNP/nsubj<sank Skerry/NNP/flat<Maria] sank=sink/VBD/root ./.',
    );
    expect(entities).toEqual(['Maria Skerry (organization) = ']);
  });

  it('takes a name for what a noun before "called", or a party behind it, says', () => {
    const { entities } = reading(
      'A/DT/det<group group/NN/nsubj<won called/VBN/acl<group [LOC Skerry/NNP/obj<called] won/VBD/root ./.',
      'The/DT/det<party [LOC Morna/NNP/compound<party] party/NN/nsubj<lost lost/VBD/root ./.',
    );
    expect(entities).toEqual(['Skerry (organization) = ', 'Morna (organization) = ']);
  });

  it('takes a name for what its verb or its noun asks for where the tagger hardly knows', () => {
    const { entities } = reading(
      '[PER Skerry/NNP/nsubj<employs] employs=employ/VBZ/root her/PRP/obj<employs ./.',
      'A/DT/det<court [ORG Morna/NNP/compound<court] court/NN/nsubj<ruled ruled=rule/VBD/root ./.',
    );
    expect(entities).toEqual(['Skerry (organization) = ', 'Morna (place) = ']);
  });

  it('calls a team by its second word, and an exhibition without its year', () => {
    const { entities } = reading(
      '[ORG Halden/NNP/compound<Rovers Rovers/NNP/nsubj<saw] saw=see/VBD/root [EVT Sonda/NNP/compound<Expo Expo/NNP/obj<saw 2031/CD/nummod<Expo] ./.',
      '[ORG Rovers/NNP/nsubj<left] left=leave/VBD/root [EVT Sonda/NNP/compound<Expo Expo/NNP/obj<left] ./.',
    );
    expect(entities).toEqual(['Halden Rovers (organization) = Rovers', 'Sonda Expo 2031 (event) = Sonda Expo']);
  });

  it('calls a foundation by what stands before its "for"', () => {
    const { entities } = reading(
      'The/DT/det<Foundation [ORG Halden/NNP/compound<Foundation Foundation/NNP/nsubj<left for/IN/case<Sea the/DT/det<Sea Sea/NNP/nmod<Foundation] left=leave/VBD/root ./.',
      'The/DT/det<Foundation [ORG Halden/NNP/compound<Foundation Foundation/NNP/nsubj<spoke] spoke=speak/VBD/root ./.',
    );
    expect(entities).toEqual(['Halden Foundation for the Sea (organization) = Halden Foundation']);
  });

  it('knows a country by all its names and by its demonym', () => {
    const { entities } = reading(
      'The/DT/det<ship [DEM British/JJ/amod<ship] ship/NN/nsubj<left left=leave/VBD/root the/DT/det<Kingdom [LOC United/NNP/amod<Kingdom Kingdom/NNP/obj<left] ./.',
      'The/DT/det<UK [LOC UK/NNP/nsubj<won] won=win/VBD/root ./.',
    );
    expect(entities).toEqual(['United Kingdom (place) = UK']);
  });

  it('makes a node of a country that only a demonym speaks of', () => {
    const { entities, refers } = reading(
      'A/DT/det<ship [DEM Danish/JJ/amod<ship] ship/NN/nsubj<left left=leave/VBD/root ./.',
    );
    expect(entities).toEqual(['Denmark (place) = ']);
    expect(refers).toEqual(['Danish → Denmark']);
  });

  it('calls an organization by the name before its class', () => {
    const { entities } = reading(
      '[ORG Varna/NNP/compound<Agency News/NNP/compound<Agency Agency/NNP/nsubj<opened] opened=open/VBD/root ./.',
      '[ORG Varna/NNP/nsubj<closed] closed=close/VBD/root ./.',
    );
    expect(entities).toEqual(['Varna News Agency (organization) = Varna']);
  });

  it('takes a slip of the pen in a long name for the same name', () => {
    const { labels } = reading(
      '[ORG Harbour/NNP/compound<Guild Workers/NNPS/compound<Guild Guild/NNP/nsubj<met] met=meet/VBD/root ./.',
      '[ORG Habrour/NNP/compound<Guild Workers/NNPS/compound<Guild Guild/NNP/nsubj<met] met=meet/VBD/root ./.',
    );
    expect(labels).toHaveLength(1);
  });
});
