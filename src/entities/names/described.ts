import type { Sentence, Token } from '../../language/sentence.ts';
import { nounType, roleKind } from '../../lexicon/index.ts';
import { isCapitalized, type Name, type NameType } from './name.ts';

const NAMING = /^(?:called|named|dubbed|nicknamed|titled|entitled)$/u;

/**
 * What the lower-case noun right before a name says that it is: "the shipping company Halden Line", "her ship, Aurora",
 * "a group called Skerry".
 */
export function typeByNounBefore(tokens: readonly Token[], { from }: Name): NameType | null {
  const before = tokens[from - 1]?.form ?? '';
  const at = before === ',' || NAMING.test(before) ? from - 2 : from - 1;
  const noun = tokens[at];
  if (!noun || !/^NNS?$/u.test(noun.xpos) || noun.form !== noun.form.toLowerCase()) return null;
  // the law of "brother-in-law"
  return tokens[at - 1]?.form === '-' ? null : nounType(noun.lemma);
}

/** "the northern town of Skerry" */
export function isCalledPlace(tokens: readonly Token[], { from }: Name): boolean {
  const noun = tokens[from - 1]?.form === 'of' ? tokens[from - 2] : undefined;
  return noun !== undefined && /^(?:town|city|village|hamlet|suburb|port|province|district)$/u.test(noun.form);
}

/** What the noun right behind a name says that it is: "the Skerry party". A town has newspapers and clubs, but no party. */
export function typeByNounBehind(tokens: readonly Token[], { to }: Name): NameType | null {
  const [noun, after] = [tokens[to], tokens[to + 1]];
  const isHead = noun?.xpos === 'NN' && !/^(?:NN|HYPH)/u.test(after?.xpos ?? '');
  return isHead && /^(?:party|faction|movement|militia|bloc|alliance)$/u.test(noun.form) ? 'organization' : null;
}

const HUMAN =
  /^(?:man|woman|boy|girl|teenager|child|mother|father|son|daughter|brother|sister|wife|husband|widow|resident|native|citizen|survivor|victim|suspect|veteran|student|farmer|fisherman|graduate|cousin|uncle|aunt|nephew|niece)$/u;

/** What a noun in apposition, or after "is", says that it is: "Halden, a town", "Mara Ilves is a widow". */
export function typeByApposition({ tokens }: Sentence, { from, to }: Name): NameType | null {
  const heads = tokens.slice(from, to).filter(({ head }) => head < from || head >= to);
  const head = heads[0] ? tokens.indexOf(heads[0]) : -1;
  const own = tokens[head];
  if (!own) return null;
  const nouns = [
    ...tokens.filter((token) => token.head === head && token.relation === 'appos'),
    ...(own.relation === 'nsubj' ? tokens.filter((_, i) => i === own.head && hasCopula(tokens, i)) : []),
    ...(own.relation === 'appos' ? tokens.filter((_, i) => i === own.head) : []),
    ...nounBehindComma(tokens, to),
  ];
  for (const noun of nouns) {
    if (noun.xpos !== 'NN' || isCapitalized(noun.form)) continue;
    const human = roleKind(noun.lemma) !== null || HUMAN.test(noun.lemma);
    const type = nounType(noun.lemma) ?? (human ? 'person' : null);
    if (type !== null) return type;
  }
  return null;
}

/** The "ferryman" of "Ilves, an old ferryman and …", however it was parsed. */
function nounBehindComma(tokens: readonly Token[], to: number): Token[] {
  if (tokens[to]?.form !== ',' || !/^an?$/u.test(tokens[to + 1]?.form ?? '')) return [];
  const end = tokens.findIndex(({ xpos }, i) => i >= to + 2 && !/^(?:JJ[RS]?|NNP?|VBN|CD|HYPH)$/u.test(xpos));
  return tokens.slice(to + 2, Math.max(end, 0)).slice(-1);
}

const hasCopula = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ head, relation }) => head === at && relation === 'cop');
