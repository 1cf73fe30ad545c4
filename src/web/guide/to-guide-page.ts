import { toDateText } from '../../domain/date-text.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Block } from '../../domain/referral/paper-document.ts';
import type { StatischePagina } from '../page.ts';
import { composeGids } from './compose-guide.ts';

/** Where the hand-out stands and what it is; its PDF has the same address with `.pdf` behind it. */
export const GIDS = {
  pad: '/wegwijzer-op-papier',
  titel: 'De wegwijzer op papier',
  beschrijving: 'Alle overlegtafels, gemeenten, nummers en cliëntondersteuning in één stuk, om te printen.',
} as const;

/** The whole directory as one page to print: the same document as the PDF. */
export function toGidsPage(content: Content, baseUrl: string, now: Date): StatischePagina {
  return {
    ...GIDS,
    template: 'wegwijzer-op-papier',
    kruimels: [{ tekst: 'Overlegtafels', href: '/overlegtafels' }, { tekst: 'Op papier' }],
    get model() {
      return toGidsModel(composeGids(content, baseUrl, now));
    },
  };
}

function toGidsModel({ datum, gegevens, secties }: ReturnType<typeof composeGids>) {
  return {
    pdf: `${GIDS.pad}.pdf`,
    datum: toDateText(datum),
    gegevens,
    secties: secties.map(({ kop, blokken }, index) => ({
      id: `deel-${index + 1}`,
      kop,
      blokken: blokken.map(toBlokModel),
    })),
  };
}

/** A block with its kind as a flag, since a template decides nothing. */
function toBlokModel(blok: Block) {
  return {
    alinea: blok.soort === 'alinea' ? blok.tekst : null,
    melding: blok.soort === 'melding' ? blok.tekst : null,
    lijst: blok.soort === 'lijst' ? blok.items : null,
    gegevens:
      blok.soort === 'gegevens'
        ? blok.rijen.map(({ naam, waarde }) => ({ naam, regels: waarde.split('\n').map(toRegel) }))
        : null,
    tabel:
      blok.soort === 'tabel'
        ? {
            bijschrift: blok.bijschrift,
            koppen: blok.koppen,
            rijen: blok.rijen.map(([kop = '', ...cellen]) => ({
              kop: { tekst: kop },
              cellen: cellen.map((tekst, index) => ({ kop: blok.koppen[index + 1] ?? '', tekst })),
            })),
          }
        : null,
  };
}

/** A line of the document; one that is an address or a number to call is a link on a screen. */
function toRegel(tekst: string): { tekst: string; href: string | null } {
  if (/^[^\s@]+@[^\s@]+$/.test(tekst)) return { tekst, href: `mailto:${tekst}` };
  if (/^https:\/\/\S+$/.test(tekst)) return { tekst, href: tekst };
  const nummer = /^Bel ([\d-]+)/.exec(tekst)?.[1];
  return { tekst, href: nummer === undefined ? null : `tel:${nummer.replaceAll('-', '')}` };
}
