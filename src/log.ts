import { type DestinationStream, destination, type LevelWithSilentOrString, type Logger, pino } from 'pino';
import { describeError } from './http/describe-error.ts';

/** Makes the log: a line of JSON for each event, written at once, so that what led to a crash is there to read. */
export function createLog(
  level: LevelWithSilentOrString,
  naar: DestinationStream = destination({ dest: 1, sync: true }),
): Logger {
  return pino({ level, serializers: { err: describeError } }, naar);
}
