import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ArticlePosted } from '../../../src/server/schemas/articles.ts';
import { useExplorer } from '../explorer.ts';
import { count } from '../state/words.ts';
import { DropZone } from './DropZone.tsx';
import { useIntake } from './useIntake.ts';

const AddArticle = lazy(() => import('./AddArticle.tsx'));
const IntakeCard = lazy(() => import('./IntakeCard.tsx'));

interface IntakeProps {
  /** The dialog is open. */
  adding: boolean;
  onClose(): void;
  /** Shows what an article says. */
  bringArticle(article: string): Promise<void>;
}

/** All ways by which articles come in, and how far the reading of them has come. */
export function Intake({ adding, onClose, bringArticle }: IntakeProps) {
  const { say } = useExplorer();
  const queries = useQueryClient();
  const { intake, sendFiles, sendAddress, clear } = useIntake(
    (article) => void bringArticle(article),
    () => void queries.invalidateQueries({ queryKey: ['graph'] }),
  );
  const added = async ({ id, entities, statements, known }: ArticlePosted) => {
    onClose();
    await queries.invalidateQueries();
    await bringArticle(id);
    const found = `${count(entities, 'entity', 'entities')} and ${count(statements, 'statement')}`;
    say(known ? 'This article was read before: nothing changed' : `Read: ${found}. What is new is marked red.`);
  };
  return (
    <>
      <DropZone onFiles={(files) => void sendFiles(files)} />
      <Suspense fallback={null}>
        {intake.length > 0 && <IntakeCard intake={intake} onClose={clear} />}
        {adding && (
          <AddArticle
            onClose={onClose}
            onAdded={(article) => void added(article)}
            onFiles={(files) => {
              onClose();
              void sendFiles(files);
            }}
            onAddress={(url) => {
              onClose();
              void sendAddress(url);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
