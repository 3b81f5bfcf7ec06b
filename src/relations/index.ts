import type { Article } from '../article/article.ts';
import type { Mention, Reading } from '../entities/entity.ts';
import { type Quotation, quotationsOf } from '../entities/quotations.ts';
import type { Sentence } from '../language/sentence.ts';
import { dependents, lemma, type Tree } from '../language/tree.ts';
import { isSymmetric, type Span } from '../ontology.ts';
import { withoutHome } from './abroad.ts';
import { fromAdverbials } from './adverbials.ts';
import { type Source, type Sources, sourceAt, sourcesOf } from './attribution.ts';
import { fromBearers, fromDescriptions, GUESSED_OFFICE } from './bearers.ts';
import { fromClauses } from './clauses.ts';
import { calibrated } from './confidence.ts';
import { fromCopulas } from './copulas.ts';
import { datesOf, type TimeExpression } from './dates.ts';
import { detailsOf } from './details.ts';
import { fromEvents } from './events.ts';
import type { Finding } from './finding.ts';
import { plant } from './inflection.ts';
import { modalityOf } from './modality.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { fromDateline, fromPlaces } from './places.ts';
import type { Proposition } from './proposition.ts';
import { propositions } from './propositions.ts';
import { repair } from './repair/index.ts';
import { type Scene, sceneOf } from './scene.ts';
import { settingOf } from './setting.ts';
import type { Statement } from './statement.ts';
import { comes, type Timing, timingOf } from './timing.ts';

export { calibrated, type Objection, objections } from './confidence.ts';
export { type OpenTuple, openTuples, writeTuples } from './openie.ts';
export type { Argument, Proposition } from './proposition.ts';
export type { Evidence, Statement } from './statement.ts';

/** The only door of this room: what the sentences of an article say between the entities that it speaks of. */
export function relate(article: Article, sentences: readonly Sentence[], reading: Reading): Statement[] {
  return calibrated(rough(article, sentences, reading), sentences, reading.mentions);
}

/** The same statements with the confidence that the rules alone give: what `calibrated` starts from. */
export function rough(article: Article, sentences: readonly Sentence[], reading: Reading): Statement[] {
  const bySentence: Mention[][] = sentences.map(() => []);
  for (const mention of reading.mentions) bySentence[mention.sentence]?.push(mention);
  const scene = sceneOf(sentences, reading);
  const history = tellsHistory(article.date, sentences);
  const phrases = sentences.map((sentence, i) => {
    const mentions = bySentence[i] ?? [];
    const parsed = phrasesOf(plant(sentence), mentions, reading, scene.country);
    return mentions.length === 0 ? parsed : phrasesOf(repair(parsed), mentions, reading, scene.country);
  });
  const sources = sourcesIn(article, sentences, phrases);
  const found = phrases.flatMap((each) => relateSentence(each, scene, sources, history));
  return withoutHome(withoutOwn(withoutNeedless(found)), reading.entities);
}

/**
 * Without the offices that were only guessed from the country that the article is about, where a sentence tells the
 * office or another has it.
 */
function withoutNeedless(statements: readonly Statement[]): Statement[] {
  const isGuess = ({ evidence }: Statement) => evidence.rule.endsWith(GUESSED_OFFICE);
  const told = statements.filter((one) => one.type === 'leads' && !isGuess(one));
  const leaders = new Set(told.map(({ subject }) => subject));
  const offices = new Set(told.map(({ object, role }) => `${object} ${role?.toLowerCase()}`));
  return statements.filter(
    (one) => !isGuess(one) || !(leaders.has(one.subject) || offices.has(`${one.object} ${one.role?.toLowerCase()}`)),
  );
}

const STATIC = new Set(['part_of', 'located_in', 'member_of', 'owns', 'represents', 'works_for', 'leads', 'founded']);

/** Without what a body of state does to its own state, as whose it was named: "the Danish navy rescued a Danish captain". */
function withoutOwn(statements: readonly Statement[]): Statement[] {
  const bodies = new Set(
    statements
      .filter(({ type, evidence }) => type === 'part_of' && evidence.rule === 'name: body of state')
      .map(({ subject, object }) => `${subject} ${object}`),
  );
  return statements.filter(({ type, subject, object }) => STATIC.has(type) || !bodies.has(`${subject} ${object}`));
}

