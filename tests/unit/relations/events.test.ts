import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();
const CAST: Readonly<Record<string, NameLabel>> = {
  'Anna Keller': 'PER',
  'Peter Novak': 'PER',
  'Mara Ilves': 'PER',
  'Carl Orr': 'PER',
  Keller: 'PER',
  Norway: 'LOC',
  Norwegian: 'DEM',
  Denmark: 'LOC',
  Danish: 'DEM',
  Dane: 'DEM',
  Sweden: 'LOC',
  Tarn: 'LOC',
  Oslo: 'LOC',
  Vienna: 'LOC',
  Ankara: 'LOC',
  Washington: 'LOC',
  Greenpeace: 'ORG',
  Interpol: 'ORG',
  'Nordic Group': 'ORG',
  'European Commission': 'ORG',
  'World Cup': 'EVT',
};
const edgesOf = (text: string): string[] => readAndRelate(text, model, CAST).edges;

const says: [text: string, edge: string][] = [
  // happenings whose doer stands in a participle, in a passive or before "-led"
  ['Negotiations conducted by Norway with Denmark ended on Monday.', 'Norway → negotiated_with → Denmark'],
  ['Talks were held by Anna Keller with Peter Novak in Vienna.', 'Anna Keller → met → Peter Novak'],
  ['The Danish-led invasion of Norway toppled Peter Novak.', 'Denmark → attacked → Norway'],
  ['Norway is one of the founders of Greenpeace.', 'Norway → founded → Greenpeace'],
  ['Anna Keller is among the founders of Greenpeace.', 'Anna Keller → founded → Greenpeace'],
  ['Greenpeace has renewed trade sanctions on Danish timber.', 'Greenpeace → sanctioned → Denmark'],
  ['Peter Novak was jailed for the murder of Anna Keller.', 'Peter Novak → killed → Anna Keller'],
  ['Anna Keller was involved in the murder of Peter Novak.', 'Anna Keller → killed → Peter Novak'],
  ['Norway celebrated after its victory over Denmark.', 'Norway → defeated → Denmark'],
  // who does what the infinitive says
  ['It will take two hours for Anna Keller to reach Norway.', 'Anna Keller → reach → Norway'],
  ['Anna Keller called for Norway to leave Greenpeace.', 'Anna Keller → asked → Norway'],
  ['Anna Keller left for Norway to meet Peter Novak.', 'Anna Keller → met → Peter Novak'],
  // those who come along
  ['Norway, together with Denmark, condemned Sweden.', 'Denmark → criticized → Sweden'],
  ['Norway is part of the Nordic Group along with Denmark and Sweden.', 'Sweden → part_of → Nordic Group'],
  ['Interpol arrested Peter Novak along with Carl Orr.', 'Interpol → arrested → Carl Orr'],
  ['Anna Keller visited Norway, accompanied by Peter Novak.', 'Peter Novak → accompany → Anna Keller'],
  // relative clauses that the parser hangs elsewhere
  ['A man in Tarn province, which borders Norway, died.', 'Tarn → border → Norway'],
  ['The ball went to Anna Keller, who beat Peter Novak.', 'Anna Keller → defeated → Peter Novak'],
  // seats
  ['Trade negotiators from Norway, Denmark and Sweden met in Vienna.', 'Norway → met → Sweden'],
  ['Anna Keller will meet her counterparts from Norway and Denmark in Vienna.', 'Anna Keller → met → Denmark'],
  // subjects
  ['President of Norway, Anna Keller visited Denmark on Friday.', 'Anna Keller → visited → Denmark'],
  ['Norwegian President-elect Anna Keller has arrived in Denmark Tuesday.', 'Anna Keller → visited → Denmark'],
  [
    'According to the Euronews site in Oslo, European Commission President Anna Keller expressed concern over the arrest and reminded Norway of its commitment.',
    'Anna Keller → asked → Norway',
  ],
  [
    'Peter Novak, who was sacked as mayor on May 3 by President Anna Keller, left.',
    'Anna Keller → dismissed → Peter Novak',
  ],
  ["Norway's ambassador to Denmark, Prince Peter Novak, has left Vienna.", 'Peter Novak → left → Vienna'],
  ['The violence came as Anna Keller visited Norway.', 'Anna Keller → visited → Norway'],
  ['Norwegian troops attacked Denmark.', 'Norway → attacked → Denmark'],
  ['Norwegian troops killed two Greenpeace militants.', 'Norway → attacked → Greenpeace'],
  ['Norway is willing to invite officials from Greenpeace.', 'Norway → invited → Greenpeace'],
  // journeys, races and what they hold
  ["Anna Keller's tour also included stops in Denmark, Sweden and Norway.", 'Anna Keller → visited → Sweden'],
  ["Anna Keller's visit to Norway began with a meeting with Peter Novak.", 'Anna Keller → met → Peter Novak'],
  ['Anna Keller visited troops in Norway and Denmark.', 'Anna Keller → visited → Denmark'],
  [
    'Peter Novak is locked in a tight race with Prime Minister Anna Keller.',
    'Peter Novak → competed_with → Anna Keller',
  ],
  ['President Peter Novak of Norway has undergone surgery in Denmark.', 'Peter Novak → visited → Denmark'],
  ['Norway will take part in the contest, dubbed World Cup.', 'Norway → attended → World Cup'],
  ['Interpol has denied the appeal by Anna Keller.', 'Interpol → rejected → Anna Keller'],
  ['Norway has accused Peter Novak in the bombing of a Danish airliner.', 'Peter Novak → attacked → Denmark'],
  [
    'In an interview with Greenpeace Sunday, Anna Keller called Norway a threat.',
    'Greenpeace → spoke_with → Anna Keller',
  ],
  [
    'Anna Keller renewed her invitation to Peter Novak to undertake a visit to Norway.',
    'Peter Novak → visited → Norway',
  ],
  ['Anna Keller received a telephone call from Peter Novak.', 'Anna Keller → spoke_with → Peter Novak'],
  ["Anna Keller has been named as Peter Novak's successor.", 'Anna Keller → succeeded → Peter Novak'],
  ['Anna Keller led the Norwegian delegation at the talks.', 'Anna Keller → represents → Norway'],
  ['Anna Keller attended a meeting of the Nordic Group.', 'Anna Keller → attended → Nordic Group'],
  ['Anna Keller was taken to Oslo before being transferred to Vienna.', 'Anna Keller → visited → Vienna'],
  [
    'Peter Novak condemned the attacks in a cable sent to Prime Minister Anna Keller.',
    'Peter Novak → spoke_with → Anna Keller',
  ],
  [
    'Peter Novak called for ties between Denmark and Norway following a meeting with Anna Keller.',
    'Peter Novak → met → Anna Keller',
  ],
  [
    'Anna Keller will outline a plan to tackle crime during a visit Wednesday to the western state of Tarn.',
    'Anna Keller → visited → Tarn',
  ],
  ['Anna Keller became a supporter of Peter Novak.', 'Anna Keller → supported → Peter Novak'],
  [
    'Anna Keller met earlier in the day with her Norwegian and Danish counterparts, Peter Novak and Carl Orr.',
    'Anna Keller → met → Carl Orr',
  ],
  [
    'The Nordic Group yesterday kept alive its hopes with a victory over Interpol.',
    'Nordic Group → defeated → Interpol',
  ],
  ['Interpol beat champions the Nordic Group on Sunday.', 'Interpol → defeated → Nordic Group'],
  ['Norway and Denmark are working together on a plan.', 'Norway → cooperated_with → Denmark'],
  ['Peter Novak was removed from office by Anna Keller.', 'Anna Keller → dismissed → Peter Novak'],
  ['Norway posted victories over Sweden and Denmark.', 'Norway → defeated → Denmark'],
  // things that change hands, and titles
  ['Anna Keller got a pass from Peter Novak.', 'Anna Keller → receive_from → Peter Novak'],
  ['Anna Keller kicked the ball to Peter Novak.', 'Anna Keller → kick_to → Peter Novak'],
  ['Norway won the World Cup title on Sunday.', 'Norway → win → World Cup'],
];

