import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';
import { resolve } from '../../../src/entities/index.ts';
import { loadModel, read } from '../../../src/language/index.ts';

const model = loadModel();

/** Years of birth by name, of an article of May 2024. */
function births(text: string, date: string | null = '2024-05-02'): Record<string, number | undefined> {
  const article = makeArticle(text, date === null ? {} : { date });
  const { entities } = resolve(article, read(article, model));
  return Object.fromEntries(entities.flatMap(({ label, born }) => (born === undefined ? [] : [[label, born]])));
}

describe('years of birth', () => {
  it.each([
    'Mara Ilves, 34, was arrested in Varna on Monday.',
    'Teacher Mara Ilves, aged 34, said that the school was closed.',
    'Police arrested 34-year-old Mara Ilves in Varna.',
    'Mara Ilves, a 34-year-old teacher from Varna, was arrested.',
    'The 34-year-old teacher Mara Ilves was arrested.',
    'Mara Ilves, who is 34 years old, won the race.',
    'Mara Ilves is 34 years old.',
  ])('follow from an age: %s', (text) => {
    expect(births(text)).toEqual({ 'Mara Ilves': 1990 });
  });

  it('are read where they are given', () => {
    expect(births('Mara Ilves was born in Varna in 1960 and studied in Oslo in 1980.')).toEqual({ 'Mara Ilves': 1960 });
    expect(births('Mara Ilves (born 3 May 1989) is a writer.')).toEqual({ 'Mara Ilves': 1989 });
  });

  it.each([
    'Mara Ilves, mother of a 12-year-old, was arrested.',
    "Mara Ilves's 12-year-old daughter went home.",
    'Mara Ilves signed the 60-year-old treaty.',
    'Mara Ilves (90) scored for Varna.',
    'Mara Ilves was born after her parents left Varna in 1960.',
  ])('are not taken from other numbers: %s', (text) => {
    expect(births(text)).toEqual({});
  });

  it('are left open where ages disagree, and where no date tells from when an age is', () => {
    expect(births('Mara Ilves, 34, was arrested in Varna. Mara Ilves, 51, said so.')).toEqual({});
    expect(births('Mara Ilves, 34, was arrested in Varna.', null)).toEqual({});
  });
});
