import type { IncomingMessage } from 'node:http';

/** Thrown for a body of more than `limit` bytes. */
export class TeGroot extends Error {
  readonly status = 413;
  readonly limit: number;

  constructor(limit: number) {
    super(`The body has more than ${limit} bytes.`);
    this.name = 'TeGroot';
    this.limit = limit;
  }
}

/**
 * Reads a whole body, and gives `done` its bytes, or a TeGroot as soon as there are more than `limit`. Of a client that
 * leaves halfway nothing is heard any more. Node watches that a body comes in time and is as long as was said, and throws
 * away what nobody reads.
 */
export function readBytes(
  req: IncomingMessage,
  limit: number,
  done: (fout: TeGroot | null, bytes: Buffer) => void,
): void {
  const delen: Buffer[] = [];
  let lengte = 0;
  const onData = (deel: Buffer): void => {
    lengte += deel.length;
    if (lengte <= limit) {
      delen.push(deel);
      return;
    }
    req.off('data', onData).off('end', onEnd).resume();
    done(new TeGroot(limit), Buffer.alloc(0));
  };
  const onEnd = (): void => done(null, delen.length === 1 && delen[0] ? delen[0] : Buffer.concat(delen));
  if (Number(req.headers['content-length']) > limit) done(new TeGroot(limit), Buffer.alloc(0));
  else req.on('data', onData).on('end', onEnd);
}
