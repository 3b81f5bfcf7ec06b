/**
 * Learns `src/entities/data/pronouns.json` from GUM:
 *
 *     npx tsx tests/training/pronouns.ts ../shared/data/ud/gum-train.conllu [gum-dev.conllu …]
 */
import { writeFileSync } from 'node:fs';
import { Chains } from '../../src/entities/coreference/chains.ts';
import { SIEVES } from '../../src/entities/coreference/index.ts';
import { candidatesOf, kindOf, noneFeatures } from '../../src/entities/coreference/pronoun-features.ts';
import { pronouns } from '../../src/entities/coreference/pronouns.ts';
import { discourseOf } from '../../src/entities/discourse.ts';
import { findNames } from '../../src/entities/names/index.ts';
import { PRONOUNS } from '../../src/entities/phrase.ts';
import { type GoldParse, gumParses } from '../bench/gold-parses.ts';

/** One pronoun: the features of each choice (the last is "none"), and which choices are right. */
interface Example {
  choices: string[][];
  right: boolean[];
}

function examplesOf(parse: GoldParse): Example[] {
  const { article, sentences, document } = parse;
  const group = new Map<string, string>();
  for (const [index, { words, mentions }] of document.sentences.entries())
    for (const mention of [...mentions].sort((a, b) => a.to - a.from - (b.to - b.from))) {
      const inside = (at: number) => at >= mention.from && at < mention.to;
      const head = words.findIndex((word, at) => inside(at) && !inside(word.head) && word.upos !== 'PUNCT');
      if (!group.has(`${index} ${head}`)) group.set(`${index} ${head}`, mention.group);
    }
  const discourse = discourseOf(article, sentences, findNames(article, sentences));
  const chains = new Chains(discourse.phrases);
  for (const sieve of SIEVES.slice(0, SIEVES.indexOf(pronouns)))
    for (const link of sieve(discourse, chains)) chains.join(link);
  const groupOf = (index: number) => {
    const phrase = discourse.phrases[index];
    return (
      phrase &&
      (phrase.parts
        ? group.get(`${phrase.sentence} ${phrase.head} group`)
        : group.get(`${phrase.sentence} ${phrase.head}`))
    );
  };
  const examples: Example[] = [];
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.kind !== 'pronoun' || PRONOUNS.get(phrase.noun)?.person !== 'third' || chains.isLinked(index)) continue;
    const candidates = candidatesOf(index, discourse, chains);
    const own = groupOf(index);
    const right = candidates.map((one) => own !== undefined && groupOf(one.index) === own);
    const choices = [...candidates.map(({ features }) => features), noneFeatures(index, discourse)].map((features) =>
      features.map((feature) => `${kindOf(phrase)} ${feature}`),
    );
    if (candidates.length) examples.push({ choices, right: [...right, !right.includes(true)] });
    const nearest = candidates[right.indexOf(true)];
    if (nearest) chains.join({ phrase: index, to: [nearest.index], certainty: 1 });
  }
  return examples;
}

/** Maximum likelihood of the right choices together, with an L2 penalty, by AdaGrad in a fixed order. */
function learn(examples: readonly Example[], epochs: number, penalty: number): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const score = (features: readonly string[]) => features.reduce((sum, one) => sum + (weights.get(one) ?? 0), 0);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { choices, right } of examples) {
      const powers = choices.map((features) => Math.exp(score(features)));
      const all = powers.reduce((sum, one) => sum + one, 0);
      const good = powers.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0);
      const gradient = new Map<string, number>();
      for (const [at, features] of choices.entries()) {
        const power = powers[at] ?? 0;
        const pull = (right[at] ? power / good : 0) - power / all;
        for (const feature of features) gradient.set(feature, (gradient.get(feature) ?? 0) + pull);
      }
      for (const [feature, pull] of gradient) {
        const weight = weights.get(feature) ?? 0;
        const step = pull - penalty * weight;
        const square = (squares.get(feature) ?? 0) + step * step;
        squares.set(feature, square);
        weights.set(feature, weight + (0.2 * step) / Math.sqrt(square + 1e-8));
      }
    }
  }
  return weights;
}

/** Every feature also without its pronoun, so that rare pronouns learn from the others. */
const widened = ({ choices, right }: Example): Example => ({
  choices: choices.map((features) => [...features, ...features.map(general)]),
  right,
});
const general = (feature: string) => feature.replace(/^\w+/, '*');

/** What was learnt for all pronouns is added to what was learnt for each, so that a reader needs only the latter. */
function folded(weights: ReadonlyMap<string, number>): [string, number][] {
  const all = [...weights.keys()].filter((feature) => feature.startsWith('*'));
  return ['he', 'it', 'they'].flatMap((pronoun) =>
    all.map((feature): [string, number] => {
      const own = feature.replace('*', pronoun);
      return [own, (weights.get(feature) ?? 0) + (weights.get(own) ?? 0)];
    }),
  );
}

const examples = process.argv.slice(2).flatMap((path) => gumParses(path).flatMap(examplesOf));
const weights = folded(learn(examples.map(widened), 12, 0.006));
const rounded = weights.map(([feature, weight]) => [feature, Math.round(weight * 1000) / 1000] as const);
const kept = rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
const out = new URL('../../src/entities/data/pronouns.json', import.meta.url);
writeFileSync(out, `{\n${kept.map(([feature, weight]) => `${JSON.stringify(feature)}: ${weight}`).join(',\n')}\n}\n`);
console.log(`${examples.length} pronouns, ${kept.length} weights`);
