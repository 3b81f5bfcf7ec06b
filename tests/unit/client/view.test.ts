import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expansionOf, Scope, wordOf } from '../../../client/src/state/expansion.ts';
import { advance, amend, begin, redo, undo } from '../../../client/src/state/history.ts';
import { addressOf, EMPTY_VIEW, type ViewState, viewOf } from '../../../client/src/state/viewState.ts';

describe('the address of a view', () => {
  it('is empty for the empty view', () => {
    expect(addressOf(EMPTY_VIEW)).toBe('');
    expect(viewOf('')).toEqual(EMPTY_VIEW);
  });

  it('can be read', () => {
    const view: ViewState = {
      ...EMPTY_VIEW,
      nodes: ['person:mara-ilves', 'place:varna'],
      types: ['event'],
      confidence: 65,
      pinned: [{ node: 'place:varna', x: 12.4, y: -3 }],
      around: ['person:mara-ilves'],
      depth: 2,
    };
    expect(addressOf(view)).toBe(
      '?node=person:mara-ilves,place:varna&without=event&sure=65&pin=place:varna@12_-3&around=person:mara-ilves&depth=2',
    );
  });

  it('leads back to the same view, whatever stands in it', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 });
    const place = fc.integer({ min: -9999, max: 9999 });
    const views = fc.record({
      nodes: keys,
      hidden: keys,
      relations: keys,
      sources: keys,
      edge: fc.option(fc.string({ minLength: 1 })),
      since: fc.option(fc.constantFrom('2024', '2024-03', '2024-03-08')),
      undated: fc.boolean(),
      pinned: fc.array(fc.record({ node: fc.string({ minLength: 1 }), x: place, y: place }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(views, (part) => {
        const view = { ...EMPTY_VIEW, ...part };
        expect(viewOf(addressOf(view))).toEqual(view);
      }),
    );
  });

  it('never fails to be read, and leaves out what it does not know', () => {
    fc.assert(fc.property(fc.string(), (query) => viewOf(query) !== undefined));
    expect(viewOf('?depth=9&without=dragon&size=huge&sure=-4&utm=x')).toEqual({ ...EMPTY_VIEW, depth: 3 });
  });

  it('leaves its longest part out where it would be too long', () => {
    const hidden = Array.from({ length: 100 }, (_, i) => `person:number-${i}`);
    expect(addressOf({ ...EMPTY_VIEW, hidden, nodes: ['place:varna'] }, 200)).toBe('?node=place:varna');
  });
});

describe('the history of a view', () => {
  it('goes back and forth, and forgets what was undone when something new comes', () => {
    const two = advance(advance(begin(0), 1), 2);
    expect(undo(two).present).toBe(1);
    expect(redo(undo(two))).toEqual(two);
    expect(redo(advance(undo(two), 3)).present).toBe(3);
    expect(undo(begin(0))).toEqual(begin(0));
  });

  it('goes over steps in one that went on with each other', () => {
    expect(undo(amend(amend(advance(begin(0), 1), 2), 3)).present).toBe(0);
  });
});

describe('an expansion', () => {
  it('is a word that leads back to it', () => {
    const all = [
      { around: 'person:mara-ilves' },
      { around: 'person:mara-ilves', type: 'works_for' },
      { around: 'place:varna', depth: 3 },
      { between: ['person:mara-ilves', 'person:tomas-reyl'] },
    ];
    expect(all.map(wordOf).map(expansionOf)).toEqual(all);
  });

  it('keeps nodes in the picture as long as its word is in force', () => {
    const scope = new Scope();
    scope.open(['a']);
    scope.bring('a', ['a', 'b']);
    expect(['a', 'b'].filter(scope.under([]))).toEqual(['a']);
    expect(['a', 'b'].filter(scope.under(['a']))).toEqual(['a', 'b']);
  });
});
