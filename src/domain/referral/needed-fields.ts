import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/**
 * What a referral is: a case for a table, a request to who may refer, or a message on a team that may not be there any
 * more: first whether it is, then that a deployment was agreed, then that it goes on.
 */
export const SOORTEN = ['aanmelding', 'verzoek', 'vraag', 'inzet', 'voortzetting'] as const;
export type Soort = (typeof SOORTEN)[number];

/** What the message is, for who refers to this table through `via`, or straight to it. */
export function toSoort({ soort }: Overlegtafel, via: string | null, verwijzing: Verwijzing): Soort {
  if (via !== null) return 'verzoek';
  if (soort === 'overlegtafel') return 'aanmelding';
  const bericht = verwijzing.get('bericht');
  return bericht === 'inzet' || bericht === 'voortzetting' ? bericht : 'vraag';
}

/**
 * The fields that a message of this kind cannot do without. The labels of the form, what is missing, the status and the
 * API all ask this, so that they never contradict each other.
 */
export function listNeeded(velden: readonly Veld[], soort: Soort, verwijzing: Verwijzing): Veld[] {
  return velden.filter((veld) => isNeeded(veld, soort, verwijzing));
}

function isNeeded({ pad, rubriek, nodigVoorTafel }: Veld, soort: Soort, verwijzing: Verwijzing): boolean {
  // Sharing without the person's consent needs a recorded ground.
  if (pad === 'grondslag') return hasNoConsent(verwijzing);
  if (!nodigVoorTafel) return false;
  if (rubriek === 'inzet') return soort === 'inzet' || soort === 'voortzetting';
  if (rubriek === 'aanmelder' || pad === 'casuscode') return true;
  // Who asks need not have it all, but must be clear on the question; who goes on writes to a team that knows the case.
  if (soort === 'verzoek' || soort === 'vraag') return pad === 'hulpvraag';
  return soort !== 'voortzetting';
}

function hasNoConsent(verwijzing: Verwijzing): boolean {
  const informed = verwijzing.get('geinformeerd');
  return informed !== undefined && informed !== 'akkoord';
}

/** What stays empty of the rest, as the package would have called it. */
export function listLeftEmpty(
  velden: readonly Veld[],
  needed: readonly Veld[],
  verwijzing: Verwijzing,
): string[] {
  return velden
    .filter(
      (veld) =>
        !veld.pad.includes('.') &&
        veld.rubriek !== 'inzet' &&
        !veld.zonderToestemming &&
        !veld.extra &&
        !needed.includes(veld) &&
        !verwijzing.has(veld.pad),
    )
    .map(({ inTekst }) => inTekst);
}
