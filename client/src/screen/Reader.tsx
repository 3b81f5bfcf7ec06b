import { ActionIcon, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { EntityType } from '../../../src/ontology.ts';
import type { ArticleDetail } from '../../../src/server/schemas/articles.ts';
import { article as articleQuery, edge as edgeQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { type Mark, type Segment, segments } from '../state/segments.ts';
import { articleName, count } from '../state/words.ts';
import { When } from './Facts.tsx';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';
import classes from './Reader.module.css';
import { type Part, partsOf, Words } from './Sentence.tsx';

type Marking = { mention: string; type: EntityType; pronoun: boolean } | { sentence: number } | { part: Part };

/** An article as it was read: entities marked, the evidence lit and scrolled to. */
export function Reader({ article, at, edge }: { article: string; at: number | null; edge: string | null }) {
  const { view } = useExplorer();
  const { data, error, refetch } = useQuery(articleQuery(article));
  const { data: relation } = useQuery({ ...edgeQuery(edge ?? ''), enabled: edge !== null });
  const evidence = useMemo(
    () => relation?.evidence.filter((each) => each.article === article).sort((a, b) => a.start - b.start) ?? [],
    [relation, article],
  );
  const page = useRef<HTMLElement>(null);

  const marks = useMemo((): Mark<Marking>[] => {
    if (!data) return [];
    const types = new Map(data.nodes.map(({ key, type }) => [key, type]));
    const mentions = data.mentionList.flatMap(({ start, end, kind, entities: [key = ''] }) => {
      const type = types.get(key);
      return type ? [{ start, end, value: { mention: key, type, pronoun: kind === 'pronoun' } }] : [];
    });
    const lit = relation
      ? evidence.flatMap((each) => [
          { start: each.start, end: each.end, value: { sentence: each.start } },
          ...partsOf(each, relation.source.type, relation.target.type).map(({ value, ...span }) => ({
            ...span,
            value: { part: value },
          })),
        ])
      : [];
    return [...mentions, ...lit];
  }, [data, relation, evidence]);

  useEffect(() => {
    if (!data || at === null || marks.length === 0) return;
    page.current?.querySelector(`[data-sentence="${at}"]`)?.scrollIntoView({ block: 'center' });
  }, [data, at, marks]);

  const here = evidence.findIndex(({ start }) => start === at);
  const turn = (by: number) => {
    const next = evidence[here + by];
    if (next) view.openArticle(article, next.start);
  };
  useEvidenceKeys(turn);

  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="sm" />;
  return (
    <article className={classes.article} ref={page}>
      <Head article={data} />
      {evidence.length > 1 && (
        <nav className={classes.turn} aria-label="Evidence in this article">
          <ActionIcon
            variant="default"
            size="sm"
            aria-label="Previous evidence"
            disabled={here <= 0}
            onClick={() => turn(-1)}
          >
            {icons.back}
          </ActionIcon>
          <span>
            {here + 1} of {evidence.length}
          </span>
          <ActionIcon
            variant="default"
            size="sm"
            className={classes.next}
            aria-label="Next evidence"
            disabled={here >= evidence.length - 1}
            onClick={() => turn(1)}
          >
            {icons.back}
          </ActionIcon>
        </nav>
      )}
      <div className={classes.text}>
        {segments(data.text, marks).map((piece) => (
          <Piece key={piece.start} piece={piece} />
        ))}
      </div>
    </article>
  );
}

function Head({ article }: { article: ArticleDetail }) {
  return (
    <header className={classes.head}>
      <h2 className={classes.title}>{articleName(article)}</h2>
      <p className={classes.source}>
        {article.source && <span>{article.source}</span>}
        <When date={article.date} />
        <span>{count(article.entities, 'entity', 'entities')}</span>
        <span>{count(article.statements, 'statement')}</span>
        {article.url && (
          <a href={article.url} target="_blank" rel="noreferrer noopener">
            Original {icons.outside}
          </a>
        )}
      </p>
    </header>
  );
}

/** A stretch of text with one set of marks. */
function Piece({ piece: { text, start, marks } }: { piece: Segment<Marking> }) {
  const { view } = useExplorer();
  const sentence = marks.find((mark) => 'sentence' in mark);
  const parts = marks.flatMap((mark) => ('part' in mark ? [mark.part] : []));
  const mention = marks.findLast((mark) => 'mention' in mark);
  let content: ReactNode = parts.length > 0 ? <Words text={text} parts={parts} /> : text;
  if (mention && 'mention' in mention)
    content = (
      <a
        href={`?node=${encodeURIComponent(mention.mention)}`}
        className={classes.mention}
        data-pronoun={mention.pronoun}
        tabIndex={mention.pronoun ? -1 : 0}
        data-type={mention.type}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          view.select([mention.mention]);
        }}
      >
        {content}
      </a>
    );
  if (!sentence || !('sentence' in sentence)) return content;
  return (
    <span className={classes.lit} data-sentence={sentence.sentence} data-start={start}>
      {content}
    </span>
  );
}

/** `j` and `k` turn to the next and the previous evidence. */
function useEvidenceKeys(turn: (by: number) => void): void {
  const now = useRef(turn);
  now.current = turn;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
      if (event.key === 'j') now.current(1);
      if (event.key === 'k') now.current(-1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
