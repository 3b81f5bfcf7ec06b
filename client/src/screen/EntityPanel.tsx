import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { entityEdges, entity as entityQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { groupTies } from '../state/groups.ts';
import { rolesOverTime } from '../state/roles.ts';
import { count, TYPE_WORDS } from '../state/words.ts';
import { EntityActions } from './EntityActions.tsx';
import { EntityArticles } from './EntityArticles.tsx';
import classes from './EntityPanel.module.css';
import { When } from './Facts.tsx';
import { Notice } from './Notice.tsx';
import { Roles } from './Roles.tsx';
import { Shape } from './Shape.tsx';
import { Ties } from './Ties.tsx';

const Contradictions = lazy(() => import('./Contradictions.tsx'));

/** One node: its names, its roles, every relation with the sentence that says so, and the articles. */
export function EntityPanel({ node }: { node: string }) {
  const { network } = useExplorer();
  const detail = useQuery(entityQuery(node));
  const edges = useInfiniteQuery(entityEdges(node));
  const known = detail.data ?? (network.hasNode(node) ? network.getNodeAttributes(node) : undefined);
  const all = edges.data?.pages.flatMap(({ items }) => items) ?? [];

  if (!known)
    return detail.error ? <Notice error={detail.error} retry={() => void detail.refetch()} /> : <Loader size="sm" />;
  const total = detail.data?.degree ?? known.degree;
  return (
    <>
      <header className={classes.header}>
        <p className={classes.type}>
          <Shape type={known.type} size={13} />
          {TYPE_WORDS[known.type].one}
        </p>
        <h2 className={classes.name}>{known.label}</h2>
        {known.aliases.length > 0 && (
          <p className={classes.aliases}>
            also <span>{known.aliases.join(' · ')}</span>
          </p>
        )}
        {detail.data && detail.data.roles.length > 0 && <Roles roles={rolesOverTime(node, detail.data.roles, all)} />}
        <p className={classes.figures}>
          {count(known.articles, 'article')} · {count(known.mentionCount, 'mention')}
          {known.firstDate && (
            <>
              {' '}
              ·{' '}
              <When
                date={known.firstDate === known.lastDate ? known.firstDate : `${known.firstDate}/${known.lastDate}`}
              />
            </>
          )}
        </p>
        <EntityActions node={node} />
      </header>
      {detail.data && detail.data.contradictions > 0 && (
        <Suspense fallback={null}>
          <Contradictions about="entity" of={detail.data.key} />
        </Suspense>
      )}
      <section aria-label={`Relations of ${known.label}`}>
        <h3 className={classes.heading}>{count(total, 'relation')}</h3>
        {edges.error && <Notice error={edges.error} retry={() => void edges.refetch()} />}
        {edges.isPending && <Loader size="sm" />}
        {edges.data && total === 0 && <p className={classes.soft}>No sentence connects it with another entity.</p>}
        {groupTies(node, all).map((group) => (
          <Ties key={`${group.type} ${group.way}`} node={node} group={group} />
        ))}
        {edges.hasNextPage && (
          <Button
            variant="default"
            size="xs"
            loading={edges.isFetchingNextPage}
            onClick={() => void edges.fetchNextPage()}
          >
            Show more: {all.length} of {total} shown
          </Button>
        )}
      </section>
      {detail.data && <EntityArticles entity={detail.data} />}
    </>
  );
}
