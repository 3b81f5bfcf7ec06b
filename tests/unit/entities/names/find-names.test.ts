import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../../../src/article/index.ts';
import { findNames } from '../../../../src/entities/names/index.ts';
import { NAME_LABELS, type NameSpan, type Token } from '../../../../src/language/sentence.ts';
import { parsed } from '../../../support/sentence.ts';

/** A sentence as the tokenizer would cut it, hyphens and all, with one name of the tagger's. */
function glued(text: string, name: Pick<NameSpan, 'from' | 'to' | 'label'>): Read {
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}]/gu)].map(
    ({ 0: form, index }, i): Token => ({
      start: index,
      end: index + form.length,
      form,
      upos: 'X',
      xpos: /^\p{Lu}/u.test(form) ? 'NNP' : form === '-' ? 'HYPH' : 'NN',
      lemma: form,
      head: i === 0 ? -1 : 0,
      relation: 'dep',
      margin: 1,
    }),
  );
  const scores = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0, [name.label]: 9 };
  const names: NameSpan[] = [{ ...name, scores }];
  return { article: makeArticle(text), sentences: [{ start: 0, end: text.length, tokens, names, kind: 'paragraph' }] };
}

const isRead = (written: string[] | [Read]): written is [Read] => typeof written[0] === 'object';
type Read = ReturnType<typeof parsed>;

/** "text: type" of every name found, with the country after an arrow. */
function found(...written: string[] | [Read]): string[] {
  const { article, sentences } = isRead(written) ? written[0] : parsed(...written);
  return findNames(article, sentences).map(
    ({ text, type, demonym, country }) =>
      `${text}: ${demonym ? 'demonym' : type}${country === undefined ? '' : ` → ${country}`}`,
  );
}

