import { toTimeText } from '../../../domain/calendar.ts';
import type { Concept } from '../../../domain/editing/draft.ts';
import type { Kept } from '../../../domain/editing/records.ts';
import type { Say } from '../../../domain/texts.ts';
import { isOpen } from '../../../editing/drafts.ts';
import type { Page } from '../../page.ts';
import { BEHEER } from '../paths.ts';
import type { ToName } from '../read-names.ts';

/** Of those that are done, only the last ones are shown. */
const DONE_SHOWN = 50;

/** How a status looks. */
export const STATUS_BADGES = {
  bezig: 'stil',
  aangeboden: 'onbekend',
  gepubliceerd: 'voldoet',
  ingetrokken: 'voldoet-niet',
} as const;

/** The page of all drafts, the open ones first. */
export function toListPage(
  say: Say,
  drafts: readonly Kept<Concept>[],
  toName: ToName,
  titelVeld: { readonly waarde: string; readonly fout: string | null },
): Page {
  const toItem = ({ id, value }: Kept<Concept>) => ({
    href: `${BEHEER}/concepten/${id}`,
    naam: value.titel,
    status: { tekst: say(`concepten.status-${value.status}`), klasse: STATUS_BADGES[value.status] },
    wie: value.gemaaktDoor.map(toName).join(', '),
    gewijzigd: toTimeText(new Date(value.gewijzigd)),
  });
  return {
    template: 'beheer-concepten',
    titel: say('concepten.naam'),
    kruimels: [{ tekst: say('concepten.naam') }],
    fout: titelVeld.fout !== null,
    model: {
      fouten: titelVeld.fout === null ? null : [{ href: '#titel', tekst: titelVeld.fout }],
      titelVeld,
      open: drafts.filter(({ value }) => isOpen(value)).map(toItem),
      klaar: drafts
        .filter(({ value }) => !isOpen(value))
        .slice(0, DONE_SHOWN)
        .map(toItem),
    },
  };
}
