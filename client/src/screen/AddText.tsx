import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ArticlePosted } from '../../../src/server/schemas/articles.ts';
import { ApiError } from '../api/problem.ts';
import { postArticle } from '../api/queries.ts';
import classes from './AddArticle.module.css';
import { Notice } from './Notice.tsx';

interface AddTextProps {
  onClose(): void;
  onAdded(article: ArticlePosted): void;
}

/** Takes an article's text, has it read, and says what came of it. */
export function AddText({ onClose, onAdded }: AddTextProps) {
  const [draft, setDraft] = useState({ text: '', title: '', date: '', source: '' });
  const post = useMutation({ mutationFn: postArticle, onSuccess: onAdded });
  const fieldError = (field: string) =>
    post.error instanceof ApiError ? post.error.fields.find((each) => each.field === field)?.message : undefined;
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    error: fieldError(name),
    disabled: post.isPending,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  const send = (event: FormEvent) => {
    event.preventDefault();
    const { text, title, date, source } = draft;
    post.mutate({ text, title: title || null, date: date || null, source: source || null });
  };

  return (
    <form onSubmit={send} className={classes.form}>
      <Textarea
        {...field('text')}
        label="Text"
        description="The whole article, in English, as plain text"
        placeholder="Paste the article here"
        rows={10}
        data-autofocus
        required
      />
      <TextInput {...field('title')} label="Title" placeholder="Read from the text where it stands there" />
      <Group grow align="start">
        <TextInput {...field('date')} type="date" label="Date" description="“On Thursday” is reckoned from it" />
        <TextInput {...field('source')} label="Source" description="Who published it" />
      </Group>
      {post.error && <Notice error={post.error} />}
      <Group justify="space-between" mt={4}>
        <p className={classes.progress} role="status">
          {post.isPending && 'Reading: sentences, names, relations …'}
        </p>
        <Group gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={post.isPending} disabled={draft.text.trim() === ''}>
            Read it
          </Button>
        </Group>
      </Group>
    </form>
  );
}
