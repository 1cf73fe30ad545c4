import { toDateText } from '../../domain/calendar.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Block, PaperDocument } from '../../domain/referral/paper-document.ts';
import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { toTable } from '../to-table.ts';
import { composeGuide } from './compose-guide.ts';

/** Where the hand-out stands; its PDF has the same address with `.pdf` behind it. */
export const GUIDE_PATH = '/wegwijzer-op-papier';

/** The page of the hand-out, as far as it is the same whatever it holds. */
export function describeGuide(say: Say) {
  return { pad: GUIDE_PATH, ...describePage(say, 'wegwijzer-op-papier', toCrumb(say, 'overlegtafels')) };
}

/** The whole directory as one page to print: the same document as the PDF. */
export function toGuidePage(say: Say, content: Content, baseUrl: string, now: Date): StaticPage {
  return {
    ...describeGuide(say),
    get model() {
      return toGuideModel(say, composeGuide(say, content, baseUrl, now));
    },
  };
}

function toGuideModel(say: Say, { datum, gegevens, secties }: PaperDocument) {
  // A number to call stands where the text has it.
  const bel = new RegExp(`^${say('gids.bel', { nummer: String.raw`([\d-]+)` })}`);
  return {
    pdf: `${GUIDE_PATH}.pdf`,
    datum: toDateText(datum),
    gegevens,
    secties: secties.map(({ kop, blokken }, index) => ({
      id: `deel-${index + 1}`,
      kop,
      blokken: blokken.map((block) => toBlockModel(block, bel)),
    })),
  };
}

/** A block with its kind as a flag, since a template decides nothing. */
function toBlockModel(block: Block, bel: RegExp) {
  return {
    alinea: block.soort === 'alinea' ? block.tekst : null,
    melding: block.soort === 'melding' ? block.tekst : null,
    lijst: block.soort === 'lijst' ? block.items : null,
    gegevens:
      block.soort === 'gegevens'
        ? block.rijen.map(({ naam, waarde }) => ({
            naam,
            regels: waarde.split('\n').map((regel) => toRegel(regel, bel)),
          }))
        : null,
    tabel:
      block.soort === 'tabel'
        ? toTable(
            block.bijschrift,
            block.koppen,
            block.rijen.map((rij) => {
              const [tekst = '', ...cells] = 'kop' in rij ? [rij.kop] : rij;
              return [{ tekst }, ...cells];
            }),
          )
        : null,
  };
}

/** A line of the document; one that is an address or a number to call is a link on a screen. */
function toRegel(tekst: string, bel: RegExp): { tekst: string; href: string | null } {
  if (/^[^\s@]+@[^\s@]+$/.test(tekst)) return { tekst, href: `mailto:${tekst}` };
  if (/^https:\/\/\S+$/.test(tekst)) return { tekst, href: tekst };
  const nummer = bel.exec(tekst)?.[1];
  return { tekst, href: nummer === undefined ? null : `tel:${nummer.replaceAll('-', '')}` };
}
