import { type DestinationStream, type LevelWithSilentOrString, type Logger, pino } from 'pino';
import { describeError } from './http/describe-error.ts';

/** Makes the log: a line of JSON for each event, to stdout unless said otherwise. */
export function createLog(level: LevelWithSilentOrString, naar?: DestinationStream): Logger {
  const opties = { level, serializers: { err: describeError } };
  return naar ? pino(opties, naar) : pino(opties);
}
