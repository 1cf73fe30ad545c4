import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Express } from 'express';
import type { SecurityHeaders } from './security-headers.ts';

interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse<IncomingMessage>;
}

/**
 * The classes of which Node makes the requests and responses of one server: with security headers on every response,
 * also on those that Node makes without asking the app, and with the prototypes of Express from the beginning. Express
 * gives each request and response its own prototypes anyway; V8 then drops what it knows of them, and all that
 * touches them becomes slow. Where they have those prototypes already nothing changes.
 */
export function createMessageClasses(app: RequestListener, headers: SecurityHeaders): MessageClasses {
  class Aanvraag extends IncomingMessage {}
  class VeiligAntwoord extends ServerResponse<IncomingMessage> {
    constructor(req: IncomingMessage) {
      super(req);
      this.setHeaders(headers as Map<string, string>);
    }
  }
  if (isExpress(app)) {
    Object.setPrototypeOf(Aanvraag.prototype, app.request);
    Object.setPrototypeOf(VeiligAntwoord.prototype, app.response);
    Object.assign(app, { request: Aanvraag.prototype, response: VeiligAntwoord.prototype });
  }
  return { IncomingMessage: Aanvraag, ServerResponse: VeiligAntwoord };
}

function isExpress(app: RequestListener): app is Express {
  return 'request' in app && 'response' in app;
}
