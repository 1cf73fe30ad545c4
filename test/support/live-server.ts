import { once } from 'node:events';
import { type IncomingHttpHeaders, type RequestListener, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { createHttpServer, type Limits } from '../../src/http/http-server.ts';
import type { Listeners } from '../../src/http/overload.ts';
import { createSecurityHeaders } from '../../src/http/security-headers.ts';

interface Options extends Partial<Listeners> {
  readonly baseUrl?: string;
  readonly busyPage?: () => Buffer;
  readonly limits?: Partial<Limits>;
}

/** An answer as it came over the wire. */
export interface Antwoord {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Starts the real server around an app on a free port, until the end of the test; gives the port. */
export async function startLiveServer(
  app: RequestListener,
  { baseUrl = 'http://localhost:3000', ...opties }: Options = {},
): Promise<number> {
  const server = createHttpServer(app, { headers: createSecurityHeaders(baseUrl), ...opties });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const ignore = () => {};

/** Sends a request as it is, without the niceties of fetch, and reads the answer. */
export function send(
  port: number,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Antwoord> {
  return new Promise((resolve, reject) => {
    const req = request({ port, host: '127.0.0.1', method, path, headers }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (deel: Buffer) => parts.push(deel));
      res.on('error', reject);
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    req.on('error', reject);
    // Once the answer is there Node no longer listens to a connection over which the body is still being sent.
    req.on('socket', (socket) => {
      if (!socket.listeners('error').includes(ignore)) socket.on('error', ignore);
    });
    req.end(body);
  });
}

/**
 * Sends bytes over a connection and gives all that comes back until the server closes it, or until `isAll` says that
 * this is all. A server that never closes makes the test time out.
 */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  isAll: (antwoord: string) => boolean = () => false,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let back = '';
    socket.on('data', (deel) => {
      back += deel.toString('latin1');
      if (isAll(back)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(back));
    socket.write(bytes);
  });
}
