import { type DestinationStream, destination, type LevelWithSilentOrString, type Logger, pino } from 'pino';
import { describeError } from './http/describe-error.ts';

/** Lines are written together once there is so much, in bytes. */
const GENOEG = 4_096;
/** And at least so often, in milliseconds. */
const TUSSENTIJD = 1_000;

/** Makes the log: a line of JSON for each event. */
export function createLog(level: LevelWithSilentOrString, naar: DestinationStream): Logger {
  return pino({ level, serializers: { err: describeError } }, naar);
}

/**
 * Where the log goes: the standard output, some lines at a time, since writing takes longer than making a line. What
 * is left is written when the process ends, also by a fault; only a kill can lose the last second.
 */
export function createLogDestination() {
  const uitvoer = destination({ dest: 1, minLength: GENOEG, sync: true });
  setInterval(() => uitvoer.flushSync(), TUSSENTIJD).unref();
  return uitvoer;
}
