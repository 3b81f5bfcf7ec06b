import type { EntityType, Modality } from '../../../src/ontology.ts';

/** A relation type as words: `works_for` is "works for". */
export const relationWords = (type: string): string => type.replaceAll('_', ' ');

export const TYPE_WORDS: Record<EntityType, { one: string; many: string }> = {
  person: { one: 'Person', many: 'People' },
  organization: { one: 'Organization', many: 'Organizations' },
  place: { one: 'Place', many: 'Places' },
  facility: { one: 'Facility', many: 'Facilities' },
  event: { one: 'Event', many: 'Events' },
  document: { one: 'Document', many: 'Documents' },
};

export const MODALITY_WORDS: Record<Modality, { label: string; says: string }> = {
  actual: { label: 'Fact', says: 'said as fact' },
  planned: { label: 'Planned', says: 'said to be coming' },
  possible: { label: 'Possible', says: 'said to be possible' },
  negated: { label: 'Denied', says: 'said not to be so' },
};

/** "1 article", "3 articles". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO 8601 date, month, year or span in the words of a newspaper; what is none of these stays as it is. */
export function dateWords(date: string): string {
  const [from, to] = date.split('/');
  if (from !== undefined && to !== undefined) return `${dateWords(from)} – ${dateWords(to)}`;
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** How sure, in a word: figures alone suggest more than they hold. */
export const sureness = (confidence: number): string =>
  confidence >= 0.85
    ? 'very likely right'
    : confidence >= 0.65
      ? 'likely right'
      : confidence >= 0.4
        ? 'unsure'
        : 'very unsure';

/** What to call an article: by its title, else by who published it, else by its day. */
export const articleName = (article: { title: string | null; source: string | null; date: string | null }): string =>
  article.title ??
  article.source ??
  (article.date === null ? 'Article without a title' : `Article of ${dateWords(article.date)}`);
