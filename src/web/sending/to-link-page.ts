import { toTimeText } from '../../domain/date-text.ts';
import type { Content } from '../../domain/model/content.ts';
import type { LinkStatus } from '../../domain/sending/sending.ts';
import type { Page } from '../page.ts';

/** The trail to the pages of a confirmation link. */
export const LINK_CRUMBS = [{ tekst: 'Versturen' }];

/** The page of a confirmation link, with its status; `link` holds the id and the key. */
export function toLinkPage(
  { tafels }: Content,
  stand: LinkStatus,
  link: { readonly id: string; readonly sleutel: string },
): { pagina: Page; status: number } {
  const toPage = (template: string, titel: string, model: object, status = 200) => ({
    pagina: { template, titel, kruimels: LINK_CRUMBS, model },
    status,
  });
  if (stand.soort === 'onbekend' || stand.soort === 'verlopen') {
    const verlopen = stand.soort === 'verlopen';
    const titel = verlopen ? 'Deze link is verlopen' : 'Deze link werkt niet';
    return toPage('versturen-link', titel, { verlopen }, verlopen ? 410 : 404);
  }
  const tafel = tafels.find(({ id }) => id === stand.tafel);
  const inZin = tafel?.inZin ?? stand.tafel;
  if (stand.soort === 'teBevestigen') {
    return toPage('versturen-bevestigen', 'Wilt u deze aanmelding versturen?', {
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
  return toPage('versturen-stand', 'Uw aanmelding', {
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
