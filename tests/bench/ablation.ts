/**
 * What each rule of relations brings, and whether it lives from one article only.
 *
 *     npx tsx tests/bench/ablation.ts ../shared
 *
 * Each rule's statements on the gold articles: how many edges, how many right, in how many articles, and what F1 of
 * relations falls by without them (an edge that another rule finds too is not lost). Then the kinds of rules (titles, places, the open
 * vocabulary …) in the same way, the rules that fire in one article alone, and precision on each article of those rules that were
 * right in some other article: what would be left had the article not been seen.
 */
import { loadModel } from '../../src/language/index.ts';
import { type Judged, judgedByGold, requiredRelations } from './calibration/judged.ts';

const [shared = '../shared'] = process.argv.slice(2);
const judged = judgedByGold(shared, loadModel());
const required = requiredRelations(shared);
const articles = [...new Set(judged.map(({ article }) => article))];

interface Score {
  edges: number;
  right: number;
  f1: number;
}

/** Edges once each; gold relations found by more than one edge count once. */
function score(statements: readonly Judged[]): Score {
  const edges = new Map(statements.map(({ edge, right }) => [edge, right]));
  const found = new Set(statements.flatMap(({ relation }) => (relation === undefined ? [] : [relation])));
  const right = [...edges.values()].filter((one) => one).length;
  const wrong = edges.size - right;
  const hits = [...found].filter((relation) => required.has(relation)).length;
  return { edges: edges.size, right, f1: (2 * hits) / (hits + wrong + required.size) };
}

const all = score(judged);
const percent = (share: number) => (100 * share).toFixed(1).padStart(5);
console.log(`all rules: ${all.edges} edges, ${all.right} right, F1 of relations ${percent(all.f1)}\n`);

/** The rules of one kind share the word before the colon; the table's rules are one kind. */
const KINDS = /^(?:dateline|title|description|apposition|plain|name|place|belongs|copula|open)\b/;
const kindOf = (rule: string): string => KINDS.exec(rule)?.[0] ?? 'table of verbs and happenings';

function table(heading: string, nameOf: (one: Judged) => string): void {
  console.log(`${heading.padEnd(44)} edges right  articles  F1 falls by`);
  const names = [...new Set(judged.map(nameOf))];
  const rows = names.map((name) => {
    const own = judged.filter((one) => nameOf(one) === name);
    const without = score(judged.filter((one) => nameOf(one) !== name));
    return {
      name,
      ...score(own),
      articles: new Set(own.map(({ article }) => article)).size,
      loss: all.f1 - without.f1,
    };
  });
  for (const { name, edges, right, articles: count, loss } of rows.sort((a, b) => b.loss - a.loss))
    console.log(
      `${name.padEnd(44)} ${String(edges).padStart(5)} ${String(right).padStart(5)}  ${String(count).padStart(8)}  ${percent(loss)}`,
    );
  console.log();
}

table('kind of rule', ({ rule }) => kindOf(rule));
table('rule', ({ rule }) => rule);

const seenIn = new Map<string, Set<string>>();
for (const { rule, article } of judged) seenIn.set(rule, (seenIn.get(rule) ?? new Set()).add(article));
const single = [...seenIn].filter(([, where]) => where.size === 1);
console.log(`${single.length} of ${seenIn.size} rules fire in one article alone:`);
for (const article of articles) {
  const own = single.filter(([, where]) => where.has(article)).map(([rule]) => rule);
  if (own.length > 0) console.log(`  ${article}: ${own.sort().join('; ')}`);
}

console.log('\nleft-out article          edges right  of rules that fire elsewhere too: edges right');
for (const article of articles) {
  const own = judged.filter((one) => one.article === article);
  const shared = own.filter(({ rule }) => (seenIn.get(rule)?.size ?? 0) > 1);
  const [whole, rest] = [score(own), score(shared)];
  console.log(
    `${article.padEnd(24)} ${String(whole.edges).padStart(6)} ${String(whole.right).padStart(5)}  ${String(rest.edges).padStart(36)} ${String(rest.right).padStart(5)}`,
  );
}
