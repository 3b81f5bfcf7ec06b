import { describe, expect, it } from 'vitest';
import { UsualCase } from '../../../src/language/case.ts';
import { usualForms } from '../../../src/language/training/case.ts';

const cases = new UsualCase(['the', 'visits', 'port', 'of', 'leader', 'NATO', 'Varna', 'us', 'after', 'storm']);
const recased = (line: string) => cases.recased(line.split(' ')).join(' ');

describe('headlines', () => {
  it('brings title case to running case, names and first word aside', () => {
    expect(recased('The Leader Visits Port Of Varna After Storm')).toBe('The leader visits port of Varna after storm');
  });

  it('brings capitals to running case', () => {
    expect(recased('NATO LEADER VISITS ILVES AFTER STORM')).toBe('NATO leader visits Ilves after storm');
  });

  it('leaves abbreviations in title case alone', () => {
    expect(recased('US Leader Visits Port Of Varna')).toBe('US leader visits port of Varna');
  });

  it('leaves ordinary sentences and short lines alone', () => {
    for (const line of ['The leader visits Varna with Mara Ilves', 'The Port', 'Mara Ilves Varna'])
      expect(recased(line)).toBe(line);
  });
});

describe('the case that words mostly have', () => {
  it('is counted where the place in the sentence asks for no capital', () => {
    const sentences = [
      ['The', 'port', 'of', 'Varna'],
      ['Port', 'and', 'port', 'went', 'from', 'Varna'],
      ['He', 'said', '"', 'Of', 'course', 'of'],
    ];
    expect(usualForms(sentences).sort()).toEqual(['Varna', 'of', 'port']);
  });

  it('tells small words, capitals and abbreviations apart', () => {
    expect(['Visits', 'varna', 'Nato', 'Sonda'].map((word) => cases.kindOf(word))).toEqual([
      'small',
      'capital',
      'mixed',
      null,
    ]);
  });
});
