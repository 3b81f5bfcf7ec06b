/**
 * Whether confidence means what it says: of a hundred edges with 0.8, are eighty right?
 *
 *     npx tsx tests/bench/calibration.ts ../shared [--also FOLDER]… [--fit]
 *
 * Prints the expected calibration error, the area under the curve and the reliability table over all edges of the gold
 * articles: as the program says now, and with weights that were fitted without the article in question. `--also` names folders
 * laid out like the first with further articles, to fit to and to measure on. With `--fit`, weights fitted to all of them are
 * written to `src/relations/data/confidence.json`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadModel } from '../../src/language/index.ts';
import { probability } from '../../src/relations/confidence.ts';
import { examples, gather, PENALTY } from './calibration/examples.ts';
import type { Judged } from './calibration/judged.ts';
import { regress } from './calibration/regression.ts';
import { areaUnderCurve, calibrationError, type Prediction, reliability } from './calibration/scores.ts';

const { values, positionals } = parseArgs({
  options: { fit: { type: 'boolean', default: false }, also: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const [shared = '../shared'] = positionals;
const material = gather(shared, values.also, loadModel());

/** Edges in place of statements: each as sure as its surest. */
function edges(judged: readonly Judged[], confidenceOf: (one: Judged) => number): Prediction[] {
  const best = new Map<string, Prediction>();
  for (const one of judged) {
    const confidence = confidenceOf(one);
    const other = best.get(one.edge);
    if (!other || other.confidence < confidence) best.set(one.edge, { confidence, right: one.right });
  }
  return [...best.values()];
}

function report(what: string, predictions: readonly Prediction[]): void {
  const wrong = predictions.filter(({ right }) => !right).length;
  const mean = predictions.reduce((sum, { confidence }) => sum + confidence, 0) / predictions.length;
  console.log(
    `${what}: ${predictions.length} edges, ${wrong} wrong, mean confidence ${mean.toFixed(3)}, ` +
      `ECE ${calibrationError(predictions).toFixed(3)}, AUC ${areaUnderCurve(predictions).toFixed(3)}`,
  );
  for (const { from, to, count, said, right } of reliability(predictions))
    console.log(
      `  ${from.toFixed(1)}–${to.toFixed(1)}  ${String(count).padStart(4)} edges  said ${said.toFixed(2)}  right ${right.toFixed(2)}`,
    );
}

const { gold, unseen, proxy } = material;
report(
  'as the rules say',
  edges(gold, ({ confidence }) => confidence),
);
report(
  'fitted as the program has it',
  edges(gold, ({ doubts }) => probability(doubts)),
);
/** As sure as weights make it that were fitted without its article. */
function leftOut(judged: readonly Judged[]): Prediction[] {
  const articles = [...new Set(judged.map(({ article }) => article))];
  const without = new Map(articles.map((article) => [article, regress(examples(material, article), PENALTY)]));
  return edges(judged, ({ article, doubts }) => probability(doubts, without.get(article)));
}
report('one article left out', leftOut(gold));
if (unseen.length > 0) report('unseen articles, one left out', leftOut(unseen));
report(
  'GUM dev and test, right where gold parses say the same',
  edges(proxy, ({ doubts }) => probability(doubts)),
);

if (values.fit) {
  const target = new URL('../../src/relations/data/confidence.json', import.meta.url);
  const weights = regress(examples(material), PENALTY);
  writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`);
  console.log('written:', JSON.stringify(weights));
}
