import type { Stopper } from './create-stopper.ts';

/** Lets the process stop in order when it is asked to end. */
export function stopOnSignals({ handle }: Pick<Stopper, 'handle'>): void {
  process.on('SIGTERM', handle);
  process.on('SIGINT', handle);
}