describe('where a name begins and ends', () => {
  it('keeps no rank in the name of a person, whatever the tagger called it', () => {
    expect(found(glued('They met General Ilves there.', { from: 2, to: 4, label: 'ORG' }))).toEqual(['Ilves: person']);
    const office = { from: 2, to: 6, label: 'ORG' } as const;
    expect(found(glued('They met Secretary-General Mara there.', office))).toEqual(['Mara: person']);
    expect(found(glued('They met General Motors there.', { from: 2, to: 4, label: 'ORG' }))).toEqual([
      'General Motors: organization',
    ]);
  });

  it('takes a crowned head and a colonel for persons, but no hospital that is called after a king', () => {
    expect(found(glued('They met King Harvald there.', { from: 2, to: 4, label: 'ORG' }))).toEqual(['Harvald: person']);
    expect(found(glued('They met Colonel Tun Maung there.', { from: 2, to: 5, label: 'ORG' }))).toEqual([
      'Tun Maung: person',
    ]);
    expect(found(glued('They met King Harvald Hospital there.', { from: 2, to: 5, label: 'ORG' }))).toEqual([
      'King Harvald Hospital: facility',
    ]);
  });

  it('takes the end of a title for no beginning of a name', () => {
    expect(found(glued('Secretary of State Tun Maung left.', { from: 2, to: 5, label: 'ORG' }))).toEqual([
      'Tun Maung: person',
    ]);
  });

  it('takes what is called a town for a place', () => {
    expect(found(glued('in the town of Tal Maung', { from: 4, to: 6, label: 'ORG' }))).toEqual(['Tal Maung: place']);
  });

  it('finds a well-known body where the tagger saw nothing', () => {
    expect(found('Amnesty/NNP/nsubj<spoke International/NNP/flat<Amnesty spoke=speak/VBD/root ./.')).toEqual([
      'Amnesty International: organization',
    ]);
  });

  it('goes on over words with a capital to the head of a name', () => {
    expect(
      found(
        'at/IN/case<Airport the/DT/det<Airport [ORG Kelda/NNP/compound<Airport Ansa/NNP/compound<Airport] International/JJ/amod<Airport Airport/NN/root ./.',
      ),
    ).toEqual(['Kelda Ansa International Airport: facility']);
    expect(
      found(
        'the/DT/det<Ministry [ORG Ministry/NNP/root of/IN/case<Foreign Foreign/NNP/nmod<Ministry] Affairs/NNS/dep<Foreign ./.',
      ),
    ).toEqual(['Ministry of Foreign Affairs: organization']);
  });

  it('finds a party whose words the tagger took for common ones', () => {
    expect(
      found(
        'of/IN/case<Party the/DT/det<Party Communist/JJ/amod<Party Party/NN/root of/IN/case<Norway [LOC Norway/NNP/nmod<Party] ./.',
      ),
    ).toContain('Communist Party: organization');
  });

  it('takes what a minister is for for no name, but where he is minister for one', () => {
    const minister = 'Minister/NNP/root of/IN/case<Affairs';
    expect(
      found(
        `${minister} [ORG Foreign/NNP/amod<Affairs Affairs/NNPS/nmod<Minister of/IN/case<Norway Norway/NNP/nmod<Affairs] ./.`,
      ),
    ).toEqual(['Norway: place → Norway']);
    expect(
      found(
        'Minister/NNP/root for/IN/case<Agriculture [ORG Agriculture/NNP/nmod<Minister ,/, Food/NNP/conj<Agriculture and/CC/cc<Fisheries Fisheries/NNP/conj<Agriculture] ,/, [PER Mara/NNP/appos<Minister Ilves/NNP/flat<Mara] ./.',
      ),
    ).toEqual(['Mara Ilves: person']);
    expect(
      found('Prime/NNP/amod<Minister Minister/NNP/root of/IN/case<Norway [LOC Norway/NNP/nmod<Minister] ./.'),
    ).toEqual(['Norway: place → Norway']);
    expect(
      found(
        'secretary/NN/root of/IN/case<Ministry the/DT/det<Ministry [ORG Ministry/NNP/nmod<secretary of/IN/case<Trade Trade/NNP/nmod<Ministry] ./.',
      ),
    ).toEqual(['Ministry of Trade: organization']);
  });

  it('takes the mark of a currency for no country', () => {
    const { article, sentences } = parsed('gave=give/VBD/root [LOC US/NNP/obj<gave] $/$/dep<gave 5/CD/nummod<$ ./.');
    const [sentence] = sentences;
    const glue = sentence?.tokens.map((token, i) => (i === 2 ? { ...token, start: token.start - 1 } : token)) ?? [];
    expect(sentence && findNames(article, [{ ...sentence, tokens: glue }])).toEqual([]);
  });

  it('keeps a syllable with a capital within the name of a person, though it is a preposition elsewhere', () => {
    expect(found('met=meet/VBD/root [PER Ko/NNP/obj<met In/IN/dep<Ko Ho/NNP/flat<Ko] ./.')).toEqual([
      'Ko In Ho: person',
    ]);
    expect(
      found('[PER Ana/NNP/nsubj<met Prill/NNP/flat<Ana In/IN/dep<Ana Varna/NNP/flat<Ana] met=meet/VBD/root ./.')[0],
    ).toEqual('Ana Prill: person');
  });

  it('cuts titles off persons and tells where they stand', () => {
    const { article, sentences } = parsed(
      '[PER President/NNP/nsubj Mara/NNP/flat<President Ilves/NNP/flat<President] spoke/VBD/root ./.',
    );
    expect(findNames(article, sentences)).toMatchObject([{ text: 'Mara Ilves', type: 'person', title: [0, 1] }]);
  });

  it('cuts offices off persons that are no title elsewhere, where two names are left', () => {
    const person = (to: number) => ({ from: 2, to, label: 'PER' }) as const;
    expect(found(glued('They met Convenor Mara Ilves there.', person(5)))).toEqual(['Mara Ilves: person']);
    expect(found(glued('They met Convenor Ilves there.', person(4)))).toEqual(['Convenor Ilves: person']);
  });

  it('takes common nouns with a capital into the name of a body', () => {
    expect(
      found(
        'of/IN/case<Union the/DT/det<Union Harbour/NN/compound<Union Workers/NNS/compound<Union [ORG Union/NNP/root] ./.',
      ),
    ).toEqual(['Harbour Workers Union: organization']);
  });

  it('finds a title of several words before a name', () => {
    const { article, sentences } = parsed(
      'Kenyan/JJ/amod<Minister Foreign/NNP/compound<Minister Minister/NNP/nsubj [PER Tomas/NNP/appos<Minister Reyl/NNP/flat<Tomas] spoke/VBD/root ./.',
    );
    const reyl = findNames(article, sentences).find(({ type }) => type === 'person');
    expect(reyl?.title).toEqual([1, 3]);
  });

  it('leaves a possessive out, and takes two names apart at it', () => {
    expect(
      found(
        "[ORG Halden/NNP/nmod<Museum 's/POS/case<Halden Sonda/NNP/compound<Museum Museum/NNP/nsubj] opened/VBD/root ./.",
      ),
    ).toEqual(['Halden: organization', 'Sonda Museum: facility']);
  });

  it('keeps the possessive of "People\'s"', () => {
    expect(
      found(
        "The/DT/det<Army [ORG Sonda/NNP/compound<Army People/NNP/nmod<Army 's/POS/case<People Army/NNP/nsubj] marched/VBD/root ./.",
      ),
    ).toEqual(["Sonda People's Army: organization"]);
  });

  it('joins a demonym and a ministry, and names the country within', () => {
    expect(
      found(
        'The/DT/det<Ministry [DEM Kenyan/JJ/amod<Ministry] [ORG Foreign/NNP/compound<Ministry Ministry/NNP/nsubj] spoke/VBD/root ./.',
      ),
    ).toEqual(['Kenyan Foreign Ministry: organization', 'Kenyan: demonym → Kenya']);
  });

  it('names no country within the name of a company', () => {
    expect(found('[ORG Kenyan/NNP/compound<Group Tea/NNP/compound<Group Group/NNP/nsubj] spoke/VBD/root ./.')).toEqual([
      'Kenyan Tea Group: organization',
    ]);
  });

  it('takes what stands behind "for" into the name of a council', () => {
    expect(
      found(
        'The/DT/det<Council [ORG Joint/NNP/amod<Council Council/NNP/nsubj] for/IN/case<Welfare the/DT/det<Welfare Welfare/NNP/nmod<Council of/IN/case<Sailors Sailors/NNPS/nmod<Welfare spoke/VBD/root ./.',
      ),
    ).toEqual(['Joint Council for the Welfare of Sailors: organization']);
  });

  it('leaves the town out where a museum stands, before its state', () => {
    expect(
      found(
        'The/DT/det<Museum [FAC Quill/NNP/compound<Museum Museum/NNP/nsubj of/IN/case<Dover Dover/NNP/nmod<Museum] ,/, [LOC Delaware/NNP/appos<Dover] ,/, opened/VBD/root ./.',
      ),
    ).toEqual(['Quill Museum: facility', 'Dover: place', 'Delaware: place → Delaware']);
  });

  it.each([
    ['Pak Min-jae spoke', 0, 2, 'PER', 'Pak Min-jae: person'],
    ['Hong Kong-run firms', 0, 2, 'LOC', 'Hong Kong: place → Hong Kong'],
    ['the Quill-Sonda Airport', 3, 5, 'FAC', 'Quill-Sonda Airport: facility'],
    ['near Terminal-3 today', 1, 2, 'FAC', 'Terminal-3: facility'],
    ['a pro-Halden crowd', 1, 4, 'ORG', 'Halden: organization'],
  ] as const)('minds the hyphen in "%s"', (text, from, to, label, expected) => {
    expect(found(glued(text, { from, to, label }))).toEqual([expected]);
  });

  it('leaves a word out that has its capital from the beginning of the sentence', () => {
    expect(found('[ORG If/IN/mark<wins Halden/NNP/nsubj<wins] wins=win/VBZ/root ./.')).toEqual([
      'Halden: organization',
    ]);
  });

  it('takes what follows a rank for a person, to its last word', () => {
    expect(
      found(
        '[ORG Major-General/NNP/compound<Tun Tun/NNP/nsubj<resigned Maung/NNP/flat<Tun] Win/NN/flat<Tun ,/, resigned/VBD/root ./.',
      ),
    ).toEqual(['Tun Maung Win: person']);
  });

  it('names an airport by a small word behind its town, but none that is only one of the town', () => {
    const the = 'at/IN/case<airport the/DT/det<airport [LOC Varna/NNP/compound<airport] airport/NN/obl<landed';
    expect(found(`They/PRP/nsubj<landed landed/VBD/root ${the} ./.`)).toEqual(['Varna airport: facility']);
    expect(found(`They/PRP/nsubj<landed landed/VBD/root ${the.replace('the/DT', 'a/DT')} ./.`)).toEqual([
      'Varna: place',
    ]);
  });

  it('takes an unknown first name into the name of a person behind a title', () => {
    expect(
      found(
        'President/NNP/nmod:desc<Ruvo Ruvo/NNP/nsubj<spoke [PER Ilves/NNP/flat<Ruvo Reyl/NNP/flat<Ruvo] spoke/VBD/root ./.',
      ),
    ).toEqual(['Ruvo Ilves Reyl: person']);
  });

  it('takes the subjects of an office for no names', () => {
    expect(
      found(
        '[PER Fuel/NNP/compound<Minister] and/CC/cc<Energy Energy/NNP/conj<Fuel Minister/NNP/nmod:desc<Mara [PER Mara/NNP/nsubj<spoke Ilves/NNP/flat<Mara] spoke/VBD/root ./.',
      ),
    ).toEqual(['Mara Ilves: person']);
  });

  it('ends a name where the title of a person begins', () => {
    expect(
      found(
        'They/PRP/nsubj<met met/VBD/root [ORG U.S./NNP/compound<Secretary Defense/NNP/compound<Secretary] Secretary/NNP/nmod:desc<Mara [PER Mara/NNP/obj<met Ilves/NNP/flat<Mara] ./.',
      ),
    ).toEqual(['U.S.: place → United States', 'Mara Ilves: person']);
  });

  it('joins a university and its seat behind "at"', () => {
    expect(
      found(
        'She/PRP/nsubj<left left/VBD/root the/DT/det<University [ORG University/NNP/obj<left of/IN/case<Halden Halden/NNP/nmod<University] at/IN/case<Varna [LOC Varna/NNP/nmod<University] ./.',
      ),
    ).toEqual(['University of Halden at Varna: organization']);
  });

  it('reads the title of a work over its colon, in the middle of a sentence alone', () => {
    const title =
      '[LOC Raven/NNP/obl<played] :/: The/DT/det<Series [PER Animated/NNP/amod<Series Series/NNP/appos<Raven]';
    expect(found(`She/PRP/nsubj<played played/VBD/root in/IN/case<Raven ${title} ./.`)).toEqual([
      'Raven: The Animated Series: document',
    ]);
    expect(
      found('[PER Raven/NNP/root] :/: [ORG Sonda/NNP/compound<Bank Bank/NNP/nsubj<fell] fell/VBD/parataxis<Raven'),
    ).toEqual(['Raven: person', 'Sonda Bank: organization']);
  });

  it('names an embassy by its country and a small word, and the country within', () => {
    expect(
      found('the/DT/det<embassy [LOC Kenya/NNP/compound<embassy] embassy/NN/nsubj<closed closed/VBD/root ./.'),
    ).toEqual(['Kenya embassy: facility', 'Kenya: place → Kenya']);
  });

  it('drops a word that the article writes small elsewhere, unless it has a capital in a sentence too', () => {
    const rare = '[ORG Iodine/NNP/nsubj<rare] is/VBZ/cop<rare rare/JJ/root ./.';
    const lack = 'They/PRP/nsubj<lack lack/VBP/root iodine/NN/obj<lack ./.';
    const met = 'They/PRP/nsubj<met met/VBD/root Iodine/NNP/obj<met ./.';
    expect(found(rare, lack)).toEqual([]);
    expect(found(rare, lack, met)).toEqual(['Iodine: organization', 'Iodine: organization']);
  });

  it('takes a person and a body apart that "of" runs together', () => {
    expect(
      found(
        '[PER Gregory/NNP/nsubj Holm/NNP/flat<Gregory of/IN/case<Halden Halden/NNP/nmod<Gregory] spoke/VBD/root ./.',
      ),
    ).toEqual(['Gregory Holm: person', 'Halden: organization']);
  });

  it('does not join two bodies over "and"', () => {
    expect(
      found(
        '[ORG Institute/NNP/nsubj of/IN/case<Technology Technology/NNP/nmod<Institute] and/CC/cc<University [ORG Sonda/NNP/compound<University University/NNP/conj<Institute] agreed/VBD/root ./.',
      ),
    ).toEqual(['Institute of Technology: organization', 'Sonda University: organization']);
    expect(
      found(
        'The/DT/det<Museum [LOC Air/NNP/compound<Museum] and/CC/cc<Sea [FAC Sea/NNP/compound<Museum Museum/NNP/nsubj] opened/VBD/root ./.',
      ),
    ).toEqual(['Air and Sea Museum: facility']);
  });

  it('drops a title by itself and a head by itself', () => {
    expect(
      found(
        'The/DT/det<President [PER President/NNP/nsubj] praised/VBD/root the/DT/det<Council [ORG Council/NNP/obj] ./.',
      ),
    ).toEqual([]);
  });
});

