import { type DestinationStream, destination, type LevelWithSilentOrString, type Logger, pino } from 'pino';

/** Makes the log: a line of JSON for each event, written at once, so that what led to a crash is there to read. */
export function createLog(
  level: LevelWithSilentOrString,
  to: DestinationStream = destination({ dest: 1, sync: true }),
): Logger {
  return pino({ level, serializers: { err: describeError } }, to);
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
