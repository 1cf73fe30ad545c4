import type { PlainKey, Say } from '../../../domain/texts.ts';

/** What was done, as an address names it on the way to the page that says so. */
export const DONE = {
  begonnen: 'begonnen',
  titel: 'titel',
  aangeboden: 'aangeboden',
  teruggenomen: 'teruggenomen',
  teruggegeven: 'teruggegeven',
  ingetrokken: 'ingetrokken',
  uitgegeven: 'uitgegeven',
  bijgewerkt: 'bijgewerkt',
  gekozen: 'gekozen',
  teruggezet: 'teruggezet',
  bewaard: 'bewaard',
  verwijderd: 'verwijderd',
} as const;
export type DoneName = keyof typeof DONE;

/** The sentence for what an address says was done; null for anything else. */
export function findDone(say: Say, gedaan: unknown): string | null {
  const known = typeof gedaan === 'string' && Object.hasOwn(DONE, gedaan);
  return known ? say(`concepten.gedaan-${gedaan as DoneName}` satisfies PlainKey) : null;
}
