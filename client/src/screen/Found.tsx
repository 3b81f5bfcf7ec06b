import { Combobox } from '@mantine/core';
import type { ArticleItem } from '../../../src/server/schemas/articles.ts';
import type { EntityItem } from '../../../src/server/schemas/entities.ts';
import { useExplorer } from '../explorer.ts';
import { articleName, count, dateWords, relationWords, TYPE_WORDS } from '../state/words.ts';
import { ModalityBadge, Stroke } from './Facts.tsx';
import { icons } from './icons.tsx';
import classes from './Search.module.css';
import { Shape } from './Shape.tsx';

/** Two that may be connected. */
export type Pair = readonly [EntityItem, EntityItem];

/** The value of the option that connects them. */
export const pairOption = ([one, other]: Pair): string => `p:${one.key}~${other.key}`;

export interface Finds {
  entities: readonly EntityItem[];
  /** The two that the query asks to connect. */
  pair: Pair | null;
  /** Keys of edges of the network. */
  relations: readonly string[];
  articles: readonly ArticleItem[];
  /** No entity has all the words of the query for its name, and a relation has. */
  relationsFirst: boolean;
}

/** What a search found, in groups; the values of the options begin with the letter of their group. */
export function Found({ finds: { entities, pair, relations, articles, relationsFirst } }: { finds: Finds }) {
  const told = relations.length > 0 && (
    <Combobox.Group key="relations" label="Relations">
      {relations.map((edge) => (
        <FoundRelation key={edge} edge={edge} />
      ))}
    </Combobox.Group>
  );
  const named = entities.length > 0 && (
    <Combobox.Group key="entities" label="Entities">
      {entities.map((item) => (
        <FoundEntity key={item.key} item={item} />
      ))}
    </Combobox.Group>
  );
  return (
    <>
      {pair && (
        <Combobox.Group label="Connections">
          <FoundPair pair={pair} />
        </Combobox.Group>
      )}
      {relationsFirst ? [told, named] : [named, told]}
      {articles.length > 0 && (
        <Combobox.Group label="Articles">
          {articles.map((item) => (
            <FoundArticle key={item.id} item={item} />
          ))}
        </Combobox.Group>
      )}
    </>
  );
}

function FoundPair({ pair }: { pair: Pair }) {
  const [one, other] = pair;
  return (
    <Combobox.Option value={pairOption(pair)} className={classes.option ?? ''}>
      <span className={classes.icon}>{icons.both}</span>
      <span className={classes.label}>
        How are {one.label} and {other.label} connected?
      </span>
    </Combobox.Option>
  );
}

function FoundEntity({ item }: { item: EntityItem }) {
  return (
    <Combobox.Option value={`e:${item.key}`} className={classes.option ?? ''}>
      <Shape type={item.type} size={14} />
      <span className={classes.label}>
        {item.label}
        {item.aliases.length > 0 && <span className={classes.aliases}>{item.aliases.join(' · ')}</span>}
      </span>
      <span className={classes.figures}>
        <span className="visually-hidden">{TYPE_WORDS[item.type].one}, </span>
        {count(item.degree, 'relation')}
      </span>
    </Combobox.Option>
  );
}

function FoundRelation({ edge }: { edge: string }) {
  const { network } = useExplorer();
  if (!network.hasEdge(edge)) return null;
  const { type, modality, date } = network.getEdgeAttributes(edge);
  const [from, to] = network.extremities(edge).map((node) => network.getNodeAttribute(node, 'label'));
  return (
    <Combobox.Option value={`r:${edge}`} className={classes.option ?? ''}>
      <Stroke modality={modality} width={14} />
      <span className={classes.label}>
        {from} <em>{relationWords(type)}</em> {to} <ModalityBadge modality={modality} />
      </span>
      <span className={classes.figures}>{date && dateWords(date)}</span>
    </Combobox.Option>
  );
}

function FoundArticle({ item }: { item: ArticleItem }) {
  return (
    <Combobox.Option value={`a:${item.id}`} className={classes.option ?? ''}>
      <span className={classes.icon}>{icons.article}</span>
      <span className={classes.label}>
        {articleName(item)}
        {item.title !== null && item.source !== null && <span className={classes.aliases}>{item.source}</span>}
      </span>
      <span className={classes.figures}>{item.date && dateWords(item.date)}</span>
    </Combobox.Option>
  );
}
