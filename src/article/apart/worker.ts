import { parentPort } from 'node:worker_threads';
import { type Failure, failureOf } from '../../threads/index.ts';
import type { Result, Task } from './messages.ts';

/** What reads a form is loaded when the first file of that form comes. */
async function takeApart(task: Task): Promise<Result> {
  const { what } = task;
  switch (task.kind) {
    case 'page': {
      const { readPage } = await import('../html/page.ts');
      return { kind: 'article', article: readPage(task.html, task.base, what) };
    }
    case 'fragment': {
      const { fragmentText } = await import('../html/page.ts');
      return { kind: 'text', text: fragmentText(task.html, what) };
    }
    case 'feed': {
      const { readFeed } = await import('../feed-entries.ts');
      return { kind: 'feed', feed: readFeed(task.xml, what) };
    }
    case 'pdf': {
      const { readPdf } = await import('../pdf.ts');
      return { kind: 'article', article: await readPdf(task.bytes, task.url, what) };
    }
    case 'docx': {
      const { readDocx } = await import('../docx.ts');
      return { kind: 'article', article: await readDocx(task.bytes, task.url, what) };
    }
  }
}

const attempt = (task: Task): Promise<Result | Failure> => takeApart(task).catch(failureOf);

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await attempt(task)));
