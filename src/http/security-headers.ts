import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** In seconds: two years, what the HSTS preload lists ask. */
const HSTS_TIME = 2 * 365 * 24 * 60 * 60;

/** What a page of this site never needs; a browser then refuses it to anything that gets into a page. */
const OUT = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'interest-cohort',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers that every response has, by name, unless it has its own for that name. */
export type SecurityHeaders = Map<string, string>;

/**
 * Makes the headers that are the same for every response, once, for the app and for what is answered without it.
 * `baseUrl` says whether the outside world comes over TLS, so that HSTS makes sense.
 */
export function createSecurityHeaders(baseUrl: string): SecurityHeaders {
  const tls = baseUrl.startsWith('https:');
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(tls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: tls ? { maxAge: HSTS_TIME, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
  // Helmet writes them on a response; this one is sent to nobody.
  const req = new IncomingMessage(new Socket());
  const res = new ServerResponse(req);
  setHeaders(req, res, (error) => {
    if (error) throw error;
  });
  return new Map([
    // What is made for one request may hold answers, a redirect included; what anyone may keep says so itself.
    ['Cache-Control', 'no-store'],
    ['Permissions-Policy', OUT.map((naam) => `${naam}=()`).join(', ')],
    ...res.getHeaderNames().map((naam): [string, string] => [naam, String(res.getHeader(naam))]),
  ]);
}
