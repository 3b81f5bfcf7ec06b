/** An event of a stream, as its text gives it. */
export interface ServerEvent {
  event: string;
  data: unknown;
}

export interface EventStream {
  headers: Headers;
  /** The next event of that name that fits; those before it are passed over. */
  next(event: string, fits?: (data: unknown) => boolean): Promise<unknown>;
  /** Resolves when the server has ended the stream. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

const parse = (block: string): ServerEvent | null => {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1);
  const [event, data] = [field('event'), field('data')];
  return event === undefined || data === undefined ? null : { event, data: JSON.parse(data) };
};

/** Reads a stream of server-sent events as a browser does. */
export async function openEvents(url: string): Promise<EventStream> {
  const response = await fetch(url, { headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, deflate' } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('a stream without a body');
  let rest = '';
  const waiting: ServerEvent[] = [];
  const read = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    if (done) return false;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    waiting.push(...blocks.flatMap((block) => parse(block) ?? []));
    return true;
  };
  return {
    headers: response.headers,
    async next(name, fits = () => true) {
      for (;;) {
        for (let first = waiting.shift(); first; first = waiting.shift())
          if (first.event === name && fits(first.data)) return first.data;
        if (!(await read())) throw new Error(`the stream ended before "${name}"`);
      }
    },
    async ended() {
      while (await read());
    },
    close: () => reader.cancel(),
  };
}
