/**
 * Whether reading takes time in proportion to length, whatever the text: each kind of text is read at growing length.
 *
 *     npx tsx tests/bench/linear.ts ../shared [--longest 200000] [--only NAME]
 *
 * Prints microseconds of processor time for each character at each length, and the exponent k of time = c · length^k between the
 * shortest and the longest that took more than 50 ms: 1 is linear.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArticle } from '../../src/article/index.ts';
import { resolve } from '../../src/entities/index.ts';
import { loadModel, read } from '../../src/language/index.ts';
import { relate } from '../../src/relations/index.ts';

const { values, positionals } = parseArgs({
  options: { longest: { type: 'string', default: '200000' }, only: { type: 'string' } },
  allowPositionals: true,
});
const [shared = '../shared'] = positionals;
const model = loadModel();

const name = (number: number): string => {
  const letters = 'bcdfghjklmnprstv';
  const [a, b, c] = [number % 16, Math.floor(number / 16) % 16, Math.floor(number / 256) % 16];
  return `${letters[a]?.toUpperCase()}a${letters[b]}o${letters[c]}i`;
};

/** Each makes the piece with a number; a text is pieces one after the other. */
const KINDS: Readonly<Record<string, (piece: number) => string>> = {
  news: news(),
  'one sentence of words': (i) => `${['the', 'old', 'city', 'council', 'met', 'with', 'its', 'new'][i % 8]} `,
  'different names': (i) => `${name(i)} ${name(i * 7)} met ${name(i * 3)}. `,
  'names in one sentence': (i) => `${name(i)} ${name(i * 7)} and `,
  'names with commas': (i) => `${name(i)}, `,
  'the same name': () => 'Mara Ilves spoke. She left. ',
  'nested clauses': () => 'he said that ',
  possessives: (i) => `${name(i)}'s `,
  quotes: () => '“no” "',
  brackets: () => '((a) [b ',
  'one word': (i) => 'abcdefgh'[i % 8] ?? 'a',
  digits: (i) => String(i % 10),
  marks: (i) => '!?.,;:-–—…'[i % 10] ?? '.',
  lines: (i) => `${name(i)}\n`,
  paragraphs: (i) => `${name(i)} left.\n\n`,
  hashtags: (i) => `#${name(i)} @${name(i)} https://a.b/${i} `,
  dates: (i) => `on 3 May ${1900 + (i % 200)}, `,
  Chinese: (i) => String.fromCodePoint(0x4e00 + (i % 5000)),
  Arabic: (i) => `${String.fromCodePoint(0x627 + (i % 20))}${i % 5 ? '' : ' '}`,
  emoji: (i) => String.fromCodePoint(0x1f600 + (i % 64)),
  'lone surrogates': () => '\ud800a',
  'combining marks': () => 'a\u0301\u0323\u0489',
};

function news(): (piece: number) => string {
  const text = readFileSync(join(shared, 'bench/gold/wikinews-election.txt'), 'utf8');
  return () => `${text}\n\n`;
}

function textOf(kind: (piece: number) => string, length: number): string {
  const pieces: string[] = [];
  for (let i = 0, size = 0; size < length; i++) {
    const piece = kind(i);
    pieces.push(piece);
    size += piece.length;
  }
  return pieces.join('').slice(0, length);
}

/** Seconds of processor time; the language is not asked for. */
function seconds(text: string): number {
  const began = process.cpuUsage();
  const article = makeArticle(text);
  const sentences = read(article, model);
  relate(article, sentences, resolve(article, sentences));
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

const longest = Number(values.longest);
const lengths = [16, 8, 4, 2, 1].map((share) => Math.round(longest / share));
console.log(
  `${'µs a character at length'.padEnd(26)}${lengths.map((length) => String(length).padStart(9)).join('')}        k`,
);
seconds(textOf(KINDS.news ?? String, 20_000));
for (const [kind, piece] of Object.entries(KINDS)) {
  if (values.only !== undefined && !kind.includes(values.only)) continue;
  const times: number[] = [];
  for (const length of lengths) {
    if ((times.at(-1) ?? 0) > 20) break;
    times.push(seconds(textOf(piece, length)));
  }
  const measured = times.flatMap((time, i) => (time > 0.05 ? [{ time, length: lengths[i] ?? 1 }] : []));
  const [first, last] = [measured[0], measured.at(-1)];
  const k =
    first && last && first !== last ? Math.log(last.time / first.time) / Math.log(last.length / first.length) : null;
  const cells = lengths.map((length, i) => {
    const time = times[i];
    return (time === undefined ? '–' : ((1e6 * time) / length).toFixed(2)).padStart(9);
  });
  console.log(`${kind.padEnd(26)}${cells.join('')}  ${k === null ? '     –' : k.toFixed(2).padStart(7)}`);
}
