import { useState } from 'react';
import type { EntityDetail } from '../../../src/server/schemas/entities.ts';
import { useExplorer } from '../explorer.ts';
import { articleName, count } from '../state/words.ts';
import classes from './EntityPanel.module.css';
import { When } from './Facts.tsx';

const AT_FIRST = 8;

/** Where a node is mentioned; opening an article leads to the first mention in it. */
export function EntityArticles({ entity: { articles, label, sources } }: { entity: EntityDetail }) {
  const { view } = useExplorer();
  const [all, setAll] = useState(false);
  if (sources.length === 0) return null;
  const shown = all ? sources : sources.slice(0, AT_FIRST);
  return (
    <section aria-label={`Articles that mention ${label}`}>
      <h3 className={classes.heading}>
        {sources.length < articles
          ? `The newest ${sources.length} of ${count(articles, 'article')}`
          : count(articles, 'article')}
      </h3>
      <ul className={classes.articles}>
        {shown.map(({ id, mentions, ...article }) => (
          <li key={id}>
            <button type="button" onClick={() => view.openArticle(id, null)}>
              {articleName(article)}
            </button>
            <span className={classes.about}>
              {article.title && article.source && <span>{article.source}</span>}
              <When date={article.date} />
              <span>{count(mentions, 'mention')}</span>
            </span>
          </li>
        ))}
      </ul>
      {sources.length > AT_FIRST && !all && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {sources.length - AT_FIRST} more
        </button>
      )}
    </section>
  );
}
