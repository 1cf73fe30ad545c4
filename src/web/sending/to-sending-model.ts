import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Warning } from '../../domain/referral/verwijzing.ts';
import { findObjection } from '../../domain/sending/sender.ts';

/** Why the preview comes back, with what was filled in to have the server send; null when something else failed. */
export interface Refusal {
  readonly afzender: string | null;
  readonly fout: string;
  readonly status: number;
}

/** The view-model of "let the server send this", or null where that is not possible; `hulp` says which addresses may send, `actie` is where its form goes. */
export function toSendingModel(
  pakket: VerwijsPakket,
  warnings: readonly Warning[],
  hulp: string,
  actie: string,
  input: Refusal | undefined,
) {
  const objection = findObjection(pakket);
  if (objection !== null && objection !== 'naam') return null;
  return {
    actie,
    naamOntbreekt: objection === 'naam',
    hulp,
    aan: pakket.mail.aan.join(', '),
    bevestigd: warnings.filter(({ bevestigd }) => bevestigd).map(({ id }) => id),
    ccOntbreekt: pakket.ontbreekt.some(({ onderdeel }) => onderdeel === 'cc'),
    afzender: input?.afzender ?? pakket.email ?? '',
    fout: input?.afzender == null ? null : input.fout,
  };
}
