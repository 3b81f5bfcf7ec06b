import type { ArticleItem } from '../../../src/server/schemas/articles.ts';
import type { EntityItem } from '../../../src/server/schemas/entities.ts';
import type { Network } from './network.ts';
import { articleName, relationWords } from './words.ts';

const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean);

/** Lower case, without accents, and a space for all that is no letter or digit. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase();

/** Whether each of the words begins a word of the text. */
const holds = (text: string, words: readonly string[]): boolean => {
  const padded = ` ${fold(text)}`;
  return words.every((word) => padded.includes(` ${word}`));
};

/** Whether the words of the query are all in one name of the entity. */
export const isNamed = ({ label, aliases }: Pick<EntityItem, 'label' | 'aliases'>, query: string): boolean =>
  [label, ...aliases].some((name) => holds(name, wordsOf(query)));

/** The edges whose words (who, what, whom) the query names, the most attested first. */
export function findRelations(network: Network, query: string, most: number): string[] {
  const words = wordsOf(query);
  if (words.length === 0 || query.trim().length < 3) return [];
  const found = network.filterEdges((_, { type }, _source, _target, from, to) =>
    holds(`${from.label} ${from.aliases.join(' ')} ${relationWords(type)} ${to.label} ${to.aliases.join(' ')}`, words),
  );
  // A name alone is all the relations of a node: that is asked of the node.
  const named =
    words.length > 1
      ? found
      : found.filter((edge) => holds(relationWords(network.getEdgeAttribute(edge, 'type')), words));
  const weight = (edge: string) => network.getEdgeAttribute(edge, 'weight');
  return named.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, most);
}

/** The articles whose title or publisher the query names. */
export const findArticles = (articles: readonly ArticleItem[], query: string, most: number): ArticleItem[] => {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return articles.filter((article) => holds(`${articleName(article)} ${article.source ?? ''}`, words)).slice(0, most);
};

const TIED = '(?:connected|related|linked|tied)';
const BETWEEN = new RegExp(`\\s+(?:${TIED}\\s+(?:to|with)|and|to|with|&|→)\\s+|\\s*[,;]\\s*`, 'i');
const ASKING = /^\s*(?:how\s+(?:is|are)\s+)?/i;
const ASKED = new RegExp(`\\s+${TIED}\\b(?!\\s+(?:to|with)\\b).*$|[?.!\\s]+$`, 'i');

/** The two names of a query that asks how two are connected: "putin, lavrov", "How are Ada and Ben connected?". */
export function pairAsked(query: string): readonly [string, string] | null {
  const [one = '', other = '', ...more] = query.replace(ASKING, '').replace(ASKED, '').split(BETWEEN);
  return one !== '' && other !== '' && more.length === 0 ? [one, other] : null;
}
