import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();

interface Story {
  about: string;
  text: string;
  cast: Readonly<Record<string, NameLabel>>;
  says: readonly string[];
  not: readonly string[];
}

/** Whole stories: what a careful reader draws from them, and what only a hasty one would. */
const STORIES: readonly Story[] = [
  {
    about: 'a state visit',
    text: `Moldovan President Irena Lupu arrived in Turkey on Tuesday for two days of talks with Turkish Prime Minister Kemal Aydin. Lupu will meet Defence Minister Osman Yildiz on Wednesday before flying to Brussels, where she is expected to address reporters. Aydin thanked Moldova for sheltering Turkish citizens during the floods and urged the European Union to speed up visa talks. The Russian Foreign Ministry summoned Ambassador Pavel Rotaru. Moscow is the capital of Russia. Opposition leader Viktor Stan of the Unity Party criticised the trip. Turkey joined NATO in 1952.`,
    cast: {
      'Irena Lupu': 'PER',
      Lupu: 'PER',
      'Kemal Aydin': 'PER',
      Aydin: 'PER',
      'Osman Yildiz': 'PER',
      'Pavel Rotaru': 'PER',
      'Viktor Stan': 'PER',
      Moldovan: 'DEM',
      Turkish: 'DEM',
      Moldova: 'LOC',
      Turkey: 'LOC',
      Brussels: 'LOC',
      Moscow: 'LOC',
      Russia: 'LOC',
      'European Union': 'ORG',
      'Russian Foreign Ministry': 'ORG',
      'Unity Party': 'ORG',
      NATO: 'ORG',
    },
    says: [
      'Irena Lupu → leads → Moldova',
      'Kemal Aydin → leads → Turkey',
      'Irena Lupu → visited → Turkey',
      'Irena Lupu → met → Kemal Aydin',
      'Irena Lupu → met → Osman Yildiz',
      'Kemal Aydin → praised → Moldova',
      'Kemal Aydin → asked → European Union',
      'Russian Foreign Ministry → part_of → Russia',
      'Viktor Stan → member_of → Unity Party',
      'Turkey → member_of → NATO',
    ],
    not: ['Viktor Stan → leads → Turkey', 'Moldova → aided → Turkey', 'Turkey → visited → Moldova'],
  },
  {
    about: 'a deal between companies',
    text: `Northgate Systems said on Monday it had agreed to buy a rival. Northgate chief executive Diane Fuller said the deal would be completed in April. Northgate appointed Susan Park as chief financial officer in January. Fuller, who previously worked at Intel, succeeded founder Walter Northgate in 2001. Orbit Telecom, a subsidiary of Vodalink, sued Northgate last year over patents. Union leader Kees Bakker warned Northgate against cutting jobs and said he would meet Fuller in London next week.`,
    cast: {
      'Northgate Systems': 'ORG',
      Northgate: 'ORG',
      'Diane Fuller': 'PER',
      Fuller: 'PER',
      'Susan Park': 'PER',
      'Walter Northgate': 'PER',
      'Orbit Telecom': 'ORG',
      Vodalink: 'ORG',
      Intel: 'ORG',
      'Kees Bakker': 'PER',
      London: 'LOC',
    },
    says: [
      'Diane Fuller → leads → Northgate Systems',
      'Northgate Systems → appointed → Susan Park',
      'Diane Fuller → works_for → Intel',
      'Diane Fuller → succeeded → Walter Northgate',
      'Orbit Telecom → accused → Northgate Systems',
      'Kees Bakker → warned → Northgate Systems',
    ],
    not: [
      'Walter Northgate → appointed → Susan Park',
      'Vodalink → accused → Northgate Systems',
      'Kees Bakker → warned → Walter Northgate',
    ],
  },
];

describe('whole stories', () => {
  for (const { about, text, cast, says, not } of STORIES)
    it(`reads ${about} as a careful reader does`, () => {
      const { edges } = readAndRelate(text, model, cast);
      expect(says.filter((edge) => !edges.includes(edge))).toEqual([]);
      expect(edges.filter((edge) => not.includes(edge))).toEqual([]);
    });
});
