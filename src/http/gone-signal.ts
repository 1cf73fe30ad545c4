import type { ServerResponse } from 'node:http';

/** A signal that the client went away before it had its answer: what is still being made for it is for nobody. */
export function toGoneSignal(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
