import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Capacity, createOverloadGuard, type Listeners } from './overload.ts';
import type { SecurityHeaders } from './security-headers.ts';

/** How long and how much a client may take; times in milliseconds. */
export interface Limits extends Capacity {
  /** For all headers of a request to come in. */
  readonly headersTimeout: number;
  /** For a whole request to come in. */
  readonly requestTimeout: number;
  /** Without a byte in either direction, such as a client that does not read its answer. */
  readonly silence: number;
  /** Between two requests; longer than the 60 seconds of a proxy in front, so that the proxy closes first. */
  readonly keepAliveTimeout: number;
  /** How often is looked for clients that take too long. */
  readonly controle: number;
  readonly maxConnections: number;
}

/** What fits one process: an address takes at most 4 KB, and a proxy adds a few headers. */
const LIMITS: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  silence: 60_000,
  keepAliveTimeout: 65_000,
  controle: 2_000,
  maxConnections: 5_000,
  maxInFlight: 1_000,
  maxTurn: 2_000,
  maxColdTurn: 10_000,
};
/** In bytes, the address included. */
const MAX_HEADER_SIZE = 16 * 1024;
/** More are not read; `checkRequest` refuses before that. */
const MAX_HEADERS_COUNT = 200;

const DEFAULTS = 'standaard';
/** What the parser could not read, by its code: the status and what is said. */
const UNREADABLE: Readonly<Record<string, readonly [status: number, tekst: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Het adres of de headers van de aanvraag zijn te lang.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'De aanvraag is te groot.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'De aanvraag kwam te langzaam binnen.'],
  [DEFAULTS]: [400, 'De aanvraag is niet te lezen.'],
};

interface Options extends Partial<Listeners> {
  /** For the answers that are given without the app. */
  readonly headers: SecurityHeaders;
  /** What who sends a form gets when there are too many requests, in HTML. */
  readonly busyPage?: () => Buffer;
  readonly limits?: Partial<Limits>;
}

/**
 * The HTTP server around the app: limits to clients, 503 beyond capacity, and `headers` on what is answered without the
 * app, since Node's own answers have none.
 */
export function createHttpServer(
  app: RequestListener,
  {
    headers,
    busyPage = () => Buffer.alloc(0),
    limits: anders = {},
    isWarm = () => true,
    onOverload = () => {},
    onRefused = () => {},
  }: Options,
): Server {
  const limits = { ...LIMITS, ...anders };
  const server = createServer(
    {
      // Node would answer by itself, without our headers; `checkRequest` refuses what names no host.
      requireHostHeader: false,
      maxHeaderSize: MAX_HEADER_SIZE,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: limits.controle,
    },
    createOverloadGuard(app, limits, { headers, getFormPage: busyPage }, { isWarm, onOverload, onRefused }),
  );
  server.maxHeadersCount = MAX_HEADERS_COUNT;
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.silence;
  const antwoorden = new Map(
    Object.entries(UNREADABLE).map(([code, [status, tekst]]) => [
      code,
      toStaticResponse(status, tekst, headers),
    ]),
  );
  server.on('checkExpectation', (_req, res) => {
    res.setHeaders(headers).writeHead(417, { 'Content-Length': 0, Connection: 'close' }).end();
  });
  server.on('clientError', (fault: NodeJS.ErrnoException, connection) => {
    const socket = connection as Socket & { _httpMessage?: { headersSent: boolean } | null };
    // In the middle of an answer nothing else can be said.
    if (socket.writable && !socket._httpMessage?.headersSent) {
      socket.write(antwoorden.get(fault.code ?? '') ?? antwoorden.get(DEFAULTS) ?? '');
    }
    socket.destroySoon();
  });
  return server;
}

/** Opens the port, or takes the socket `fd` that is open already. @throws Error in plain Dutch when it cannot be used. */
export function listen(
  server: Server,
  { port, host, fd = null }: { readonly port: number; readonly host: string; readonly fd?: number | null },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Poort ${port} is al in gebruik. Kies met PORT een andere.`) : error);
    };
    server.once('error', refuse);
    server.listen(fd === null ? { port, host } : { fd }, () => {
      // What goes wrong with the port later must end the process, not be kept quiet.
      server.off('error', refuse);
      resolve();
    });
  });
}

/** A whole answer as bytes, for a request that could not be read; the connection closes after it. */
function toStaticResponse(status: number, tekst: string, headers: SecurityHeaders): Buffer {
  const body = Buffer.from(`${tekst}\n`);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...[...headers].map(([naam, waarde]) => `${naam}: ${waarde}`),
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
