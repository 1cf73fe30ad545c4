import type { Digest } from '../editing/digest.ts';

/** How often to look whether it is time, in milliseconds. */
const INTERVAL = 60 * 60_000;

/** Looks now and every hour whether somebody is to be mailed what waits; gives what ends that. */
export function startDigestClock(
  digest: Digest,
  onError: (fault: unknown) => void,
  interval = INTERVAL,
): () => void {
  let isStopped = false;
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await digest.run();
    } catch (fault) {
      // What is cut short by a stop is no fault: whoever was noted as having it gets the next one.
      if (!isStopped) onError(fault);
    } finally {
      isBusy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), interval).unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
