import { articleOf } from '../apart/index.ts';
import { refuseBombs } from '../archive.ts';
import type { Single } from './form.ts';

/** Word since 2007. */
export const docx: Single = {
  name: 'DOCX',
  extensions: ['.docx', '.docm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  begins: (head) =>
    head.readUInt32BE(0) === 0x504b0304 &&
    /\[Content_Types\]\.xml|_rels\/|word\//u.test(head.toString('latin1', 30, 90)),
  async read(input, options) {
    const { what, facts } = input;
    const bytes = await input.bytes();
    await refuseBombs(bytes, what);
    return articleOf({ kind: 'docx', bytes, url: facts.url ?? null, what }, options);
  },
};
