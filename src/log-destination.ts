import { destination } from 'pino';

/** Lines are written together once there is so much, in bytes. */
const GENOEG = 4_096;
/** And at least so often, in milliseconds. */
const TUSSENTIJD = 1_000;

/**
 * Where the log goes: the standard output, some lines at a time, since writing takes longer than making a line. What
 * is left is written when the process ends, also by a fault; only a kill can lose the last second.
 */
export function createLogDestination() {
  const uitvoer = destination({ dest: 1, minLength: GENOEG, sync: true });
  setInterval(() => uitvoer.flushSync(), TUSSENTIJD).unref();
  return uitvoer;
}
