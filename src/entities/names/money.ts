import type { Step } from './name.ts';

/** Drops the mark of a country that belongs to a sum: "US$100". */
export const dropMoney: Step = (names, { sentences }) =>
  names.filter(({ sentence, to }) => {
    const tokens = sentences[sentence]?.tokens;
    const [last, sign] = [tokens?.[to - 1], tokens?.[to]];
    return !last || !sign || last.end !== sign.start || !/^\p{Sc}/u.test(sign.form);
  });
