import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The lines of `tests/bench/coreference.ts`, by what they start from: MUC, B³, CEAFe as precision, recall, F1, and their mean. */
export function coreference(shared: string, treebank: string): { way: string; figures: [string, string][] }[] {
  const script = fileURLToPath(new URL('../coreference.ts', import.meta.url));
  const printed = execFileSync('npx', ['tsx', script, shared, treebank], { encoding: 'utf8' });
  return printed.split('\n').flatMap((line) => {
    const found = /, (.+?)\s+muc(.*)b3(.*)ceafe(.*)mean\s+(\S+)/.exec(line);
    if (!found) return [];
    const [, way = '', muc = '', b3 = '', ceafe = '', mean = ''] = found;
    const last = (numbers: string) => numbers.trim().split(/\s+/).at(-1) ?? '';
    return [
      {
        way,
        figures: [
          ['mean', mean],
          ['MUC', last(muc)],
          ['B³', last(b3)],
          ['CEAFe', last(ceafe)],
        ],
      },
    ];
  });
}
