import { toVeldId } from '../../domain/editing/form/knoop.ts';
import type { Soort } from '../../domain/editing/soort.ts';

/** Where `/beheer` begins, and where one logs in. */
export const BEHEER = '/beheer';
export const LOGIN_PATH = `${BEHEER}/inloggen`;

/** Where the live content is read. */
export const LIVE_PATH = `${BEHEER}/inhoud`;

/** Asks, at the address of a kind or a thing that is live, in which draft a change of it goes. */
export const CHOOSE = 'kies';

/** Where all drafts are, one of them, and the content as it makes it. */
export const DRAFTS_PATH = `${BEHEER}/concepten`;
export const toDraftPath = (id: string) => `${DRAFTS_PATH}/${id}`;
/** The same of a draft that is still to begin, which it does when something is first saved in it: its id is known before. */
const COMING = 'nieuw-';
export const toComing = (id: string) => `${COMING}${id}`;
const COMING_DRAFT = new RegExp(`^${COMING}([\\w-]{1,40})$`);
/** The id that such a draft gets; null for what is not one: an id of ours has these letters alone. */
export const readComing = (id: string) => COMING_DRAFT.exec(id)?.[1] ?? null;
export const toContentPath = (id: string) => `${toDraftPath(id)}/inhoud`;

/** The form of a table with both its files, by the name of a kind. */
export const NEW_TABLE = 'nieuwe-tafel';

/** The form of a new thing of a kind below `base`; a table has one for both its files. */
export function toNewPath(base: string, { soort, staat }: Pick<Soort, 'soort' | 'staat'>): string {
  return `${base}/nieuw/${staat.in === 'map' ? NEW_TABLE : soort}`;
}

/** Where a thing is below `base`, and a field in its form; `naam` null: the list of all things of its kind. */
export function toThingPath(base: string, soort: string, naam: string | null, pad = ''): string {
  if (naam === null) return `${base}/${soort}`;
  return `${base}/${soort}/${encodeURIComponent(naam)}${pad === '' ? '' : `#${toVeldId(pad)}`}`;
}
