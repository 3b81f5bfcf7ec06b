import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useExplorer } from '../explorer.ts';
import { icons } from './icons.tsx';
import classes from './Legend.module.css';

const Sources = lazy(() => import('./SaidLists.tsx').then(({ SourceList }) => ({ default: SourceList })));
const Articles = lazy(() => import('./SaidLists.tsx').then(({ ArticleList }) => ({ default: ArticleList })));

/** Only what some sources or some articles say; the lists come when they are opened. */
export function SaidFilters() {
  const { view } = useExplorer();
  return (
    <>
      <Foldable title="Sources" chosen={view.sources.length}>
        <Sources />
      </Foldable>
      <Foldable title="Articles" chosen={view.articles.length}>
        <Articles />
      </Foldable>
    </>
  );
}

function Foldable({ title, chosen, children }: { title: string; chosen: number; children: ReactNode }) {
  const [open, setOpen] = useState(chosen > 0);
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.title}>
        <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
          {chosen > 0 && <span className={classes.chosen}>{chosen} chosen</span>}
          <span className={classes.chevron}>{icons.right}</span>
        </button>
      </h2>
      {open && <Suspense fallback={null}>{children}</Suspense>}
    </section>
  );
}
