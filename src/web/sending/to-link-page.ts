import { toTimeText } from '../../domain/calendar.ts';
import type { LinkStatus } from '../../domain/sending/sending.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import type { Crumb, Page } from '../page.ts';

/** The page of a confirmation link, with its status; `link` holds the id and the key. */
export function toLinkPage(
  { content: { tafels }, say }: Pick<Services, 'content' | 'say'>,
  stand: LinkStatus,
  link: { readonly id: string; readonly sleutel: string },
): { pagina: Page; status: number } {
  const toPage = (template: string, titel: string, model: object, status = 200) => ({
    pagina: { template, titel, kruimels: toLinkCrumbs(say), model },
    status,
  });
  if (stand.soort === 'onbekend' || stand.soort === 'verlopen') {
    const verlopen = stand.soort === 'verlopen';
    const titel = say(verlopen ? 'versturen.titel-verlopen' : 'versturen.titel-onbekend');
    return toPage('versturen-link', titel, { verlopen }, verlopen ? 410 : 404);
  }
  const tafel = tafels.find(({ id }) => id === stand.tafel);
  const inZin = tafel?.inZin ?? stand.tafel;
  if (stand.soort === 'teBevestigen') {
    return toPage('versturen-bevestigen', say('versturen.titel-bevestigen'), {
      ...link,
      inZin,
      afzender: stand.afzender,
      aan: stand.aan.join(', '),
      cc: stand.cc.join(', '),
      onderwerp: stand.onderwerp,
      geldigTot: toTimeText(stand.geldigTot),
    });
  }
  const { status, gewijzigd, volgende } = stand;
  return toPage('versturen-stand', say('versturen.titel-stand'), {
    inZin,
    adres: tafel?.kanaal.adres ?? null,
    wacht: status === 'wachtrij' || status === 'bezig',
    verstuurd: status === 'verstuurd',
    deels: status === 'deels',
    onzeker: status === 'onzeker',
    mislukt: status === 'mislukt',
    gewijzigd: toTimeText(gewijzigd),
    volgende: volgende && toTimeText(volgende),
  });
}

/** The trail to the pages of a confirmation link. */
export function toLinkCrumbs(say: Say): Crumb[] {
  return [{ tekst: say('versturen.kruimel') }];
}
