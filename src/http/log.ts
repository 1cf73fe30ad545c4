import { type DestinationStream, type LevelWithSilentOrString, type Logger, pino } from 'pino';
import type { LogOutput } from './log-output.ts';

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
