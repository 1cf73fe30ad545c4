import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits at random, as text for an address or a cookie. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text has the form of such a token: what has not is never looked up. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is kept of a token: who reads the storage cannot log in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** What every form of a session carries: whoever has no cookie cannot make it. */
export function toCsrf(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell how far they are. */
export function isSameText(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
