import { toTimeText } from '../../domain/date-text.ts';
import type { SendRequestResult } from '../../domain/sending/sending.ts';
import type { Say } from '../../domain/texts.ts';
import type { Page } from '../page.ts';
import { toCrumbs, toInCasus, type Zaak } from '../referral/zaak.ts';

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
