import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Warning } from '../../domain/referral/verwijzing.ts';
import { findObjection } from '../../domain/sending/sender.ts';

/** What was filled in to have the server send, and why that did not work. */
export interface VersturenInvoer {
  readonly afzender: string;
  readonly fout: string;
  readonly status: number;
}

/** The view-model of "let the server send this", or null where that is not possible; `actie` is where its form goes. */
export function toVersturenModel(
  pakket: VerwijsPakket,
  waarschuwingen: readonly Warning[],
  domeinen: readonly string[],
  actie: string,
  invoer: VersturenInvoer | undefined,
) {
  const bezwaar = findObjection(pakket);
  if (bezwaar !== null && bezwaar !== 'naam') return null;
  return {
    actie,
    naamOntbreekt: bezwaar === 'naam',
    hulp: `Een adres dat eindigt op: ${domeinen.map((domein) => `@${domein}`).join(', ')}.`,
    aan: pakket.mail.aan.join(', '),
    bevestigd: waarschuwingen.filter(({ bevestigd }) => bevestigd).map(({ id }) => id),
    ccOntbreekt: pakket.ontbreekt.some(({ onderdeel }) => onderdeel === 'cc'),
    afzender: invoer?.afzender ?? '',
    fout: invoer?.fout ?? null,
  };
}
