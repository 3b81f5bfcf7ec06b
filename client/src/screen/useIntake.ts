import { useEffect, useRef, useState } from 'react';
import { ArticleEvent, type Queued } from '../../../src/server/schemas/queue.ts';
import { ApiError } from '../api/problem.ts';
import { events, inQueue, isRead, postAddress, postFile } from '../api/queries.ts';
import { handedOver, type Intake, isDone, told } from '../state/intake.ts';

/** So long an article that is waited for may say nothing before it is asked after, in milliseconds. */
const PATIENCE = 4000;

/**
 * Hands files and addresses over to be read, and follows what becomes of them.
 *
 * @param onAdded told of each article that is in the graph now
 * @param onSettled told when nothing is waited for any more
 */
export function useIntake(onAdded: (article: string) => void, onSettled: () => void) {
  const [intake, setIntake] = useState<Intake>([]);
  const waiting = intake.some((item) => !isDone(item));
  const now = useRef({ onAdded, onSettled, intake });
  now.current = { onAdded, onSettled, intake };

  useEffect(() => {
    if (!waiting) return;
    const take = (event: ArticleEvent) => {
      const mine = now.current.intake.some((item) => item.id === event.id && !isDone(item));
      if (!mine) return;
      setIntake((before) => told(before, event));
      if (event.status === 'added') now.current.onAdded(event.id);
    };
    const source = events();
    source.addEventListener('article', ({ data }) => {
      const event = ArticleEvent.safeParse(JSON.parse(data));
      if (event.success) take(event.data);
    });
    // What was read before the line stood, or by another process, is not told.
    const ask = async () => {
      const waits = await inQueue();
      for (const { id, name, title, status } of now.current.intake)
        if (id !== null && (status === 'queued' || status === 'reading') && !waits.has(id))
          take({ id, name, title, status: (await isRead(id)) ? 'added' : 'failed' });
    };
    const asking = setInterval(() => void ask().catch(() => undefined), PATIENCE);
    return () => {
      source.close();
      clearInterval(asking);
      now.current.onSettled();
    };
  }, [waiting]);

  const hand = async (name: string, over: () => Promise<{ items: Queued[] }>) => {
    const { items } = await over().catch((error: unknown) => ({ items: [refused(name, error)] }));
    setIntake((before) => handedOver(before, items));
  };
  return {
    intake,
    sendFiles: async (files: readonly File[]) => {
      for (const file of files) await hand(file.name, () => postFile(file));
    },
    sendAddress: (url: string) => hand(url, () => postAddress(url)),
    clear: () => setIntake([]),
  };
}

function refused(name: string, error: unknown): Queued {
  const known = error instanceof ApiError;
  return {
    ...{ id: null, name, title: null, status: 'failed' },
    problem: {
      code: 'refused',
      title: error instanceof Error ? error.message : 'could not be sent',
      ...(known && error.detail !== undefined && { detail: error.detail }),
      ...(known && error.hint !== undefined && { hint: error.hint }),
    },
  };
}
