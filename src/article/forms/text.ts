import { decode } from '../decode.ts';
import { makeArticle } from '../make.ts';
import type { Single } from './form.ts';

/** Plain text, kept to the last character. What no other form claims is read as text, or refused as none. */
export const text: Single = {
  name: 'text',
  extensions: ['.txt', '.text'],
  mediaTypes: ['text/plain'],
  begins: () => true,
  async read(input) {
    return makeArticle(
      decode(await input.bytes(), input.what, input.facts.charset),
      { url: input.facts.url },
      input.what,
    );
  },
};