describe('what a name is', () => {
  it('believes the head of a name more than the tagger', () => {
    expect(
      found(
        'The/DT/det<Treaty [ORG Varna/NNP/compound<Treaty Harbour/NNP/compound<Treaty Treaty/NNP/nsubj] holds/VBZ/root ./.',
      ),
    ).toEqual(['Varna Harbour Treaty: document']);
    expect(found('It/PRP/nsubj hit/VBD/root [ORG Hurricane/NNP/obj Odile/NNP/flat<Hurricane] ./.')).toEqual([
      'Hurricane Odile: event',
    ]);
  });

  it('takes a first name and more for a person where the tagger is not sure', () => {
    expect(found('[MISC Gregory/NNP/nsubj Sonda/NNP/flat<Gregory] spoke/VBD/root ./.')).toEqual([
      'Gregory Sonda: person',
    ]);
  });

  it('takes the class noun before a name for its type', () => {
    expect(found('The/DT/det<ferry ferry/NN/nsubj [PER Aurelia/NNP/appos<ferry] sank/VBD/root ./.')).toEqual([
      'Aurelia: facility',
    ]);
  });

  it('takes the noun behind a comma for its type, however it was parsed', () => {
    expect(
      found(
        '[MISC Valda/NNP/nsubj Halden/NNP/flat<Valda] ,/, an/DT/dep old/JJ/dep widow/NN/dep<sat and/CC/dep cook/NN/dep ,/, sat/VBD/root ./.',
      ),
    ).toEqual(['Valda Halden: person']);
  });

  it('passes over what the tagger is sure to be of no type', () => {
    const { article, sentences } = parsed(
      'They/PRP/nsubj sell/VBP/root [MISC Skerry/NNP/obj Nine/NNP/flat<Skerry] ./.',
    );
    const sure = sentences.map((sentence) => ({
      ...sentence,
      names: sentence.names.map((name) => ({ ...name, scores: { ...name.scores, MISC: 60_000 } })),
    }));
    expect(found({ article, sentences: sure })).toEqual([]);
  });

  it('takes whoever has an age for a person', () => {
    expect(found('[LOC Prill/NNP/nsubj] ,/, 34/CD/appos<Prill ,/, spoke/VBD/root ./.')).toEqual(['Prill: person']);
  });

  it('gives a short form the type of the long one', () => {
    expect(
      found('[PER Mara/NNP/nsubj Halden/NNP/flat<Mara] spoke/VBD/root ./.', '[LOC Halden/NNP/nsubj] left/VBD/root ./.'),
    ).toEqual(['Mara Halden: person', 'Halden: person']);
  });

  it('leaves a place a place behind "in", whoever is called so', () => {
    expect(
      found(
        '[PER Mara/NNP/nsubj Halden/NNP/flat<Mara] spoke/VBD/root ./.',
        'She/PRP/nsubj lives/VBZ/root in/IN/case<Halden [LOC Halden/NNP/obl] ./.',
      ),
    ).toEqual(['Mara Halden: person', 'Halden: place']);
  });

  it('gives a name one type in an article', () => {
    expect(
      found(
        '[ORG Sonda/NNP/nsubj] rose/VBD/root ./.',
        '[ORG Sonda/NNP/nsubj] fell/VBD/root ./.',
        '[LOC Sonda/NNP/nsubj] closed/VBD/root ./.',
      ),
    ).toEqual(['Sonda: organization', 'Sonda: organization', 'Sonda: organization']);
  });

  it('traces countries and demonyms, and drops those of no country', () => {
    expect(
      found(
        'The/DT/det<US [LOC US/NNP/nsubj] and/CC/cc<Danes [DEM Danes/NNPS/conj<US] met/VBD/root [DEM Levantine/JJ/amod<traders] traders/NNS/obj ./.',
      ),
    ).toEqual(['US: place → United States', 'Danes: demonym → Denmark']);
  });

  it('drops believers and what is counted', () => {
    expect(found('[MISC Buddhists/NNPS/nsubj] met/VBD/root a/DT/det<Libertine [MISC Libertine/NNP/obj] ./.')).toEqual(
      [],
    );
  });
});

