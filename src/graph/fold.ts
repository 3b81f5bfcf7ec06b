import { MultiGraph } from 'graphology';
import type { Mention } from '../entities/entity.ts';
import type { Extraction } from '../extraction.ts';
import type { EntityType, MentionKind } from '../ontology.ts';
import type { Statement } from '../relations/statement.ts';
import { distinct, type EdgeAttributes, type EdgeEnds, edgeOf, type Proposition, sumUp } from './edge.ts';
import { byCodeUnit, type Claim, identify } from './identity.ts';
import { isSureAlias, nameKey } from './names.ts';
import { isShort, shortNames, tellingTitles, withBirth, withTitle } from './people.ts';
import { standing } from './readings.ts';
import { chooseLabel, type Spelling } from './spelling.ts';

export interface NodeMention {
  article: string;
  start: number;
  end: number;
  text: string;
  kind: MentionKind;
}

export interface NodeAttributes {
  label: string;
  type: EntityType;
  aliases: string[];
  mentions: NodeMention[];
}

export interface GraphAttributes {
  /** Ids of the articles that the graph was made of, sorted. */
  articles: string[];
}

/** Mixed and multi; a symmetric edge is undirected. */
export type ArticleGraph = MultiGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** What an article's entity says of names: the key of its label, and of every name that is sure beyond the article. */
export function claimsOf(entity: Extraction['entities'][number]): Claim[] {
  const { type, label, aliases, titles = [] } = entity;
  const name = entityName(entity);
  const sure = aliases.filter((alias) => isSureAlias(type, alias, label)).map((alias) => nameKey(type, alias));
  const short = type === 'person' ? shortNames(label, aliases).map((one) => nameKey(type, one)) : [];
  const titled = short.flatMap((one) => tellingTitles(titles).map((title) => withTitle(one, title)));
  return [...new Set([name, nameKey(type, label), ...sure, ...titled])].map((alias) => ({ name, alias }));
}

/** The key of what an entity is known by beyond its article. */
export function entityName({ type, label, born, titles = [] }: Extraction['entities'][number]): string {
  const name = nameKey(type, label);
  const [title] = tellingTitles(titles);
  if (born !== undefined) return withBirth(name, born);
  return type === 'person' && title !== undefined && isShort(label) ? withTitle(name, title) : name;
}

/**
 * A statement with nodes in place of the article's entities.
 *
 * @param keys the node of each entity of the article
 */
export function resolve(article: string, statement: Statement, keys: readonly string[]): Proposition {
  const key = (index: number): string => {
    const found = keys[index];
    if (found === undefined)
      throw new RangeError(`statement of article ${article} names entity ${index} of ${keys.length}`);
    return found;
  };
  const { subject, object, place, attributedTo, ...said } = statement;
  return {
    ...said,
    article,
    subject: key(subject),
    object: key(object),
    ...(place !== undefined && { place: key(place) }),
    attributedTo: attributedTo.map((source) => (typeof source === 'number' ? key(source) : source)),
  };
}

/** In the order of articles, then of the text, the longer first. */
export const byPlace = (a: NodeMention, b: NodeMention): number =>
  byCodeUnit(a.article, b.article) || a.start - b.start || b.end - a.end || byCodeUnit(a.kind, b.kind);

const mentionOf = (article: string, { start, end, text, kind }: Mention): NodeMention => ({
  article,
  start,
  end,
  text,
  kind,
});

/** All that the articles say of one node. */
class NodeParts {
  readonly type: EntityType;
  readonly spellings: Spelling[] = [];
  readonly mentions: NodeMention[] = [];

  constructor(type: EntityType) {
    this.type = type;
  }

  attributes(key: string): NodeAttributes {
    const { label, aliases } = chooseLabel(key, this.spellings);
    return { label, type: this.type, aliases, mentions: distinct(this.mentions.sort(byPlace)) };
  }
}

/** Gathers what each article says of each node and edge. */
function gather(extractions: readonly Extraction[]) {
  const standsFor = identify(extractions.flatMap(({ entities }) => entities.flatMap(claimsOf)));
  const nodes = new Map<string, NodeParts>();
  const edges = new Map<string, { ends: EdgeEnds; said: Proposition[] }>();
  for (const { article, entities, mentions, statements } of extractions) {
    const keys = entities.map((entity) => standsFor.get(entityName(entity)) ?? entityName(entity));
    const parts = entities.map(({ type, label, aliases }, index) => {
      const key = keys[index] ?? '';
      const node = nodes.get(key) ?? new NodeParts(type);
      nodes.set(key, node);
      node.spellings.push({ form: label, labels: 1, uses: 1 });
      for (const form of aliases) node.spellings.push({ form, labels: 0, uses: 1 });
      return node;
    });
    for (const mention of mentions) {
      const mentioned = new Set(mention.entities.map((index) => parts[index]));
      for (const node of mentioned) node?.mentions.push(mentionOf(article.id, mention));
    }
    for (const statement of statements) {
      const proposition = resolve(article.id, statement, keys);
      const ends = edgeOf(proposition);
      if (ends === null) continue;
      const edge = edges.get(ends.key) ?? { ends, said: [] };
      edges.set(ends.key, edge);
      edge.said.push(proposition);
    }
  }
  return { nodes, edges };
}

/**
 * One graph of many articles. The same articles give the same graph, to the byte, in whatever order they come; an
 * article that comes twice, or in several versions from one address, counts once (`standing`).
 */
export function foldGraph(extractions: Iterable<Extraction>): ArticleGraph {
  const articles = standing(extractions);
  const { nodes, edges } = gather(articles);
  const graph: ArticleGraph = new MultiGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes({ articles: articles.map(({ article }) => article.id) });
  for (const [key, parts] of [...nodes].sort(([a], [b]) => byCodeUnit(a, b))) graph.addNode(key, parts.attributes(key));
  for (const [key, { ends, said }] of [...edges].sort(([a], [b]) => byCodeUnit(a, b))) {
    const attributes = sumUp(said, ends.source);
    if (ends.undirected) graph.addUndirectedEdgeWithKey(key, ends.source, ends.target, attributes);
    else graph.addDirectedEdgeWithKey(key, ends.source, ends.target, attributes);
  }
  return graph;
}