/** How many years back is long gone. */
const LONG_GONE = 3;

/** Whether most sentences that name a year, and at least a quarter of all, tell of years long before the article's. */
function tellsHistory(date: string | null, sentences: readonly Sentence[]): boolean {
  const now = Number(date?.slice(0, 4) ?? Number.NaN);
  const dated = sentences.flatMap(({ tokens }) => {
    const years = tokens.filter(({ form }) => /^(?:1[5-9]|20)\d\d$/.test(form)).map(({ form }) => Number(form));
    return years.length === 0 ? [] : [Math.max(...years)];
  });
  const old = dated.filter((year) => year <= now - LONG_GONE).length;
  return old * 2 > dated.length && old * 4 >= sentences.length;
}

function sourcesIn(article: Article, sentences: readonly Sentence[], phrases: readonly Phrases[]): Sources {
  const quotations = quotationsOf(article, sentences);
  const speakers = new Map<Quotation, Source | null>();
  let before: Quotation | null = null;
  for (const quotation of quotations) {
    const { speaker } = quotation;
    const own = speaker ? phrases[speaker.sentence] : undefined;
    const named = speaker && own ? sourceAt(own, speaker.token) : null;
    const goesOn = before !== null && goesOnFrom(before, quotation, article.text);
    const inherited = before && goesOn ? (speakers.get(before) ?? null) : announced(quotation, article.text, phrases);
    speakers.set(quotation, named ?? (speaker ? null : inherited));
    before = quotation;
  }
  return { article, quotations, speakerOf: (quotation) => speakers.get(quotation) ?? null };
}

/** The longest "said the mayor of B on Monday." between two halves of what one says. */
const LONGEST_ASIDE = 80;

/** `"…," said A. "…"`: what follows on the words about the speaker is the speaker's too. */
function goesOnFrom(before: Quotation, quotation: Quotation, text: string): boolean {
  const between = text.slice(before.end, quotation.start);
  return between.length <= LONGEST_ASIDE && !between.includes('\n') && /^[^.!?]*[.!?]?\s*$/.test(between);
}

const WORDS = /^(?:statement|speech|letter|interview|tweet|email|remark|response|comment|message|blog|post)$/;

