import type { RequestListener } from 'node:http';
import type { Grenzen } from './http-server.ts';
import type { SecurityHeaders } from './security-headers.ts';

/** In seconds: when a refused client may try again. */
const WACHT = 5;
/** Whether the server still lives is asked most when it is busy, and costs nothing. */
const ALTIJD = '/gezond';
const TEKST = Buffer.from('Het is nu te druk op deze site. Probeer het over een paar seconden opnieuw.\n');

/** That requests are refused because there are too many; or, with their number, that it is over. */
export type Overbelasting = { readonly begin: true } | { readonly begin: false; readonly geweigerd: number };

/**
 * Lets a request through, or answers 503 at once when there are too many: of those in progress, or of those that came
 * in together and would have to wait too long for their turn. What is in progress is left alone.
 */
export function createOverloadGuard(
  app: RequestListener,
  { maxInFlight, maxBeurt }: Pick<Grenzen, 'maxInFlight' | 'maxBeurt'>,
  headers: SecurityHeaders,
  onOverbelasting: (overbelasting: Overbelasting) => void,
): RequestListener {
  let bezig = 0;
  let geweigerd = 0;
  let beginBeurt: number | null = null;

  /** How long the work takes that came in together with this request, up to now, in milliseconds. */
  function measureBeurt(): number {
    const nu = performance.now();
    if (beginBeurt === null) {
      beginBeurt = nu;
      // Node reads all that came in, and then runs what was set like this.
      setImmediate(() => {
        beginBeurt = null;
      });
    }
    return nu - beginBeurt;
  }

  function isTeDruk(): boolean {
    return measureBeurt() > maxBeurt || bezig >= maxInFlight;
  }

  function countGeweigerd(): void {
    if (geweigerd === 0) {
      onOverbelasting({ begin: true });
      setTimeout(() => {
        onOverbelasting({ begin: false, geweigerd });
        geweigerd = 0;
      }, WACHT * 1000).unref();
    }
    geweigerd += 1;
  }

  return (req, res) => {
    if (isTeDruk() && req.url !== ALTIJD) {
      countGeweigerd();
      res
        .setHeaders(headers)
        .writeHead(503, {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': TEKST.length,
          'Retry-After': WACHT,
          Connection: 'close',
        })
        .end(req.method === 'HEAD' ? undefined : TEKST);
      return;
    }
    bezig += 1;
    res.once('close', () => {
      bezig -= 1;
    });
    app(req, res);
  };
}
