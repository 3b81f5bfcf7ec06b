import { createServer, type RequestListener, type Server } from 'node:http';
import { Problem } from '../problem.ts';

export interface Listening {
  /** Where it can be reached: "http://127.0.0.1:3000". */
  url: string;
  /** Takes no new connection, and resolves when the requests under way are answered, or cut off after a grace. */
  close(): Promise<void>;
}

/** An idle connection stays open longer than callers keep one, so that none sends into one that is just being closed. */
const KEEP_ALIVE = 65_000;

/** Requests under way have this long to end when the server closes. */
const GRACE = 5_000;

function refused(error: unknown, host: string, port: number): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Problem('port-taken', {
      title: `port ${port} is taken`,
      hint: 'Choose another with --port or DATELINE_PORT',
    });
  if (code === 'EACCES')
    return new Problem('port-taken', {
      title: `port ${port} is reserved for the system`,
      hint: 'Choose one above 1023 with --port or DATELINE_PORT',
    });
  return new Problem('port-taken', {
    title: `cannot listen on ${host}, port ${port}`,
    detail: error instanceof Error ? error.message : String(error),
    hint: 'Choose another address with --host, or another port with --port',
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function close(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * @param port 0 takes any free one
 * @throws Problem `port-taken`
 */
export async function listen(app: RequestListener, port: number, host = '127.0.0.1'): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refused(error, host, port)));
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server, host), close: () => close(server) };
}
