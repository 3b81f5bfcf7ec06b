import { sql } from 'kysely';
import type { MentionKind, Modality } from '../../ontology.ts';
import type { Evidence } from '../../relations/statement.ts';
import type { Page, PageQuery } from '../queries.ts';
import type { ArticleTable, Db } from '../schema.ts';
import type { ArticleRow, ArticleView, NodeRef, StatementView } from '../views.ts';
import { decodeCursor, pageOf, StringAndString } from './cursor.ts';

type Listed = Pick<ArticleTable, 'id' | 'text' | 'title' | 'date' | 'source' | 'url'> &
  Pick<ArticleTable, 'entities' | 'mentions' | 'statements'>;

const COLUMNS = ['id', 'text', 'title', 'date', 'source', 'url', 'entities', 'mentions', 'statements'] as const;

const articleRow = ({ text, ...row }: Listed): ArticleRow => ({ ...row, length: text.length });

export async function articles(db: Db, { limit, after }: PageQuery): Promise<Page<ArticleRow>> {
  const from = decodeCursor(after, StringAndString);
  const rows = await db
    .selectFrom('article')
    .select(COLUMNS)
    .$if(from !== null, (query) => query.where(sql<boolean>`(coalesce(date, ''), id) < (${from?.[0]}, ${from?.[1]})`))
    .orderBy(sql`coalesce(date, '') desc, id desc`)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, articleRow, ({ date, id }) => [date ?? '', id]);
}

async function mentionsOf(db: Db, id: string): Promise<ArticleView['mentionList']> {
  const found = await sql<{ start: number; stop: number; kind: MentionKind; text: string; entities: string[] }>`
    select m.start, m.stop, m.kind, m.text, array_agg(distinct e.entity order by e.entity) as entities
    from mention m join article_entity e on e.article = m.article and e.index = m.entity_index
    where m.article = ${id} group by m.start, m.stop, m.kind, m.text order by m.start, m.stop desc`.execute(db);
  return found.rows.map(({ stop, ...mention }) => ({ ...mention, end: stop }));
}

interface StatementRow {
  edge: string | null;
  source: string;
  target: string;
  type: string;
  predicate: string;
  date: string | null;
  modality: Modality;
  evidence: Evidence;
}

async function statementsOf(db: Db, id: string): Promise<StatementView[]> {
  const found = await sql<StatementRow>`
    select s.edge, subject.entity as source, object.entity as target, s.type, s.predicate, s.date, s.modality, s.evidence
    from statement s
    join article_entity subject on subject.article = s.article and subject.index = s.subject
    join article_entity object on object.article = s.article and object.index = s.object
    where s.article = ${id} order by s.index`.execute(db);
  const statements = found.rows.map(({ evidence, date, ...said }): StatementView => {
    const { start, end, subject, trigger, object } = evidence;
    return { ...said, ...(date !== null && { date }), start, end, subject, trigger, object };
  });
  return statements.sort((a, b) => a.start - b.start || a.trigger[0] - b.trigger[0]);
}

/** The article that stands in the place of a reading that does not. */
async function standingFor(db: Db, id: string): Promise<ArticleView | null> {
  const { rows } = await sql<{ id: string }>`
    select article.id from spare join article on article.url = spare.url where spare.id = ${id} order by 1 limit 1`.execute(
    db,
  );
  return rows[0] === undefined ? null : article(db, rows[0].id);
}

export async function article(db: Db, id: string): Promise<ArticleView | null> {
  const row = await db.selectFrom('article').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return standingFor(db, id);
  const nodes = await sql<NodeRef>`
    select key, label, type from entity
    where key in (select entity from article_entity where article = ${id}) order by key`.execute(db);
  return {
    ...articleRow(row),
    text: row.text,
    nodes: nodes.rows,
    mentionList: await mentionsOf(db, id),
    statementList: await statementsOf(db, id),
  };
}

export async function knownArticles(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select id from article where id = any(${[...ids]}) union select id from spare where id = any(${[...ids]})`.execute(
    db,
  );
  return new Set(found.rows.map(({ id }) => id));
}
