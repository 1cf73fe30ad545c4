import type { Say } from '../domain/texts.ts';

/** The lists of which one thing has an address of its own, below /api/v1. */
const LISTS: ReadonlySet<string> = new Set([
  '/overlegtafels',
  '/gemeenten',
  '/hsds/services',
  '/hsds/organizations',
]);
/** The most of an id that an answer repeats, in characters. */
const MAX_ID = 100;

/** Says what is not there, at an address below /api/v1 that can be decoded: an id of a list, with that list, or the address. */
export function toNotFound(say: Say, path: string): string {
  const end = path.lastIndexOf('/');
  const [list, id] = [path.slice(0, end), decodeURIComponent(path.slice(end + 1))];
  return id !== '' && LISTS.has(list)
    ? say('api.onbekend-id', { id: id.slice(0, MAX_ID), lijst: `/api/v1${list}` })
    : say('api.niet-gevonden');
}
