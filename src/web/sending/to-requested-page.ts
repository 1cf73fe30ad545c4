import { toTimeText } from '../../domain/date-text.ts';
import type { SendRequestResult } from '../../domain/sending/sending.ts';
import type { Say } from '../../domain/texts.ts';
import type { Page } from '../page.ts';
import { toCrumbs, type Zaak } from '../referral/zaak.ts';

/** The page that says that the confirmation link is on its way to `sender`. */
export function toRequestedPage(
  say: Say,
  zaak: Pick<Zaak, 'stand' | 'mee' | 'oordeel'>,
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
      advies: stand.link('/advies'),
    },
  };
}
