import type { ArticleDetail, Evidence } from '../schemas/index.ts';

type Span = [number, number];

/** What stands between two sentences of an excerpt. */
const BREAK = '\n\n[…]\n\n';

/** Sentences in the order of the text, those that touch or overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Where a span of the article stands in an excerpt of it; null where the excerpt leaves it out. */
export type Move = (span: readonly [number, number]) => Span | null;

/**
 * What is left of an article when only some sentences of it may be shown. Nothing else of the text stays in it.
 *
 * @param sentences spans in the article's text, in UTF-16 code units
 */
export function excerpt(article: ArticleDetail, sentences: readonly Span[]): { article: ArticleDetail; move: Move } {
  const kept = merged(sentences);
  const places: { from: Span; at: number }[] = [];
  let text = '';
  for (const from of kept) {
    if (text !== '') text += BREAK;
    places.push({ from, at: text.length });
    text += article.text.slice(...from);
  }
  const move: Move = ([start, end]) => {
    const place = places.find(({ from }) => from[0] <= start && end <= from[1]);
    return place ? [start - place.from[0] + place.at, end - place.from[0] + place.at] : null;
  };
  const moved = <T extends { start: number; end: number }>(item: T): (T & { span: Span })[] => {
    const span = move([item.start, item.end]);
    return span ? [{ ...item, start: span[0], end: span[1], span }] : [];
  };
  const mentionList = article.mentionList.flatMap((mention) => moved(mention).map(({ span: _, ...rest }) => rest));
  const statementList = article.statementList.flatMap((statement) => {
    const [subject, trigger, object] = [move(statement.subject), move(statement.trigger), move(statement.object)];
    if (!subject || !trigger || !object) return [];
    return moved(statement).map(({ span: _, ...rest }) => ({ ...rest, subject, trigger, object }));
  });
  const mentioned = new Set(mentionList.flatMap(({ entities }) => entities));
  const nodes = article.nodes.filter(({ key }) => mentioned.has(key));
  return { article: { ...article, text, nodes, mentionList, statementList, excerpt: true }, move };
}

/** The evidence as it stands in the excerpt of its article. */
export function movedEvidence(evidence: Evidence, move: Move): Evidence {
  const shift = (span: readonly [number, number]): Span => move(span) ?? [0, 0];
  const [start, end] = shift([evidence.start, evidence.end]);
  const { subject, trigger, object, date } = evidence;
  return {
    ...evidence,
    start,
    end,
    subject: shift(subject),
    trigger: shift(trigger),
    object: shift(object),
    ...(date && { date: shift(date) }),
  };
}
