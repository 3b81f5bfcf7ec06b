import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { articles as articlesQuery, facets as facetsQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { articleName, count, dateWords } from '../state/words.ts';
import { Notice } from './Notice.tsx';
import { PickList } from './PickList.tsx';

/** The publishers, each with how many articles it has. */
export function SourceList() {
  const { view } = useExplorer();
  const { data, error, refetch } = useQuery(facetsQuery());
  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="xs" m="xs" />;
  return (
    <PickList
      name="sources"
      items={data.sources.values.map(({ value, count: n }) => ({
        value,
        label: value,
        count: n,
        of: count(n, 'article'),
      }))}
      total={data.sources.total}
      chosen={view.sources}
      empty="No article here tells who published it."
      onChoose={(sources) => view.change({ sources })}
    />
  );
}

/** The newest articles, each with how many statements it makes. */
export function ArticleList() {
  const { view } = useExplorer();
  const { data, error, refetch } = useQuery(articlesQuery());
  const { data: all } = useQuery(facetsQuery());
  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="xs" m="xs" />;
  return (
    <PickList
      name="articles"
      items={data.items.map(({ id, date, source, statements, ...article }) => ({
        value: id,
        label: articleName({ ...article, source, date }),
        note: [source, date && dateWords(date)].filter(Boolean).join(', '),
        count: statements,
        of: count(statements, 'statement'),
      }))}
      total={all?.articles ?? data.items.length}
      chosen={view.articles}
      empty="No article has been read yet."
      onChoose={(articles) => view.change({ articles })}
    />
  );
}