describe('where else a name stands', () => {
  it('finds a country that the tagger passed over', () => {
    expect(found('He/PRP/nsubj left/VBD/root Kenya/NNP/obj ./.')).toEqual(['Kenya: place → Kenya']);
  });

  it('finds a surname and a name again', () => {
    expect(
      found(
        '[PER Mara/NNP/nsubj Ilves/NNP/flat<Mara] spoke/VBD/root ./.',
        'Later/RB/advmod Ilves/NNP/nsubj left/VBD/root ./.',
        'Mara/NNP/nsubj Ilves/NNP/flat<Mara won/VBD/root ./.',
      ),
    ).toEqual(['Mara Ilves: person', 'Ilves: person', 'Mara Ilves: person']);
  });

  it('finds an abbreviation in brackets and everywhere after', () => {
    expect(
      found(
        'The/DT/det<Union [ORG Harbour/NNP/compound<Union Workers/NNPS/compound<Union Union/NNP/nsubj] (/-LRB- HWU/NNP/appos<Union )/-RRB- struck/VBD/root ./.',
        'The/DT/det<HWU HWU/NNP/nsubj won/VBD/root ./.',
      ),
    ).toEqual(['Harbour Workers Union: organization', 'HWU: organization', 'HWU: organization']);
  });

  it('takes "the North" for the country that the article speaks of', () => {
    expect(
      found(
        '[LOC South/NNP/nsubj Sudan/NNP/flat<South] spoke/VBD/root ./.',
        'The/DT/det<South South/NNP/nsubj agreed/VBD/root ./.',
      ),
    ).toEqual(['South Sudan: place → South Sudan', 'South: place → South Sudan']);
  });
});

