import { Button, FileButton, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './AddArticle.module.css';

const FORMS = '.txt,.md,.html,.htm,.pdf,.docx,.json,.jsonl,.xml,.rss,.atom,.zip,.gz';

/** Takes files; they can be dropped on the page as well. */
export function AddFiles({ onClose, onFiles }: { onClose(): void; onFiles(files: File[]): void }) {
  return (
    <div className={classes.form}>
      <p className={classes.help}>
        Text, Markdown, HTML, PDF, Word, JSON, feeds, and zip archives of these. Files can also be dropped anywhere on
        the page.
      </p>
      <Group justify="end" gap={8}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <FileButton multiple accept={FORMS} onChange={(files) => files.length > 0 && onFiles(files)}>
          {(props) => <Button {...props}>Choose files</Button>}
        </FileButton>
      </Group>
    </div>
  );
}

/** Takes the address of an article or a feed. */
export function AddAddress({ onClose, onAddress }: { onClose(): void; onAddress(url: string): void }) {
  const [url, setUrl] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAddress(url.trim());
  };
  return (
    <form onSubmit={send} className={classes.form}>
      <TextInput
        type="url"
        label="Address"
        description="Of an article or a feed. Dateline fetches it, and asks nobody else."
        placeholder="https://"
        value={url}
        data-autofocus
        required
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Group justify="end" gap={8}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={url.trim() === ''}>
          Read it
        </Button>
      </Group>
    </form>
  );
}
