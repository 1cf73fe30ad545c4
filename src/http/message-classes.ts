import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import express, { type Express } from 'express';
import type { SecurityHeaders } from './security-headers.ts';

interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse<IncomingMessage>;
}

/** The headers that are set for one response, by name: as `writeHead` got them, or as `setHeader` keeps them. */
type EigenHeaders = Readonly<Record<string, unknown>> | undefined;

/**
 * What Node itself calls to write the first line and the headers of any response, whoever makes it. Not documented, and
 * the same since its first versions; `test/http/headers.test.ts` asks every kind of answer whether the headers are there.
 */
declare class WritesHeaders extends ServerResponse<IncomingMessage> {
  _storeHeader(begin: string, headers: EigenHeaders): void;
}

/**
 * The classes of which Node makes the requests and responses of one server: with security headers on every response,
 * also on those that Node makes without asking the app, and with the prototypes of Express from the beginning. Express
 * gives each request and response its own prototypes anyway; V8 then drops what it knows of them, and all that
 * touches them becomes slow. Where they have those prototypes already nothing changes.
 */
export function createMessageClasses(app: RequestListener, headers: SecurityHeaders): MessageClasses {
  // Without it every answer would lack the headers, and nothing would say so.
  if (!('_storeHeader' in ServerResponse.prototype))
    throw new Error('Deze versie van Node schrijft headers op een andere manier. Gebruik een oudere.');
  class Aanvraag extends IncomingMessage {}
  const namen = new Set([...headers.keys()].map((naam) => naam.toLowerCase()));
  // By the names that the app sets itself, which are few: most responses none, what is published one.
  const bekend = new Map<string, string>();
  const findRegels = (zonder: readonly string[]): string => {
    const sleutel = zonder.join();
    const regels =
      bekend.get(sleutel) ??
      [...headers]
        .filter(([naam]) => !zonder.includes(naam.toLowerCase()))
        .map(([naam, waarde]) => `${naam}: ${waarde}\r\n`)
        .join('');
    bekend.set(sleutel, regels);
    return regels;
  };
  class VeiligAntwoord extends (ServerResponse as typeof WritesHeaders) {
    // The same on every response, so a text that is made once, after the first line; what the app sets itself goes first.
    override _storeHeader(begin: string, eigen: EigenHeaders): void {
      const zelf = Object.keys(eigen ?? {}).map((naam) => naam.toLowerCase());
      const vast = findRegels(zelf.filter((naam) => namen.has(naam)));
      // What never reached the app, such as a bad request, has no id.
      const { id } = this.req as { id?: string };
      super._storeHeader(`${begin}${vast}${id === undefined ? '' : `X-Request-Id: ${id}\r\n`}`, eigen);
    }
  }
  if (isExpress(app)) {
    Object.setPrototypeOf(Aanvraag.prototype, express.request);
    Object.setPrototypeOf(VeiligAntwoord.prototype, express.response);
    for (const prototype of [Aanvraag.prototype, VeiligAntwoord.prototype]) Object.assign(prototype, { app });
    Object.assign(app, { request: Aanvraag.prototype, response: VeiligAntwoord.prototype });
  }
  return { IncomingMessage: Aanvraag, ServerResponse: VeiligAntwoord };
}

function isExpress(app: RequestListener): app is Express {
  return 'request' in app && 'response' in app;
}