/** Index of the last sentence that ends at or before an offset; -1 for none. */
function lastBefore(phrases: readonly Phrases[], offset: number): number {
  let [low, high] = [0, phrases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((phrases[middle]?.tree.sentence.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `A issued a statement. "…"`: whose the words are that the sentence before announces. */
function announced({ start }: Quotation, text: string, phrases: readonly Phrases[]): Source | null {
  const own = phrases[lastBefore(phrases, start)];
  if (
    !own ||
    text.slice(own.tree.sentence.end, start).trim() !== '' ||
    text.slice(own.tree.sentence.end, start).includes('\n')
  )
    return null;
  const { tree } = own;
  const [root = -1] = tree.order;
  const subject = dependents(tree, root, 'nsubj')[0];
  if (subject === undefined || !dependents(tree, root, 'obj', 'obl').some((t) => WORDS.test(lemma(tree, t))))
    return null;
  const source = sourceAt(own, subject);
  return typeof source === 'number' ? source : null;
}

function relateSentence(phrases: Phrases, scene: Scene, sources: Sources, history: boolean): Statement[] {
  const { tree, owner } = phrases;
  if (tree.sentence.kind === 'dateline')
    return fromDateline(phrases).map((finding) => state(phrases, finding, nothingTold, sources));
  if (phrases.mentions.length < 2) return [];
  const clauses = propositions(tree);
  const found = [
    ...fromBearers(phrases, scene),
    ...fromDescriptions(phrases, scene),
    ...fromPlaces(phrases),
    ...fromCopulas(phrases, clauses, scene),
    ...fromEvents(phrases, clauses),
    ...fromClauses(phrases, clauses),
    ...fromAdverbials(phrases, clauses),
  ];
  if (found.length === 0) return [];
  const dates = datesOf(
    sources.article.text,
    tree.sentence,
    sources.article.date,
    (t) => owner[t]?.kind === 'name',
    history,
  );
  const told: Told = { clauses, dates, timing: timingOf(tree, dates, clauses) };
  return distinct(found.map((finding) => state(phrases, finding, told, sources))).filter(
    (one) => one.confidence >= LEAST,
  );
}

/** A statement less sure than this is left out: a false edge costs more than a missing one. */
const LEAST = 0.22;

/** What a sentence tells around its findings. */
interface Told {
  clauses: readonly Proposition[];
  dates: readonly TimeExpression[];
  timing: Timing;
}

const nothingTold: Told = { clauses: [], dates: [], timing: { at: () => null } };

/** Adds to a finding when, where, how surely and on whose word. */
function state(phrases: Phrases, finding: Finding, around: Told, sources: Sources): Statement {
  const { tree } = phrases;
  const { sentence, tokens } = tree;
  const { text } = sources.article;
  const { clauses, dates, timing } = around;
  const isTitle = finding.state === 'named';
  const date = finding.state ? null : timing.at(finding.predicate);
  const told = finding.modality ?? (isTitle ? 'actual' : modalityOf(tree, finding.predicate));
  const isToCome = date !== null && comes(tree, finding.predicate, date, sources.article.date);
  const modality = told === 'actual' && isToCome ? 'planned' : told;
  // "may go on Friday", not "may have gone on Friday"
  const isAhead =
    isToCome || modality === 'planned' || (modality === 'possible' && tokens[finding.predicate]?.xpos === 'VB');
  const setting = finding.state ? null : settingOf(phrases, finding, clauses);
  const details = finding.state ? null : detailsOf(phrases, finding, clauses, dates);
  const [from, to] = finding.trigger;
  const trigger: Span = [tokens[from]?.start ?? sentence.start, tokens[Math.max(from, to - 1)]?.end ?? sentence.end];
  const swap = isSymmetric(finding.type) && finding.subject.mention.start > finding.object.mention.start;
  const [subject, object] = swap ? [finding.object, finding.subject] : [finding.subject, finding.object];
  return {
    subject: subject.entity,
    object: object.entity,
    type: finding.type,
    predicate: text.slice(...trigger),
    ...(finding.role === undefined ? {} : { role: finding.role }),
    ...(finding.roleOf === undefined ? {} : { roleOf: finding.roleOf }),
    ...(details ? { details: textOf(text, tree, details) } : {}),
    ...(date ? { date: isAhead ? date.future : date.past } : {}),
    ...(setting === null ? {} : { place: setting }),
    modality,
    attributedTo: isTitle
      ? []
      : sourcesOf(phrases, finding.predicate, sources).filter(
          (s) => s !== subject.entity || finding.state === undefined,
        ),
    confidence: confidenceOf(phrases, finding),
    evidence: {
      start: sentence.start,
      end: sentence.end,
      text: text.slice(sentence.start, sentence.end),
      subject: [subject.mention.start, subject.mention.end],
      trigger,
      object: [object.mention.start, object.mention.end],
      ...(date ? { date: date.span } : {}),
      rule: finding.rule,
    },
  };
}

const textOf = (text: string, { tokens }: Tree, [from, to]: readonly [number, number]): string =>
  text.slice(tokens[from]?.start, tokens[to - 1]?.end).replaceAll(/\s+/gu, ' ');

/** The rule's own rate, lessened by doubt about the mentions and about the parse between them. */
function confidenceOf({ tree }: Phrases, { subject, object, predicate, rate }: Finding): number {
  const margins = [predicate, subject.mention.head, object.mention.head].map((t) => tree.tokens[t]?.margin ?? 1);
  const margin = margins.reduce((sum, one) => sum + one, 0) / margins.length;
  return Math.round(1000 * rate * subject.certainty * object.certainty * (0.8 + 0.2 * margin)) / 1000;
}

/** One statement of a kind between two entities in a sentence: the surest. */
function distinct(statements: readonly Statement[]): Statement[] {
  const best = new Map<string, Statement>();
  for (const one of statements) {
    const ends = [one.subject, one.object];
    if (isSymmetric(one.type)) ends.sort((a, b) => a - b);
    const key = `${ends.join()} ${one.type} ${one.modality === 'negated'}`;
    const other = best.get(key);
    if (!other || other.confidence < one.confidence) best.set(key, one);
  }
  return [...best.values()];
}
