import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { waiting } from '../api/queries.ts';
import { count } from '../state/words.ts';
import classes from './Empty.module.css';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';

/** Before there is a graph: what it is, and how to get one. */
export function Empty({ onAdd }: { onAdd(): void }) {
  const { data: articles = 0 } = useQuery(waiting());
  return (
    <section className={classes.empty}>
      <h2>{articles === 0 ? 'No article has been read yet' : `Reading ${count(articles, 'article')}`}</h2>
      <p>Dateline reads news and draws who met whom, when and where, and shows the sentence that says so.</p>
      <Button leftSection={icons.add} onClick={onAdd}>
        Add an article
      </Button>
    </section>
  );
}

export function NoGraph({ error, retry }: { error: unknown; retry(): void }) {
  return (
    <section className={classes.empty}>
      <h2>The graph did not come</h2>
      <Notice error={error} retry={retry} />
    </section>
  );
}
