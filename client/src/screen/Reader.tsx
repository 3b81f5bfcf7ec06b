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

type Marking =
  | { mention: string; type: EntityType; pronoun: boolean; lit: boolean }
  | { sentence: number }
  | { part: Part };

interface ReaderProps {
  article: string;
  at: number | null;
  edge: string | null;
  /** The chosen node, whose mentions are turned to where no edge is open. */
  node: string | undefined;
}

/** An article as it was read: entities marked, the evidence or the chosen node's mentions lit, and turned to. */
export function Reader({ article, at, edge, node }: ReaderProps) {
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
    const mentions = data.mentionList.flatMap(({ start, end, kind, entities }) => {
      const [key = ''] = entities;
      const type = types.get(key);
      if (!type) return [];
      const lit = edge === null && node !== undefined && entities.includes(node);
      return [{ start, end, value: { mention: key, type, pronoun: kind === 'pronoun', lit } }];
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
  }, [data, relation, evidence, edge, node]);

  /** Where there is something to turn to. */
  const stops = useMemo(
    () =>
      edge === null
        ? marks.flatMap(({ start, value }) => ('mention' in value && value.lit ? [start] : []))
        : evidence.map(({ start }) => start),
    [edge, marks, evidence],
  );
  const place = at ?? (edge === null ? stops[0] : undefined);
  useEffect(() => {
    if (!data || place === undefined || marks.length === 0) return;
    page.current?.querySelector(`[data-stop="${place}"]`)?.scrollIntoView({ block: 'center' });
  }, [data, place, marks]);

  const here = place === undefined ? -1 : stops.indexOf(place);
  const turn = (by: number) => {
    const next = stops[here + by];
    if (next !== undefined) view.openArticle(article, next);
  };
  useEvidenceKeys(turn);

  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="sm" />;
  const what = edge === null ? 'mention' : 'evidence';
  return (
    <article className={classes.article} ref={page}>
      <Head article={data} />
      {stops.length > 1 && (
        <nav className={classes.turn} aria-label={edge === null ? 'Mentions' : 'Evidence in this article'}>
          <ActionIcon
            variant="default"
            size="sm"
            aria-label={`Previous ${what}`}
            title="K"
            disabled={here <= 0}
            onClick={() => turn(-1)}
          >
            {icons.back}
          </ActionIcon>
          <span>
            {edge === null && 'Mention '}
            {here + 1} of {stops.length}
          </span>
          <ActionIcon
            variant="default"
            size="sm"
            className={classes.next}
            aria-label={`Next ${what}`}
            title="J"
            disabled={here >= stops.length - 1}
            onClick={() => turn(1)}
          >
            {icons.back}
          </ActionIcon>
        </nav>
      )}
      <div className={classes.text}>
        {segments(data.text, marks).map((piece) => (
          <Piece key={piece.start} piece={piece} place={place} />
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
      {article.excerpt && <p className={classes.source}>Only the sentences that are evidence were published.</p>}
    </header>
  );
}

/** A stretch of text with one set of marks. */
function Piece({ piece: { text, start, marks }, place }: { piece: Segment<Marking>; place: number | undefined }) {
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
        data-lit={mention.lit}
        data-here={mention.lit && start === place}
        {...(mention.lit && { 'data-stop': start })}
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
    <span className={classes.lit} data-sentence={sentence.sentence} data-stop={start}>
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
