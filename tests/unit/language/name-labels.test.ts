import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestStates,
  type LabelledSpan,
  labelOf,
  OUTSIDE,
  STATES,
  spansOf,
  statesOf,
} from '../../../src/language/name-labels.ts';
import { NAME_LABELS } from '../../../src/language/sentence.ts';

const spans = fc
  .array(fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 4 }), label: fc.constantFrom(...NAME_LABELS) }))
  .map((pieces) => {
    let at = 0;
    const all = pieces.map(({ gap, length, label }): LabelledSpan => {
      const from = at + gap;
      at = from + length;
      return { from, to: at, label };
    });
    return { spans: all, length: at + 1 };
  });

describe('states of names', () => {
  it('gives back every list of names that was put into states', () => {
    fc.assert(
      fc.property(spans, ({ spans: written, length }) => {
        expect(spansOf(statesOf(written, length))).toEqual(written);
      }),
    );
  });

  it('chooses the states that score best, one name ended before the next begins', () => {
    const scores = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: STATES, maxLength: STATES });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 6 }), (rows) => {
        const states = bestStates(Float64Array.from(rows.flat()), rows.length, new Float64Array(STATES * STATES));
        expect(statesOf(spansOf(states), rows.length)).toEqual(states);
      }),
    );
  });

  it('follows the transitions where the words leave the choice', () => {
    const transitions = new Float64Array(STATES * STATES);
    transitions[OUTSIDE * STATES + 4] = 1; // a name of one word under the first label
    expect(spansOf(bestStates(new Float64Array(STATES), 1, transitions))).toEqual([
      { from: 0, to: 1, label: NAME_LABELS[0] },
    ]);
  });

  it('never gives a masked label', () => {
    const emissions = new Float64Array(3 * STATES).fill(1);
    for (let i = 0; i < 3; i++) emissions[i * STATES] = 0;
    const masked = NAME_LABELS.map((_, i) => i).slice(1);
    const states = bestStates(emissions, 3, new Float64Array(STATES * STATES), masked);
    expect([...states].map(labelOf).every((label) => label <= 0)).toBe(true);
  });
});
