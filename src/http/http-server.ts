import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { createMessageClasses } from './message-classes.ts';
import { createOverloadGuard, type Overbelasting } from './overload.ts';
import type { SecurityHeaders } from './security-headers.ts';
import { toStaticResponse } from './static-response.ts';

/** How long and how much a client may take; times in milliseconds. */
export interface Grenzen {
  /** For all headers of a request to come in. */
  readonly headersTimeout: number;
  /** For a whole request to come in. */
  readonly requestTimeout: number;
  /** Without a byte in either direction, such as a client that does not read its answer. */
  readonly stilte: number;
  /** Between two requests; longer than the 60 seconds of a proxy in front, so that the proxy closes first. */
  readonly keepAliveTimeout: number;
  /** How often is looked for clients that take too long. */
  readonly controle: number;
  readonly maxConnections: number;
  readonly maxRequestsPerSocket: number;
  /** Requests in progress together; one more gets 503. */
  readonly maxInFlight: number;
  /** Of work that came in at once, this long is done; what then still waits gets 503. */
  readonly maxBeurt: number;
}

/** What fits one process: an address takes at most 4 KB, and a proxy adds a few headers. */
const GRENZEN: Grenzen = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  stilte: 60_000,
  keepAliveTimeout: 65_000,
  controle: 2_000,
  maxConnections: 5_000,
  maxRequestsPerSocket: 10_000,
  maxInFlight: 1_000,
  maxBeurt: 2_000,
};
/** In bytes, the address included. */
const MAX_HEADER_SIZE = 16 * 1024;
/** More are not read; `checkRequest` refuses before that. */
const MAX_HEADERS_COUNT = 200;

const STANDAARD = 'standaard';
/** What the parser could not read, by its code: the status and what is said. */
const ONLEESBAAR: Readonly<Record<string, readonly [status: number, tekst: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Het adres of de headers van de aanvraag zijn te lang.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'De aanvraag is te groot.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'De aanvraag kwam te langzaam binnen.'],
  [STANDAARD]: [400, 'De aanvraag is niet te lezen.'],
};

interface Opties {
  readonly headers: SecurityHeaders;
  readonly grenzen?: Partial<Grenzen>;
  /** Hears when requests are refused because there are too many, and when that is over. */
  readonly onOverbelasting?: (overbelasting: Overbelasting) => void;
}

/** The HTTP server around the app: security headers on whatever is sent, limits to clients, 503 beyond capacity. */
export function createHttpServer(
  app: RequestListener,
  { headers, grenzen: anders = {}, onOverbelasting = () => {} }: Opties,
): Server {
  const grenzen = { ...GRENZEN, ...anders };
  const server = createServer(
    {
      ...createMessageClasses(app, headers),
      maxHeaderSize: MAX_HEADER_SIZE,
      headersTimeout: grenzen.headersTimeout,
      requestTimeout: grenzen.requestTimeout,
      keepAliveTimeout: grenzen.keepAliveTimeout,
      connectionsCheckingInterval: grenzen.controle,
    },
    createOverloadGuard(app, grenzen, onOverbelasting),
  );
  server.maxHeadersCount = MAX_HEADERS_COUNT;
  server.maxConnections = grenzen.maxConnections;
  server.maxRequestsPerSocket = grenzen.maxRequestsPerSocket;
  server.timeout = grenzen.stilte;
  const antwoorden = new Map(
    Object.entries(ONLEESBAAR).map(([code, [status, tekst]]) => [
      code,
      toStaticResponse(status, tekst, headers),
    ]),
  );
  server.on('clientError', (fout: NodeJS.ErrnoException, verbinding) => {
    const socket = verbinding as Socket & { _httpMessage?: { headersSent: boolean } | null };
    // In the middle of an answer nothing else can be said.
    if (socket.writable && !socket._httpMessage?.headersSent) {
      socket.write(antwoorden.get(fout.code ?? '') ?? antwoorden.get(STANDAARD) ?? '');
    }
    socket.destroySoon();
  });
  return server;
}
