import progress from 'cli-progress';

/** How often something is said where there is no terminal, in milliseconds. */
const EVERY = 5000;

/** Where long work is, on standard error. */
export interface Progress {
  /** @param total as far as it is known; null while it is not */
  show(done: number, total: number | null): void;
  /** Writes a line above it. */
  say(write: () => void): void;
  end(): void;
}

/** 4000 seconds are '1h 7m'. */
export function timeOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${whole % 60}s`;
  return `${Math.floor(whole / 3600)}h ${Math.floor((whole % 3600) / 60)}m`;
}

/** '3.1 articles/s, 2m 5s left'. @param seconds since the start */
export function paceOf(done: number, total: number | null, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const left = total === null || done === 0 ? '' : `, ${timeOf(Math.max(0, total - done) / rate)} left`;
  return `${rate.toFixed(rate < 10 ? 1 : 0)} articles/s${left}`;
}

/** A bar with rate and time left on a terminal; elsewhere a line every few seconds. */
export function startProgress(isTerminal = process.stderr.isTTY === true): Progress {
  const start = Date.now();
  const seconds = () => (Date.now() - start) / 1000;
  return isTerminal ? onTerminal(seconds) : inLines(seconds);
}

function onTerminal(seconds: () => number): Progress {
  const bar = new progress.SingleBar(
    { format: '{bar} {value}/{of}, {pace}', hideCursor: true, clearOnComplete: true, etaBuffer: 1 },
    progress.Presets.shades_classic,
  );
  let last: [number, number | null] = [0, null];
  const show = (done: number, total: number | null) => {
    last = [done, total];
    bar.setTotal(Math.max(total ?? done + 1, done, 1));
    bar.update(done, { of: total ?? '?', pace: paceOf(done, total, seconds()) });
  };
  bar.start(1, 0, { of: '?', pace: 'starting' });
  return {
    show,
    say(write) {
      process.stderr.write('\r\u001B[K');
      write();
      show(...last);
    },
    end: () => bar.stop(),
  };
}

function inLines(seconds: () => number): Progress {
  let next = EVERY / 1000;
  return {
    show(done, total) {
      if (seconds() < next) return;
      next = seconds() + EVERY / 1000;
      console.error(`${done} of ${total ?? '?'}, ${paceOf(done, total, seconds())}`);
    },
    say: (write) => write(),
    end: () => {},
  };
}
