import { fstatSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { type DestinationStream, type LevelWithSilentOrString, type Logger, pino } from 'pino';

/** How many characters of lines wait for each other, and for how many milliseconds at most. */
const TOGETHER = 4_096;
const PERIOD = 250;
/** In characters: what waits for a reader that stands still, or for room on a disk; what comes on top of it is dropped. */
const MAX_WAITING = 1_000_000;
/** How often the end of the process tries again what a slow reader did not take yet, and how long it waits each time, in milliseconds. */
const LAST_TRIES = 20;
const LAST_WAIT = 10;

/** Where the lines of the log go: a full disk below it, or a reader that stands still, never holds up who writes. */
export interface LogOutput {
  /** Takes a line, or drops it when too much waits already. */
  write(line: string): void;
  /** Writes what waits, as far as that can be done now. */
  flush(): void;
  /** How many lines were dropped since the start. */
  dropped(): number;
  /** Hears, when there is room again, how many lines are missing in this place. */
  onRoom: (lines: number) => void;
}

interface Options {
  /** Writes bytes and gives how many were taken. @throws Error when none can be, such as EAGAIN or ENOSPC. */
  readonly write?: (bytes: Uint8Array) => number;
  readonly maxWaiting?: number;
}

/**
 * Makes the output to the standard output of the process. All that could wait is made to fail instead: a thread that
 * waits for a reader that stands still could never be ended, and with it the process could not.
 */
export function createLogOutput({
  write = createWriter(1),
  maxWaiting = MAX_WAITING,
}: Options = {}): LogOutput {
  let rest: Uint8Array = new Uint8Array();
  let fresh = '';
  let dropped = 0;
  let missing = 0;
  let isPlanned = false;

  /** Writes until nothing waits. Gives the code of the error when that cannot be done now. */
  function drain(): string | null {
    try {
      for (;;) {
        if (rest.length === 0) {
          if (fresh === '') return null;
          rest = Buffer.from(fresh);
          fresh = '';
        }
        rest = rest.subarray(write(rest));
      }
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? 'onbekend';
    }
  }

  function flushLater(): void {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      output.flush();
    }, PERIOD).unref();
  }

  const output: LogOutput = {
    write(line) {
      if (rest.length + fresh.length + line.length > maxWaiting) {
        missing += 1;
        dropped += 1;
        return;
      }
      fresh += line;
      // While something could not be written the timer alone tries again: a try for each line would cost a lot.
      if (fresh.length >= TOGETHER && rest.length === 0) output.flush();
      else flushLater();
    },
    flush() {
      if (drain() !== null) return flushLater();
      if (missing === 0) return;
      const lines = missing;
      missing = 0;
      output.onRoom(lines);
    },
    dropped: () => dropped,
    onRoom: () => {},
  };
  process.on('exit', () => {
    for (let count = 0; drain() === 'EAGAIN' && count < LAST_TRIES; count += 1) pause(LAST_WAIT);
  });
  return output;
}

/** Writes to a file descriptor without ever waiting for a reader. */
function createWriter(fd: number): (bytes: Uint8Array) => number {
  const what = fstatSync(fd);
  // Making this is what sets a pipe or socket so that a write that would wait fails; it must live as long as it is used.
  const held = what.isFIFO() || what.isSocket() ? new Socket({ fd, readable: false, writable: true }) : null;
  held?.on('error', () => {}).unref();
  return (bytes) => writeSync(fd, bytes);
}

/** Does nothing for so many milliseconds; only for a process that ends. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The number that pino gives to a warning; what is worse has a higher one. */
const WARN = 40;

/**
 * Makes the log: a line of JSON for each event. Lines about requests are written together; a warning or an error is
 * written at once, with all that came before it. Where lines had to be dropped it says how many.
 */
export function createLog(
  level: LevelWithSilentOrString,
  to: DestinationStream & Partial<Pick<LogOutput, 'onRoom'>>,
): Logger {
  const log = pino(
    {
      level,
      serializers: { err: describeError },
      hooks: {
        logMethod(args, write, nummer) {
          write.apply(this, args);
          if (nummer >= WARN) this.flush();
        },
      },
    },
    to,
  );
  to.onRoom = (regels) => log.warn({ regels }, 'hier zijn regels van het logboek weggevallen');
  return log;
}

/** What the log keeps of an error. Other properties, such as the body that could not be read, may hold what somebody typed. */
function describeError(fault: unknown): object {
  if (!(fault instanceof Error)) return { message: 'geen Error' };
  const { name, message, stack, cause } = fault;
  const { code } = fault as NodeJS.ErrnoException;
  return {
    name,
    message,
    stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
