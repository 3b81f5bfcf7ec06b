import { Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ArticlePosted } from '../../../src/server/schemas/articles.ts';
import { AddAddress, AddFiles } from './AddElsewhere.tsx';
import { AddText } from './AddText.tsx';

interface AddArticleProps {
  onClose(): void;
  onAdded(article: ArticlePosted): void;
  onFiles(files: File[]): void;
  onAddress(url: string): void;
}

const WAYS = [
  { value: 'text', label: 'Paste' },
  { value: 'files', label: 'Files' },
  { value: 'address', label: 'Web address' },
];

/** Takes articles as text, as files or from the web. */
export default function AddArticle({ onClose, onAdded, onFiles, onAddress }: AddArticleProps) {
  const [way, setWay] = useState('text');
  return (
    <Modal opened onClose={onClose} title="Add an article" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <SegmentedControl mb="md" size="sm" value={way} onChange={setWay} data={WAYS} aria-label="How it comes" />
      {way === 'text' && <AddText onClose={onClose} onAdded={onAdded} />}
      {way === 'files' && <AddFiles onClose={onClose} onFiles={onFiles} />}
      {way === 'address' && <AddAddress onClose={onClose} onAddress={onAddress} />}
    </Modal>
  );
}
