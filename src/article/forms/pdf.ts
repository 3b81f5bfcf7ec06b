import { articleOf } from '../apart/index.ts';
import type { Single } from './form.ts';

export const pdf: Single = {
  name: 'PDF',
  extensions: ['.pdf'],
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  begins: (head) => head.subarray(0, 1024).includes('%PDF-'),
  async read(input, options) {
    const { what, facts } = input;
    const bytes = await input.bytes();
    if (!pdf.begins(bytes)) throw new Error('It does not begin with "%PDF-".');
    return articleOf({ kind: 'pdf', bytes, url: facts.url ?? null, what }, options);
  },
};
