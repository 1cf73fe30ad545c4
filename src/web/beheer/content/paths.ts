import { toVeldId } from '../../../domain/editing/form/knoop.ts';
import type { Soort } from '../../../domain/editing/soort.ts';
import { BEHEER } from '../paths.ts';

/** Where the live content is read. */
export const INHOUD = '/inhoud';
export const LIVE_PATH = `${BEHEER}${INHOUD}`;

/** Where a draft is, and the content as it makes it. */
export const toDraftPath = (id: string) => `${BEHEER}/concepten/${id}`;
export const toContentPath = (id: string) => `${toDraftPath(id)}/inhoud`;

/** The form of a new thing of a kind below `base`; a table has one for both its files. */
export function toNewPath(base: string, { soort, staat }: Pick<Soort, 'soort' | 'staat'>): string {
  return `${base}/nieuw/${staat.in === 'map' ? 'nieuwe-tafel' : soort}`;
}

/** Where a thing is below `base`, and a field in its form. */
export function toThingPath(base: string, soort: string, naam: string, pad = ''): string {
  return `${base}/${soort}/${encodeURIComponent(naam)}${pad === '' ? '' : `#${toVeldId(pad)}`}`;
}
