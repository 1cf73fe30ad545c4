import { toTimeText } from '../../domain/calendar.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Warning } from '../../domain/referral/verwijzing.ts';
import { findObjection } from '../../domain/sending/sender.ts';
import type { SendRequestResult } from '../../domain/sending/sending.ts';
import type { Say } from '../../domain/texts.ts';
import type { Page } from '../page.ts';
import { toCrumbs, toInCasus, type Zaak } from '../referral/zaak.ts';

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

/** The page that says that the confirmation link is on its way to `sender`. */
export function toRequestedPage(
  say: Say,
  zaak: Zaak,
  values: Readonly<Record<string, string>>,
  afzender: string,
  { geldigTot, zeker }: Extract<SendRequestResult, { soort: 'gevraagd' }>,
): Page {
  const { stand, oordeel } = zaak;
  return {
    template: 'versturen-gevraagd',
    titel: say('versturen.titel-gevraagd'),
    kruimels: toCrumbs(say, zaak),
    model: {
      inZin: oordeel.tafel.inZin,
      afzender,
      geldigTot: toTimeText(geldigTot),
      zeker,
      casus: toInCasus(zaak, values),
      velden: Object.entries(values).map(([naam, waarde]) => ({ naam, waarde })),
      advies: stand.link('/advies'),
    },
  };
}
