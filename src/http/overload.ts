import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { SecurityHeaders } from './security-headers.ts';

/** In seconds: when a refused client may try again. */
const WAIT = 5;
/** In milliseconds: after this a server counts as warm whatever it says, or a flood would keep it cold, and itself served. */
const LONGEST_COLD = 30_000;
/** Whether the server still lives is asked most when it is busy, and costs nothing. */
const ALWAYS = '/gezond';
const TEXT = Buffer.from(
  'Het is nu te druk op deze site. Probeer het over een paar seconden opnieuw. Direct gevaar? Bel 112.\n',
);

/** How much is done at a time. */
export interface Capacity {
  /** Requests in progress together; one more gets 503. */
  readonly maxInFlight: number;
  /** Of work that came in at once, this long is done, in milliseconds; what then still waits gets 503. */
  readonly maxTurn: number;
  /** The same while the server is cold: code runs for the first time and pages are made, so honest people cost as much as a flood will. */
  readonly maxColdTurn: number;
}

/** What a refused request gets. */
export interface Answers {
  readonly headers: SecurityHeaders;
  /** The page for who sent a form, in HTML: it says where the text is that was typed. */
  readonly getFormPage: () => Buffer;
}

/** That requests are refused because there are too many; or, with their number, that it is over. */
export type Overload = { readonly begin: true } | { readonly begin: false; readonly geweigerd: number };

/** What is asked of the server, and who hears of what is refused. */
export interface Listeners {
  /** Whether all that is the same for everybody has been made. */
  readonly isWarm: () => boolean;
  readonly onOverload: (overload: Overload) => void;
  /** For each request, with its method. */
  readonly onRefused: (method: string) => void;
}

/** What a browser sends a form as. */
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Lets a request through, or answers 503 at once when there are too many: of those in progress, or of those that came
 * in together and would have to wait too long for their turn. What is in progress is left alone.
 */
export function createOverloadGuard(
  app: RequestListener,
  { maxInFlight, maxTurn, maxColdTurn }: Capacity,
  { headers, getFormPage }: Answers,
  { isWarm, onOverload, onRefused }: Listeners,
): RequestListener {
  const start = performance.now();
  let busy = 0;
  let geweigerd = 0;
  /** When the work began that came in together, and how long it may take. */
  let isCold = true;
  let turn: { readonly begin: number; readonly max: number } | null = null;

  function isTurnOver(): boolean {
    const now = performance.now();
    if (turn === null) {
      // Once warm, always warm.
      isCold = isCold && !isWarm() && now - start < LONGEST_COLD;
      turn = { begin: now, max: isCold ? maxColdTurn : maxTurn };
      // Node reads all that came in, and then runs what was set like this.
      setImmediate(() => {
        turn = null;
      });
    }
    return now - turn.begin > turn.max;
  }

  function isTooBusy(): boolean {
    return isTurnOver() || busy >= maxInFlight;
  }

  function countRefused(): void {
    if (geweigerd === 0) {
      onOverload({ begin: true });
      setTimeout(() => {
        onOverload({ begin: false, geweigerd });
        geweigerd = 0;
      }, WAIT * 1000).unref();
    }
    geweigerd += 1;
  }

  function refuse(req: IncomingMessage, res: ServerResponse): void {
    const isForm = req.method === 'POST' && FORM.test(req.headers['content-type'] ?? '');
    const body = isForm ? getFormPage() : TEXT;
    const answer = () =>
      res
        .setHeaders(headers)
        .writeHead(503, {
          'Content-Type': `text/${isForm ? 'html' : 'plain'}; charset=utf-8`,
          'Content-Length': body.length,
          'Retry-After': WAIT,
          Connection: 'close',
        })
        .end(req.method === 'HEAD' ? undefined : body);
    if (!isForm) return void answer();
    // To close while a form still comes in would break the connection under it, and the browser would show its own page
    // instead of this one. Its bytes are dropped as they come; who sends them slowly is cut off like anybody.
    req.resume().once('end', answer);
  }

  return (req, res) => {
    if (isTooBusy() && req.url !== ALWAYS) {
      countRefused();
      onRefused(req.method ?? '');
      return refuse(req, res);
    }
    busy += 1;
    res.once('close', () => {
      busy -= 1;
    });
    app(req, res);
  };
}
