import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import type { Modality } from '../../../src/ontology.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();
const CAST: Readonly<Record<string, NameLabel>> = {
  'Anna Keller': 'PER',
  'Peter Novak': 'PER',
  Keller: 'PER',
  Norway: 'LOC',
  Norwegian: 'DEM',
  Danish: 'DEM',
  Dane: 'DEM',
  Denmark: 'LOC',
  Sweden: 'LOC',
  Oslo: 'LOC',
  Vienna: 'LOC',
  Salburg: 'LOC',
  Tarn: 'LOC',
  Novak: 'PER',
  'Quill House': 'ORG',
  'Varna Bank': 'ORG',
  'Carl Orr': 'PER',
};
const edgesOf = (text: string): string[] => readAndRelate(text, model, CAST).edges;

/** What a hasty reader would take from a text, and must not be there. */
const not: [text: string, edge: string][] = [
  [
    'Norway is at war. Norway sent troops. Norway lost. Danish forces left Norway. President Keller spoke on Monday.',
    'Keller → leads → Norway',
  ],
  [
    'Denmark fell. Anna Keller and her Danish counterpart, Peter Novak, attended the ceremony in Oslo.',
    'Denmark → attend_in → Oslo',
  ],
  ["Norway's foreign minister left. Danish Foreign Minister Peter Novak stayed.", 'Peter Novak → works_for → Norway'],
  ["Norway's foreign minister left. Journalist Peter Novak said it was time.", 'Peter Novak → works_for → Norway'],
  ["Norway's foreign minister met Anna Keller. Peter Novak said it was time.", 'Peter Novak → works_for → Norway'],
  ['Anna Keller is in Vienna, holding talks with Denmark.', 'Vienna → met → Denmark'],
  ['The bomb hit the eastern Vienna district of Tarn.', 'Vienna → located_in → Tarn'],
  ['The Varna Bank director for Sweden, Anna Keller, left.', 'Anna Keller → leads → Sweden'],
  ['Flu was found in Tarn, Sweden, and Norway.', 'Tarn → located_in → Sweden'],
  ['Danish-born militant leader Anna Keller left. Denmark is small.', 'Anna Keller → leads → Denmark'],
  ['Norwegian President Anna Keller says her government will aid Denmark.', 'Anna Keller → aided → Denmark'],
  ['Varna Bank chief executive Anna Keller and President Peter Novak met.', 'Peter Novak → leads → Varna Bank'],
  ['Varna Bank chief executive Anna Keller and actor Peter Novak met.', 'Peter Novak → works_for → Varna Bank'],
  ['Anna Keller is set to release an autobiography entitled Norway.', 'Anna Keller → entitle → Norway'],
  ['After talks in Vienna, Denmark said it would pay.', 'Vienna → located_in → Denmark'],
  ['Norway was told. Its Oslo correspondent, Anna Keller, is missing.', 'Anna Keller → works_for → Oslo'],
  [
    'Anna Keller called for tens of thousands of Danes to protest against Norway.',
    'Anna Keller → protested_against → Norway',
  ],
  ['Denmark beat third-ranked Norway on Monday.', 'Denmark → rank → Norway'],
  ['Norway promised to discourage its citizens from travelling to Denmark.', 'Norway → visited → Denmark'],
  ['Anna Keller told Peter Novak to meet President Holm of Norway in Oslo.', 'Anna Keller → visited → Oslo'],
  ['Peter Novak met a delegation of Norway headed by Anna Keller.', 'Anna Keller → leads → Norway'],
  ['Anna Keller, director of the Oslo office of Quill House, left.', 'Anna Keller → leads → Oslo'],
  ['Danish refugees who reach Norway may stay. Denmark is silent.', 'Denmark → visited → Norway'],
  ["It happened in Norway's western province of Salburg.", 'Norway → part_of → Salburg'],
  ['Anna Keller is to meet leaders in storm hit Vienna before travelling to Oslo.', 'Anna Keller → attacked → Vienna'],
  ['A jury in the Norway state of Tarn met.', 'Norway → located_in → Tarn'],
  ['The Danish company sued Norway.', 'Denmark → accused → Norway'],
  ['Varna Bank bought the Danish firm.', 'Varna Bank → acquired → Denmark'],
  ['Troops searched the Tarn district of Salburg province.', 'Salburg → located_in → Tarn'],
  ['Troops searched the Tarn port of Salburg.', 'Tarn → located_in → Salburg'],
  ['In Oslo, Norway officials met Peter Novak.', 'Oslo → located_in → Norway'],
  ["Peter Novak opposes Norway's Microsoft membership.", 'Microsoft → part_of → Norway'],
  ['The conflict between Denmark and Norway ally Sweden went on.', 'Denmark → fought → Norway'],
  ['Anna Keller decided to withdraw Norway from Denmark.', 'Anna Keller → left → Denmark'],
  ['Danish forces entered the town of Oslo on Monday. Denmark was silent.', 'Denmark → visited → Oslo'],
  ['Denmark signed the striker Peter Novak from Norway on Monday.', 'Peter Novak → lives_in → Norway'],
  ['Denmark on Friday launched its Novak probe from Oslo.', 'Novak → works_for → Denmark'],
  ['Lady Keller from Quill House.', 'Keller → works_for → Quill House'],
  ['Anna Keller recommended the composer to her publisher, Quill House.', 'Anna Keller → owns → Quill House'],
  ['Anna Keller, whose chairman, Peter Novak, resigned, left Norway.', 'Peter Novak → left → Norway'],
  ['Anna Keller played the Novak of her day in Vienna.', 'Anna Keller → competed_with → Novak'],
  ['Anna Keller played a role in the campaign of Norway.', 'Anna Keller → competed_with → Norway'],
  ['Anna Keller spoke for her close Quill House ally, Peter Novak.', 'Anna Keller → leads → Quill House'],
  ['Peter Novak met a Danish-Norwegian banker.', 'Peter Novak → met → Norway'],
  ['Anna Keller was born in Oslo, Norway, Sweden.', 'Anna Keller → born_in → Sweden'],
  ['Peter Novak spoke of five Danish towns Vienna had heard of.', 'Vienna → located_in → Denmark'],
  ['Anna Keller and Peter Novak spoke to reporters in Oslo.', 'Anna Keller → spoke_with → Peter Novak'],
  ['Rain stopped the match between Norway and Denmark in Oslo.', 'Denmark → located_in → Oslo'],
  ['Danish rebel leader Anna Keller left. Denmark was glad.', 'Anna Keller → leads → Denmark'],
  ['Quill House praised Keller for its medal and Senator Novak for his work.', 'Novak → member_of → Quill House'],
  ['The choir began as the Danish branch of Quill House. Denmark was glad.', 'Denmark → part_of → Quill House'],
  ["The first performance of Keller's works was in Oslo.", 'Keller → visited → Oslo'],
  ['Ministers of Norway, Sweden and Denmark on Tuesday signed a letter.', 'Norway → spoke_with → Sweden'],
];

