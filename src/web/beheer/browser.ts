import type { Request, Response } from 'express';
import { BEHEER } from './paths.ts';

/** A cookie of `/beheer`: nothing outside it ever gets one. */
export interface Cookie {
  readonly name: string;
  readonly read: (req: Pick<Request, 'headers'>) => string | null;
  /** `maxAge` is in seconds; without it the cookie goes with the browser. */
  readonly set: (res: Response, value: string, maxAge?: number) => void;
  readonly clear: (res: Response) => void;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address works on this computer only, as it does when nobody set one. */
export function isHereOnly(address: string): boolean {
  return LOOPBACK.has(new URL(address).hostname);
}

/** Whether a cookie can be marked for TLS only: all but a site on this computer itself, where older browsers would drop it. */
export function isForTls(baseUrl: string): boolean {
  return new URL(baseUrl).protocol === 'https:' || !isHereOnly(baseUrl);
}

/** Makes what reads and writes a cookie below `path`; `baseUrl` is where the outside world sees the site. */
export function createCookie(
  baseUrl: string,
  naam: string,
  path: string,
  sameSite: 'Strict' | 'Lax',
): Cookie {
  // The prefix makes a browser refuse it from a page without TLS.
  const [name, secure] = isForTls(baseUrl) ? [`__Secure-${naam}`, '; Secure'] : [naam, ''];
  const set: Cookie['set'] = (res, value, maxAge) => {
    const end = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
    res.append('Set-Cookie', `${name}=${value}${end}; Path=${path}${secure}; HttpOnly; SameSite=${sameSite}`);
  };
  return { name, read: (req) => readCookie(req, name), set, clear: (res) => set(res, '', 0) };
}

/** The cookie that holds the token of a session, which ends before the browser does. */
export function createSessionCookie(baseUrl: string): Cookie {
  return createCookie(baseUrl, 'beheer', BEHEER, 'Strict');
}

/** The value of a cookie; null when there is none, or more than one, of which nobody can tell which is ours. */
export function readCookie(
  { headers: { cookie = '' } }: Pick<Request, 'headers'>,
  name: string,
): string | null {
  const values = cookie
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Names that browsers give themselves, the most telling first: many also say that they are another one. */
const PROGRAMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** What helps somebody to recognise their browser, such as "Firefox op Windows"; nothing else that it says is kept. */
export function toProgramma({ headers: { 'user-agent': agent = '' } }: Pick<Request, 'headers'>): string {
  const find = (list: typeof PROGRAMS) => list.find(([sign]) => sign.test(agent))?.[1];
  const [program, system] = [find(PROGRAMS), find(SYSTEMS)];
  return [program ?? 'Een browser', system].filter(Boolean).join(' op ');
}