describe('whatever the tagger says', () => {
  const word = fc.constantFrom(
    'Mara',
    'Ilves',
    'of',
    'the',
    'Kenyan',
    'US',
    'Council',
    '-',
    "'s",
    '"',
    '(',
    ')',
    '&',
    'and',
    'said',
    'HWU',
    '2',
    'President',
    'Oslo',
    ',',
    'Jae',
    'yong',
  );
  const tagged = fc.record({
    forms: fc.array(word, { minLength: 1, maxLength: 14 }),
    cuts: fc.array(
      fc.record({ from: fc.nat(13), length: fc.integer({ min: 1, max: 5 }), label: fc.constantFrom(...NAME_LABELS) }),
      { maxLength: 5 },
    ),
  });

  it('points every name at the very words it names, in order, and never past its sentence', () => {
    fc.assert(
      fc.property(fc.array(tagged, { minLength: 1, maxLength: 3 }), (written) => {
        const notation = written.map(({ forms }) =>
          forms
            .map((form, i) => `${form}/${/^\p{Lu}/u.test(form) ? 'NNP' : 'NN'}/${i === 0 ? 'root' : 'dep'}`)
            .join(' '),
        );
        const { article, sentences } = parsed(...notation);
        for (const [i, { cuts }] of written.entries()) {
          const sentence = sentences[i];
          if (!sentence) continue;
          let end = 0;
          for (const { from, length, label } of cuts.sort((a, b) => a.from - b.from)) {
            const to = Math.min(from + length, sentence.tokens.length);
            if (from < end || from >= to) continue;
            end = to;
            sentence.names.push({
              from,
              to,
              label,
              scores: { PER: 1, ORG: 2, LOC: 3, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 1, [label]: 9 },
            });
          }
        }
        const names = findNames(article, sentences);
        for (const [i, { sentence, from, to, start, end, text }] of names.entries()) {
          const tokens = sentences[sentence]?.tokens ?? [];
          expect(article.text.slice(start, end)).toBe(text);
          expect([tokens[from]?.start, tokens[to - 1]?.end]).toEqual([start, end]);
          expect(start).toBeGreaterThanOrEqual(names[i - 1]?.start ?? 0);
        }
        expect(findNames(article, sentences)).toEqual(names);
      }),
    );
  });
});
