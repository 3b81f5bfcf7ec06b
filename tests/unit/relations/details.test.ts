import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();
const CAST: Readonly<Record<string, NameLabel>> = {
  'Anna Keller': 'PER',
  'Peter Novak': 'PER',
  Norway: 'LOC',
  Denmark: 'LOC',
  Oslo: 'LOC',
};
const statement = (text: string, edge: string) => readAndRelate(text, model, CAST).of(edge);

describe('what qualifies a statement', () => {
  const cases: [text: string, edge: string, details: string | undefined][] = [
    ['Peter Novak met Anna Keller at a harbour in May.', 'Peter Novak → met → Anna Keller', 'at a harbour'],
    ['Norway defeated Denmark in the final.', 'Norway → defeated → Denmark', 'in the final'],
    ['Peter Novak met Anna Keller in Oslo.', 'Peter Novak → met → Anna Keller', undefined],
    ['Peter Novak met Anna Keller on Monday.', 'Peter Novak → met → Anna Keller', undefined],
  ];
  for (const [text, edge, details] of cases)
    it(`is ${details === undefined ? 'nothing' : `"${details}"`} in "${text}"`, () => {
      expect(statement(text, edge).details).toBe(details);
    });

  it('tells the office of whom someone appoints, and whose it is', () => {
    const { role, roleOf, details } = statement(
      'Norway named Anna Keller as prime minister.',
      'Norway → appointed → Anna Keller',
    );
    expect({ role, roleOf, details }).toEqual({ role: 'prime minister', roleOf: 'object', details: undefined });
  });
});
