import { STATUS_CODES } from 'node:http';
import type { SecurityHeaders } from './security-headers.ts';

/** A whole answer as bytes, for a request that could not be read; the connection closes after it. */
export function toStaticResponse(status: number, tekst: string, headers: SecurityHeaders): Buffer {
  const body = Buffer.from(`${tekst}\n`);
  const regels = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...[...headers].map(([naam, waarde]) => `${naam}: ${waarde}`),
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${regels.join('\r\n')}\r\n\r\n`), body]);
}
