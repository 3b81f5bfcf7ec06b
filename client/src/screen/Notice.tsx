import { Button } from '@mantine/core';
import { ApiError } from '../api/problem.ts';
import classes from './Notice.module.css';

/** What went wrong, and what to do about it. */
export function Notice({ error, retry }: { error: unknown; retry?: () => void }) {
  const known = error instanceof ApiError;
  return (
    <div className={classes.notice} role="alert">
      <strong>{error instanceof Error ? error.message : 'Something went wrong'}</strong>
      {known && error.detail && <p>{error.detail}</p>}
      {known && error.hint && <p>{error.hint}</p>}
      {!known && <p>Load the page again; if it stays, the server and this page may be of different versions.</p>}
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
