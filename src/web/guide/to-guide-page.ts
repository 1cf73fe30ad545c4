import { toDateText } from '../../domain/date-text.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Block } from '../../domain/referral/paper-document.ts';
import type { StaticPage } from '../page.ts';
import { composeGuide } from './compose-guide.ts';

/** Where the hand-out stands and what it is; its PDF has the same address with `.pdf` behind it. */
export const GUIDE = {
  pad: '/wegwijzer-op-papier',
  titel: 'De wegwijzer op papier',
  beschrijving: 'Alle overlegtafels, gemeenten, nummers en cliëntondersteuning in één stuk, om te printen.',
} as const;

/** The whole directory as one page to print: the same document as the PDF. */
export function toGuidePage(content: Content, baseUrl: string, now: Date): StaticPage {
  return {
    ...GUIDE,
    template: 'wegwijzer-op-papier',
    kruimels: [{ tekst: 'Overlegtafels', href: '/overlegtafels' }, { tekst: 'Op papier' }],
    get model() {
      return toGuideModel(composeGuide(content, baseUrl, now));
    },
  };
}

function toGuideModel({ datum, gegevens, secties }: ReturnType<typeof composeGuide>) {
  return {
    pdf: `${GUIDE.pad}.pdf`,
    datum: toDateText(datum),
    gegevens,
    secties: secties.map(({ kop, blokken }, index) => ({
      id: `deel-${index + 1}`,
      kop,
      blokken: blokken.map(toBlockModel),
    })),
  };
}

/** A block with its kind as a flag, since a template decides nothing. */
function toBlockModel(block: Block) {
  return {
    alinea: block.soort === 'alinea' ? block.tekst : null,
    melding: block.soort === 'melding' ? block.tekst : null,
    lijst: block.soort === 'lijst' ? block.items : null,
    gegevens:
      block.soort === 'gegevens'
        ? block.rijen.map(({ naam, waarde }) => ({ naam, regels: waarde.split('\n').map(toRegel) }))
        : null,
    tabel:
      block.soort === 'tabel'
        ? {
            bijschrift: block.bijschrift,
            koppen: block.koppen,
            rijen: block.rijen.map(([kop = '', ...cells]) => ({
              kop: { tekst: kop },
              cellen: cells.map((tekst, index) => ({ kop: block.koppen[index + 1] ?? '', tekst })),
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
