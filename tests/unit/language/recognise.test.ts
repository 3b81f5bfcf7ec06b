import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/language/recognise.ts';

const FOREIGN: Record<string, string> = {
  fr: "Le ministre des Affaires étrangères a rencontré mardi son homologue à Berlin. Ils ont évoqué la situation dans la région et le soutien de l'Union européenne.",
  es: 'El ministro de Asuntos Exteriores se reunió el martes con su homólogo en Berlín. Los dos hablaron de la guerra y del apoyo de la Unión Europea.',
  de: 'Der Außenminister traf am Dienstag seinen Amtskollegen in Berlin. Beide sprachen über die Lage in der Region und die Hilfe der Europäischen Union.',
  nl: 'De minister van Buitenlandse Zaken heeft dinsdag zijn collega ontmoet in Berlijn. Zij spraken over de oorlog en de steun van de Europese Unie.',
  ru: 'Министр иностранных дел встретился во вторник в Берлине со своим коллегой.',
  zh: '外交部长周二在柏林会见了德国外长。双方讨论了地区局势以及欧盟的支持和援助。',
};

describe('recognising the language', () => {
  it.each(Object.entries(FOREIGN))('names the language of an article in %s', (code, text) => {
    expect(recognise(text)).toEqual({ language: code, english: false });
  });

  it('knows English prose', () => {
    const text = 'Mara Ilves told reporters on Tuesday that the talks would go on, and that nobody had left the table.';
    expect(recognise(text)).toEqual({ language: 'en', english: true });
  });

  it('does not refuse a headline, however many names are in it', () => {
    for (const headline of [
      'Ilves, Reyl sign pact in Varna',
      'Oskar Lindqvist receives Tamar Javakhishvili',
      'PM visits Brno',
    ]) {
      expect(recognise(headline).english).toBe(true);
    }
  });

  it('has nothing to say of a text with hardly a letter', () => {
    for (const text of ['', '   ', '12:30 – 14:00', '???', 'OK']) {
      expect(recognise(text)).toEqual({ language: null, english: true });
    }
  });

  it('answers for any string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => typeof recognise(text).english === 'boolean',
      ),
    );
  });
});