/** What a careful reader takes from it. */
const says: [text: string, edge: string][] = [
  ['Anna Keller is to meet with Peter Novak in Oslo.', 'Anna Keller → met → Peter Novak'],
  ['Norwegian President Anna Keller and Prime Minister Peter Novak left.', 'Peter Novak → leads → Norway'],
  ['Anna Keller praised the orchards of Norway.', 'Anna Keller → praised → Norway'],
  ['Anna Keller, director of the Oslo office of Varna Bank, left.', 'Anna Keller → leads → Varna Bank'],
  ['Norway met President Anna Keller and Senator Peter Novak in Oslo.', 'Norway → met → Peter Novak'],
  ['Norway met President Anna Keller and Senator Peter Novak in Oslo.', 'Norway → met → Anna Keller'],
  ['Anna Keller is the daughter of Carl Orr and Peter Novak.', 'Anna Keller → relative_of → Peter Novak'],
  ['Anna Keller rejected a Norwegian apology for the incident.', 'Anna Keller → rejected → Norway'],
  ['A delegation led by Anna Keller arrived in Oslo. The delegation visited Vienna.', 'Anna Keller → visited → Oslo'],
  ['A delegation led by Anna Keller arrived in Oslo. The delegation visited Vienna.', 'Anna Keller → visited → Vienna'],
  ['Quill House received a letter from Anna Keller to Peter Novak.', 'Anna Keller → spoke_with → Peter Novak'],
  ['Anna Keller told Peter Novak to visit Oslo.', 'Peter Novak → visited → Oslo'],
  ['Varna Bank, founded in 2014 by Anna Keller, owns Quill House.', 'Anna Keller → founded → Varna Bank'],
  ['Varna Bank, founded in 2014 by Anna Keller, owns Quill House.', 'Varna Bank → owns → Quill House'],
  [
    'Denmark fell. Anna Keller and her Danish counterpart, Peter Novak, met in Oslo.',
    'Anna Keller → met → Peter Novak',
  ],
  ['Troops searched the Tarn district of Salburg province.', 'Tarn → located_in → Salburg'],
  ['Troops searched the Tarn port of Salburg.', 'Salburg → located_in → Tarn'],
  ['Peter Novak was in Tarn, Salburg, Norway for a week.', 'Tarn → located_in → Salburg'],
  ['The conflict between Denmark and Norway ally Sweden went on.', 'Denmark → fought → Sweden'],
  ['Anna Keller decided to withdraw Norway from Denmark.', 'Norway → left → Denmark'],
  ['Its founder, teacher Anna Keller, accused Denmark of hiding a safety report.', 'Anna Keller → accused → Denmark'],
  ['Anna Keller is due to travel to Oslo in March.', 'Anna Keller → visited → Oslo'],
  ['Anna Keller arrived in Oslo for two days of talks with Peter Novak.', 'Anna Keller → met → Peter Novak'],
  ['Anna Keller, the Danish novelist who wrote it, died. Denmark mourned.', 'Anna Keller → citizen_of → Denmark'],
  ["Peter Novak's wife, actress Anna Keller, wept in court.", 'Peter Novak → relative_of → Anna Keller'],
  ['Anna Keller lives in Vienna with her sister.', 'Anna Keller → lives_in → Vienna'],
  ['Anna Keller took over from Peter Novak in November.', 'Anna Keller → succeeded → Peter Novak'],
  [
    'Norway sent helicopters and President Anna Keller telephoned Peter Novak.',
    'Anna Keller → spoke_with → Peter Novak',
  ],
  ['Anna Keller visits Norway, Denmark and Sweden this week.', 'Anna Keller → visited → Denmark'],
  ['Anna Keller toured countries such as Norway and Sweden.', 'Anna Keller → visited → Sweden'],
  ['Varna Bank, whose chairman, Peter Novak, resigned, is in Oslo.', 'Peter Novak → leads → Varna Bank'],
  ["Anna Keller's brother-in-law, Peter Novak, left Oslo on Monday.", 'Anna Keller → relative_of → Peter Novak'],
  ['Peter Novak and Anna Keller got married in Oslo.', 'Peter Novak → relative_of → Anna Keller'],
  ['Peter Novak met the Danish and Norwegian ministers.', 'Peter Novak → met → Norway'],
  ["The Danish envoy to Norway, Peter Novak, resigned. Denmark's king was told.", 'Peter Novak → envoy_to → Norway'],
  ['Anna Keller left. Her next stop will be Norway.', 'Anna Keller → visited → Norway'],
  ['Anna Keller accused Peter Novak of meeting with Norway.', 'Peter Novak → met → Norway'],
  ['Anna Keller spent the summer with her children in Norway.', 'Anna Keller → visited → Norway'],
  ['Anna Keller ended her Danish tour in Oslo. Denmark was glad.', 'Anna Keller → visited → Denmark'],
  ["Norway's oil-rich Salburg region was calm.", 'Salburg → located_in → Norway'],
  ['Peter Novak is a Danish linguist. Denmark is small.', 'Peter Novak → citizen_of → Denmark'],
  ['Anna Keller for Varna Bank, says it is late.', 'Anna Keller → works_for → Varna Bank'],
  ["It will not pardon Peter Novak's former chief of staff Anna Keller.", 'Anna Keller → works_for → Peter Novak'],
  ['Rain stopped the test between Norway and Denmark.', 'Norway → competed_with → Denmark'],
  ['Anna Keller picked Norway to defeat Denmark.', 'Norway → defeated → Denmark'],
  ['Sweden wants Norway to provide training and technical assistance to Denmark.', 'Norway → aided → Denmark'],
  ['Anna Keller is on her way to Norway.', 'Anna Keller → visited → Norway'],
  ['Norway confirmed a meeting with Danish officials. Denmark denied it.', 'Norway → met → Denmark'],
  ["Norway's king appointed Anna Keller as prime minister on Monday.", 'Anna Keller → leads → Norway'],
  ['Norwegian presidential candidate Anna Keller won. Norway was glad.', 'Anna Keller → citizen_of → Norway'],
  ['The wife of Mr. Novak, Anna Keller, called for calm.', 'Novak → relative_of → Anna Keller'],
  ["Norway's state-run natural gas monopoly, Varna Bank, is closed.", 'Varna Bank → part_of → Norway'],
  ["Norway's state oil firm (Varna Bank) is closed.", 'Varna Bank → part_of → Norway'],
  ['President Keller is a harsh critic of Norway.', 'Keller → criticized → Norway'],
  [
    'Danish President Anna Keller and Foreign Minister Peter Novak left. Denmark is small.',
    'Peter Novak → works_for → Denmark',
  ],
  ['Anna Keller is to meet with Danish President Peter Novak in Oslo.', 'Anna Keller → met → Peter Novak'],
  ["Norway was the last stop on Anna Keller's European tour.", 'Anna Keller → visited → Norway'],
  ['Norway has demanded that Peter Novak resign from his post.', 'Norway → asked → Peter Novak'],
  [
    'The Danish defence minister left. Defence Minister Peter Novak was ill. Denmark is small.',
    'Peter Novak → works_for → Denmark',
  ],
  [
    "Norway's ambassador to Denmark is calling for talks. Ambassador Peter Novak said so.",
    'Peter Novak → represents → Norway',
  ],
  ["Norway's culture minister says it is late. Anna Keller said it was time.", 'Anna Keller → works_for → Norway'],
  ['Norwegian police shot and killed Peter Novak. Norway is small.', 'Norway → killed → Peter Novak'],
  ['Anna Keller is in Vienna, holding talks with Denmark.', 'Anna Keller → met → Denmark'],
  ['The bomb hit the eastern Vienna district of Tarn.', 'Tarn → located_in → Vienna'],
  ['The Varna Bank director for Sweden, Anna Keller, left.', 'Anna Keller → leads → Varna Bank'],
  ['The Dane, Peter Novak, was held in Oslo. Denmark is small.', 'Peter Novak → citizen_of → Denmark'],
  ['Danish-born militant leader Anna Keller left. Denmark is small.', 'Anna Keller → born_in → Denmark'],
  ['Peter Novak is one of five Varna Bank officials who left.', 'Peter Novak → works_for → Varna Bank'],
  [
    'Norwegian President Anna Keller says her government will aid Denmark. Norway is small.',
    'Norway → aided → Denmark',
  ],
  ['Varna Bank chief executive Anna Keller and chairman Peter Novak resigned.', 'Peter Novak → leads → Varna Bank'],
  ['Peter Novak returned to his hometown of Salburg.', 'Peter Novak → lives_in → Salburg'],
  [
    'They named the suspect as Peter Novak, a 34-year-old Dane. Denmark is small.',
    'Peter Novak → citizen_of → Denmark',
  ],
  ['A Norwegian tribunal convicted Peter Novak of murder. Norway is small.', 'Norway → arrested → Peter Novak'],
  ["Norway's supreme leader Ayatollah Anna Keller left.", 'Anna Keller → leads → Norway'],
  ["Varna Bank's fugitive leader Mullah Peter Novak left.", 'Peter Novak → leads → Varna Bank'],
  ["Varna Bank's Oslo correspondent, Anna Keller, is missing.", 'Anna Keller → works_for → Varna Bank'],
  ['Norway Senator and presidential candidate Anna Keller left.', 'Anna Keller → works_for → Norway'],
  ["Norway's troops advanced toward the capital, Oslo.", 'Oslo → located_in → Norway'],
  ["Norway's troops are near the capital of Oslo.", 'Oslo → located_in → Norway'],
  ["They left Norway's ruined capital, Salburg.", 'Salburg → located_in → Norway'],
  ['Oil was found in the Tarn region of northern Norway.', 'Tarn → located_in → Norway'],
  ['Denmark beat third-ranked Norway on Monday.', 'Denmark → defeated → Norway'],
  ['Norway and Sweden cut off direct aid to Denmark.', 'Sweden → sanctioned → Denmark'],
];

