import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Child {
  process: ChildProcess;
  /** Whole lines of standard output until now. */
  lines: string[];
  /** Resolves when there are that many lines. */
  line(count: number): Promise<void>;
  /** What it said on standard error until now. */
  errors(): string;
  /** Resolves when the process has gone, however it ended, and all that it said was read. */
  gone: Promise<void>;
  /** `kill -9`; resolves when the process has gone. */
  kill(): Promise<void>;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs a TypeScript file beside this one as a process of its own. */
export function startChild(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let errors = '';
  let onLine: () => void = () => {};
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    onLine();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    errors += piece;
  });
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    process: child,
    lines,
    errors: () => errors,
    gone,
    line: (count) =>
      new Promise((resolve, reject) => {
        onLine = () => {
          if (lines.length >= count) resolve();
        };
        onLine();
        gone.then(() => reject(new Error(`the process ended early: ${errors}`)));
      }),
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
