import { toDutchClock, toDutchDate } from '../../domain/calendar.ts';
import type { Stand } from '../stand-param.ts';

/** Until when what is typed on a page with this stand can be sent: the time, and whether that is tomorrow. */
export function toUntil(stand: Stand, now: Date): { readonly tijd: string; readonly morgen: boolean } {
  const until = stand.until();
  return { tijd: toDutchClock(until), morgen: toDutchDate(until) !== toDutchDate(now) };
}