const not: [text: string, edge: string][] = [
  ['Director Anna Keller of Greenpeace visited Vienna.', 'Greenpeace → visited → Vienna'],
  // what only tells when and where is another's
  ['Anna Keller spoke after the arrest of Peter Novak.', 'Anna Keller → arrested → Peter Novak'],
  ['Anna Keller was wounded in the attack on Norway.', 'Anna Keller → attacked → Norway'],
  ['Anna Keller was hurt during the protests against Denmark.', 'Anna Keller → protested_against → Denmark'],
  ['Norway apologised after criticism of Denmark.', 'Norway → criticized → Denmark'],
  ['The Danish-backed attack on Norway failed.', 'Denmark → attacked → Norway'],
  ['Anna Keller left for Norway to meet Peter Novak.', 'Norway → met → Peter Novak'],
  ['He asked Anna Keller and Peter Novak to speak.', 'Anna Keller → spoke_with → Peter Novak'],
  ['Anna Keller and Peter Novak spoke at the rally.', 'Anna Keller → spoke_with → Peter Novak'],
  ['President of Norway, Anna Keller visited Denmark on Friday.', 'Norway → visited → Denmark'],
  ['It was banned by Ankara, Washington, and other allies.', 'Ankara → located_in → Washington'],
  ['Norway is part of the Nordic Group along with Denmark and has visited Sweden.', 'Denmark → visited → Sweden'],
  ['The lawyer of Peter Novak, who met Carl Orr, left.', 'Peter Novak → met → Carl Orr'],
  ["Norway's ambassador to Denmark, Prince Peter Novak, has left Vienna.", 'Norway → left → Vienna'],
  ['Norway has accused Peter Novak in the bombing of a Danish airliner.', 'Norway → attacked → Denmark'],
  ['Ten men enter Norway from Denmark.', 'Norway → enter_from → Denmark'],
  ['Norway expelled diplomats from Denmark.', 'Norway → expelled → Denmark'],
  [
    'Anna Keller renewed her invitation to Peter Novak to undertake a visit to Norway.',
    'Anna Keller → visited → Norway',
  ],
  ['Anna Keller led the Norwegian delegation at the talks.', 'Anna Keller → leads → Norway'],
  ["Norway's best signing was attacking midfielder Peter Novak.", 'Norway → attacked → Peter Novak'],
  ['The crew of an Oslo-based ship rescued Peter Novak.', 'Oslo → aided → Peter Novak'],
  ['Anna Keller spotted a boat next to Peter Novak.', 'Anna Keller → spot_to → Peter Novak'],
  ['Anna Keller met with the founder of Greenpeace.', 'Anna Keller → founded → Greenpeace'],
  ['Anna Keller spoke with critics of Peter Novak.', 'Anna Keller → criticized → Peter Novak'],
  ['Anna Keller was arrested with members of Greenpeace.', 'Anna Keller → member_of → Greenpeace'],
  ['The Dane beat Peter Novak on Sunday.', 'Denmark → defeated → Peter Novak'],
  ['Norway launched a rocket carrying Peter Novak.', 'Norway → carry → Peter Novak'],
  ["Anna Keller found a rare hole in Norway's defence.", 'Anna Keller → supported → Norway'],
  ['Anna Keller removed Peter Novak from the courtroom.', 'Anna Keller → dismissed → Peter Novak'],
  ['Anna Keller called Peter Novak on Tuesday to congratulate Carl Orr.', 'Peter Novak → praised → Carl Orr'],
  ['Peter Novak is quoted in Oslo as saying that it will rain.', 'Peter Novak → quote_in → Oslo'],
  ['Sadly for Peter Novak, Norway has banned the boats.', 'Norway → ban_for → Peter Novak'],
  ['Anna Keller hopes to form a Danish government.', 'Anna Keller → form → Denmark'],
  ['Anna Keller wrote the guide to Peter Novak.', 'Anna Keller → write_to → Peter Novak'],
];

describe('what happens between those whom a text names', () => {
  for (const [text, edge] of says) it(`finds "${edge}" in "${text}"`, () => expect(edgesOf(text)).toContain(edge));
  for (const [text, edge] of not)
    it(`does not find "${edge}" in "${text}"`, () => expect(edgesOf(text)).not.toContain(edge));
});
