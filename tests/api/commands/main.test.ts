import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MultiGraph } from 'graphology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

async function dateline(args: readonly string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args]);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

const NEWS = 'Varna, May 3, 2021\n\nPresident Anna Keller of Norway met Peter Novak in Vienna on Monday.\n';

describe('dateline build', () => {
  it('writes the graph of an article that graphology reads back', async () => {
    const { out, code } = await dateline(['build', await file('met.txt', NEWS), '--date', '2021-05-04']);
    expect(code).toBe(0);
    const graph = MultiGraph.from(JSON.parse(out));
    const met = graph.findEdge((_edge, { type }) => type === 'met') ?? '';
    expect(graph.extremities(met).toSorted()).toEqual(['person:anna-keller', 'person:peter-novak']);
    const [evidence] = graph.getEdgeAttribute(met, 'evidence');
    expect(NEWS.slice(evidence.start, evidence.end)).toBe(evidence.text);
    expect(NEWS.slice(...evidence.trigger)).toBe('met');
  });

  it('writes one file an article, and goes on past one that it cannot read', async () => {
    const paths = [
      await file('one.txt', NEWS),
      await file('two.txt', new Uint8Array([0, 1, 2])),
      await file('three.txt', ''),
    ];
    const { err, code } = await dateline(['build', ...paths, '--out-dir', join(folder, 'out')]);
    expect(code).toBe(1);
    expect(err).toMatch(/two\.txt" is (?:binary|no)/u);
    expect(err).toMatch(/three\.txt" is empty/u);
    expect(await readdir(join(folder, 'out'))).toEqual(['one.json']);
  });

  it('says in one line that a text is French', async () => {
    const french =
      "Le président de la République a rencontré hier à Paris la ministre des Affaires étrangères de l'Italie pour parler des relations entre les deux pays.";
    const { err, code } = await dateline(['build', await file('fr.txt', french)]);
    expect(code).toBe(1);
    expect(err.split('\n')[0]).toMatch(/^dateline: file ".*fr\.txt" seems to be in French\. /u);
  });

  it('gives an empty graph of a text without names', async () => {
    const { out, code } = await dateline(['build', await file('none.txt', 'It rained all day and nobody came.')]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ nodes: [], edges: [] });
  });

  it('writes the same bytes twice', async () => {
    const path = await file('same.txt', NEWS);
    const [first, second] = await Promise.all([dateline(['build', path]), dateline(['build', path])]);
    expect(first.out).toBe(second.out);
  });
});

describe('dateline parse', () => {
  it('prints CoNLL-U that it reads back and annotates to the same', async () => {
    const raw = await dateline(['parse', '-'], NEWS);
    expect(raw.code).toBe(0);
    const again = await dateline(['parse', '--tokenized', await file('raw.conllu', raw.out)]);
    expect(again.out).toBe(raw.out);
  });

  it('says which line of a file is no CoNLL-U', async () => {
    const { err, code } = await dateline(['parse', '--tokenized', await file('bad.conllu', '1\tword\n')]);
    expect(code).toBe(1);
    expect(err).toMatch(/line 1/u);
  });
});

describe('the command line', () => {
  it('explains itself', async () => {
    const { out, code } = await dateline(['--help']);
    expect(code).toBe(0);
    for (const command of ['build', 'parse', 'serve', 'add', 'work', 'follow']) expect(out).toContain(command);
  });

  it.each([[['build']], [['build', 'a.txt', '--format', 'poem']], [['serve', '--port', 'x']], [['dance']]])(
    'answers %j with exit code 2 and a word of help',
    async (args) => {
      const { err, code } = await dateline(args);
      expect(code).toBe(2);
      expect(err).toMatch(/^error: /u);
    },
  );
});

describe('dateline serve', () => {
  it('makes no store where its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const data = join(folder, 'no-store');
    const { err, code } = await dateline(['serve', '--port', String(port), '--data', data]);
    other.close();
    expect([code, err]).toEqual([1, expect.stringContaining(`port ${port} is taken`)]);
    expect(existsSync(data)).toBe(false);
  });
});

describe('the seed article', () => {
  it('becomes a graph in which the people of the article meet', async () => {
    const { out } = await dateline(['build', 'seeds', '--format', 'json']);
    const graph = MultiGraph.from(JSON.parse(out));
    const source = await readFile('seeds/lavrov-in-pyongyang.txt', 'utf8');
    for (const name of ['Kim Jong Un', 'Sergey Lavrov', 'Vladimir Putin', 'Choe Son-hui', 'Pyongyang', 'North Korea']) {
      expect(
        graph.findNode((_node, { label }) => label === name),
        name,
      ).toBeDefined();
    }
    graph.forEachEdge((_edge, { evidence }) => {
      for (const { start, end, text: sentence } of evidence) expect(source.slice(start, end)).toBe(sentence);
    });
  });
});
