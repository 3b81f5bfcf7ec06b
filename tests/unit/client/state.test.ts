import { describe, expect, it } from 'vitest';
import { actionOf } from '../../../client/src/screen/actions.ts';
import { merge } from '../../../client/src/state/network.ts';
import { cameIn, emptyScene, seen } from '../../../client/src/state/scene.ts';
import { step } from '../../../client/src/state/walk.ts';
import { articleName, count, dateWords, relationWords } from '../../../client/src/state/words.ts';
import { network, serialized } from './network.ts';

describe('merge', () => {
  it('tells which nodes are new and leaves the others where they are', () => {
    const graph = network('ada met ben');
    graph.mergeNodeAttributes('ada', { x: 7, y: 8 });
    expect(merge(graph, serialized('ada met ben', 'ben met cem'))).toEqual(['cem']);
    expect(graph.getNodeAttributes('ada')).toMatchObject({ x: 7, y: 8 });
    expect(graph.order).toBe(3);
  });

  it('changes nothing when the same answer comes twice', () => {
    const graph = network('ada met ben', 'ada praised ben');
    const before = graph.export();
    expect(merge(graph, serialized('ada met ben', 'ada praised ben'))).toEqual([]);
    expect(graph.export()).toEqual(before);
  });
});

describe('the scene', () => {
  it('marks what came in until it was looked at', () => {
    const grown = cameIn(emptyScene, ['ada', 'ben']);
    expect([...seen(grown, ['ada']).fresh]).toEqual(['ben']);
    expect(seen(grown, ['cem'])).toBe(grown);
  });
});

describe('step', () => {
  const places = [
    { key: 'near above', x: 5, y: -20 },
    { key: 'far above', x: 0, y: -90 },
    { key: 'right', x: 50, y: 4 },
  ];
  it('goes to the nearest that lies that way', () => {
    expect(step({ x: 0, y: 0 }, 'up', places)).toBe('near above');
    expect(step({ x: 0, y: 0 }, 'right', places)).toBe('right');
  });
  it('goes nowhere when nothing lies that way', () => {
    expect(step({ x: 0, y: 0 }, 'left', places)).toBeNull();
  });
});

describe('words', () => {
  it('says dates as a newspaper does, as precisely as they are given', () => {
    expect(['2023-10-09', '2023-09', '2023', '2023-09-01/2023-09-13', 'soon'].map(dateWords)).toEqual([
      '9 Oct 2023',
      'Sep 2023',
      '2023',
      '1 Sep 2023 – 13 Sep 2023',
      'soon',
    ]);
  });
  it('says relation types and numbers as words', () => {
    expect(relationWords('sold_to')).toBe('sold to');
    expect([count(1, 'entity', 'entities'), count(2310, 'entity', 'entities')]).toEqual(['1 entity', '2,310 entities']);
  });
  it('names an article by title, source or day', () => {
    expect(articleName({ title: null, source: null, date: '2024-03-08' })).toBe('Article of 8 Mar 2024');
    expect(articleName({ title: null, source: 'The Varna Post', date: null })).toBe('The Varna Post');
  });
});

describe('actionOf', () => {
  const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) =>
    actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })?.name;
  it('knows the keys, with and without Shift', () => {
    expect([press('/'), press('k', { ctrlKey: true }), press('h'), press('H'), press('?')]).toEqual([
      'search',
      'search',
      'hide',
      'hide-others',
      'keys',
    ]);
  });
  it('tells undo from redo by Shift', () => {
    expect([press('z', { ctrlKey: true }), press('Z', { ctrlKey: true, shiftKey: true })]).toEqual(['undo', 'redo']);
  });
  it("leaves the browser's keys alone", () => {
    expect([press('h', { ctrlKey: true }), press('f', { ctrlKey: true }), press('e', { altKey: true })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