/** Text, edge and its date; the article is of Thursday, 16 May 2024. */
const when: [text: string, edge: string, date: string][] = [
  ["They tell of Norway's 1990 invasion of Denmark.", 'Norway → attacked → Denmark', '1990'],
  [
    'This year was the worst since the Norwegian invasion of Denmark in 2001. Norway won.',
    'Norway → attacked → Denmark',
    '2001',
  ],
  [
    'They were held after the murder of Anna Keller in May of 2004 by Peter Novak.',
    'Peter Novak → killed → Anna Keller',
    '2004-05',
  ],
  ['Anna Keller told Norway of the plan Monday.', 'Anna Keller → spoke_with → Norway', '2024-05-13'],
  [
    'On Monday, Anna Keller visited Vienna, and Peter Novak visited Oslo.',
    'Peter Novak → visited → Oslo',
    '2024-05-13',
  ],
];

const meant: [text: string, edge: string, modality: Modality][] = [
  ['Anna Keller told reporters that Norway attacked Denmark.', 'Norway → attacked → Denmark', 'actual'],
  ['Anna Keller told Peter Novak to visit Denmark.', 'Peter Novak → visited → Denmark', 'planned'],
  ['Norway reached agreement on sanctions against Denmark.', 'Norway → sanctioned → Denmark', 'planned'],
  ['Anna Keller will fly to Oslo for talks with Peter Novak.', 'Anna Keller → met → Peter Novak', 'planned'],
  ['Anna Keller flew to Oslo for talks with Peter Novak.', 'Anna Keller → met → Peter Novak', 'actual'],
];

describe('careful reading', () => {
  for (const [text, edge, date] of when)
    it(`dates "${edge}" ${date} in "${text}"`, () => expect(readAndRelate(text, model, CAST).of(edge).date).toBe(date));
  for (const [text, edge, modality] of meant)
    it(`takes "${edge}" for ${modality} in "${text}"`, () =>
      expect(readAndRelate(text, model, CAST).of(edge).modality).toBe(modality));

  for (const [text, edge] of not)
    it(`does not find "${edge}" in "${text}"`, () => expect(edgesOf(text)).not.toContain(edge));
  for (const [text, edge] of says) it(`finds "${edge}" in "${text}"`, () => expect(edgesOf(text)).toContain(edge));

  it('takes a journey behind a plan for planned', () => {
    const said = readAndRelate('Anna Keller will meet Peter Novak before flying to Oslo.', model, CAST);
    expect(said.of('Anna Keller → visited → Oslo').modality).toBe('planned');
  });

  it('takes talks that are to be revived for planned', () => {
    const said = readAndRelate('Peace talks between Norway and Denmark are to be revived.', model, CAST);
    expect(said.statements.map(({ modality }) => modality)).toEqual(['planned']);
  });
});
