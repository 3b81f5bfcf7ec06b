import type { Token } from '../../language/sentence.ts';
import { headType, isSubject } from '../../lexicon/index.ts';
import { isCapitalized, type Name, type Step } from './name.ts';
import { endOfCapitals, isPlaceWord } from './words.ts';

const HOLDER = /^(?:minister|secretary|undersecretary|under-secretary|commissioner)s?$/iu;
/** Offices whose "of" is followed by where they are held, and not by what they are for. */
const WHOLE = /^(?:prime|first|chief|general|press|cabinet)$/iu;

/**
 * What a minister is for names nothing: "Minister of Foreign Affairs and Trade" has no name in it, "Minister of State
 * for Women" neither, and "Minister of Foreign Affairs of Norway" only that of the country.
 */
export const cutPortfolios: Step = (names, { sentences }) => {
  const spans = sentences.map(({ tokens }) => portfoliosOf(tokens));
  return names.flatMap((name) => {
    const tokens = sentences[name.sentence]?.tokens ?? [];
    const span = spans[name.sentence]?.find(([from, to]) => name.from < to && name.to > from);
    if (!span || name.type === 'person' || name.settled === 'known body') return [name];
    const [from, to] = span;
    // a name that begins before "Minister of" is another's
    if (name.from < from - 2) return [name];
    const rest = behind(tokens, to, name);
    return rest === null ? [] : [rest];
  });
};

/** "Norway" of "Foreign Affairs of Norway" */
function behind(tokens: readonly Token[], end: number, name: Name): Name | null {
  let from = end;
  while (from < name.to && !isCapitalized(tokens[from]?.form ?? '')) from++;
  const forms = tokens.slice(from, name.to).map(({ form }) => form);
  return forms.length > 0 && isPlaceWord(forms) ? { ...name, from, type: 'place', scores: {} } : null;
}

/** Where in a sentence the portfolios of ministers stand: tokens `from` (inclusive) to `to` (exclusive). */
function portfoliosOf(tokens: readonly Token[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let at = 1; at < tokens.length; at++) {
    const isOffice = HOLDER.test(tokens[at - 1]?.form ?? '') && !WHOLE.test(tokens[at - 2]?.form ?? '');
    if (!isOffice || !/^(?:of|for)$/u.test(tokens[at]?.form ?? '')) continue;
    const to = endOfPortfolio(tokens, at + 1);
    if (to > at + 1) found.push([at + 1, to]);
  }
  return found;
}

function endOfPortfolio(tokens: readonly Token[], start: number): number {
  const form = (at: number): string => tokens[at]?.form ?? '';
  let end = start;
  let at = form(start) === 'the' ? start + 1 : start;
  for (;;) {
    const first = at;
    at = endOfCapitals(tokens, first);
    const words = tokens.slice(first, at).map((token) => token.form);
    const more = end > start;
    // over a comma or "and" only what is surely a subject: a name may follow
    const isName = isPlaceWord(words) || words.some((word) => (headType(word) ?? 'place') !== 'place');
    if (words.length === 0 || isName || (more && !words.some(isSubject))) return end;
    end = at;
    const listed = /^(?:,|and|&)$/u.test(form(at));
    // "State for Women": what is for goes on
    const forWhat = /^for$/u.test(form(at)) && words.at(-1) === 'State';
    if (!listed && !forWhat) return end;
    at += form(at) === ',' && form(at + 1) === 'and' ? 2 : 1;
    if (form(at) === 'the') at++;
  }
}
