import { describe, expect, it } from 'vitest';
import { annotate, loadModel } from '../../../src/language/index.ts';

const sentences = [
  'Mara Ilves met the ministers of both countries in Varna on Monday .',
  'The ministers left ; the countries will meet again .',
  'Meet the press , said Tomas Reyl .',
].map((sentence) => sentence.split(' '));

describe('annotate', () => {
  it('reads a sentence alike, whatever was read before it', () => {
    const [used, fresh] = [loadModel(), loadModel()];
    for (const sentence of sentences.toReversed()) annotate(sentence, used);
    for (const sentence of sentences) expect(annotate(sentence, used)).toEqual(annotate(sentence, fresh));
  });

  it('reads a sentence alike after words were forgotten', () => {
    const [model, fresh] = [loadModel(), loadModel()];
    for (const sentence of sentences) annotate(sentence, model);
    model.lexemes.tidy();
    for (const sentence of sentences.toReversed()) expect(annotate(sentence, model)).toEqual(annotate(sentence, fresh));
  });
});
