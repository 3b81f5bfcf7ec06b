import { describe, expect, it } from 'vitest';
import { match, type ScoredBags, score } from '../../bench/carb.ts';

/** "A | does | B" as bags of words. */
function bags(line: string, confidence = 1): ScoredBags {
  const [first = [], relation = [], rest = []] = line
    .split('|')
    .map((part) => part.split(' ').filter((word) => word !== ''));
  return { first, relation, rest, confidence };
}

describe('match', () => {
  it('counts words of each part, and nothing where the relations share none', () => {
    expect(match(bags('Mara | met | Tomas Reyl'), bags('Mara | met | Tomas'))).toEqual([1, 0.75]);
    expect(match(bags('Mara | met | Tomas'), bags('Mara | saw | Tomas'))).toEqual([0, 0]);
  });

  it('lets the arguments of saying change places', () => {
    expect(match(bags('Mara | said | yes'), bags('yes | said | Mara'))[0]).toBe(1);
    expect(match(bags('Mara | saw | Tomas'), bags('Tomas | saw | Mara'))[0]).toBeCloseTo(1 / 3);
  });
});

describe('score', () => {
  it('lets one tuple answer for many gold ones in recall, and for one in precision', () => {
    const gold = [bags('Mara | met | Tomas'), bags('Mara | met | Reyl')];
    const { precision, recall } = score([{ gold, found: [bags('Mara | met | Tomas Reyl')] }]);
    expect(precision).toBeCloseTo(0.75);
    expect(recall).toBe(1);
  });

  it('takes the threshold of confidence with the best F1', () => {
    const gold = [bags('Mara | met | Tomas')];
    const found = [bags('Mara | met | Tomas', 0.9), bags('Tomas | left | Varna', 0.2)];
    expect(score([{ gold, found }])).toMatchObject({ f1: 1, threshold: 0.9 });
  });
});
