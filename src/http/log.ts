import { type DestinationStream, destination, type LevelWithSilentOrString, type Logger, pino } from 'pino';

/** The number that pino gives to a warning; what is worse has a higher one. */
const WARN = 40;
/** How many characters of lines wait for each other, and for how many milliseconds at most. */
const WAITING = { minLength: 4_096, periodicFlush: 250 };

/**
 * Makes the log: a line of JSON for each event. Lines about requests are written together; a warning or an error is
 * written at once, with all that came before it, and so is what waits when the process ends.
 */
export function createLog(level: LevelWithSilentOrString, to: DestinationStream = createOutput()): Logger {
  return pino(
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
}

function createOutput(): DestinationStream {
  const output = destination({ dest: 1, sync: true, ...WAITING });
  process.on('exit', () => output.flushSync());
  return output;
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
