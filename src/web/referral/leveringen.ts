import { composeAgendaItem } from '../../domain/referral/compose-agenda-item.ts';
import { composeDocument } from '../../domain/referral/compose-document.ts';
import { composeTekst } from '../../domain/referral/compose-tekst.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Termijn } from '../../domain/referral/tafel-termijn.ts';
import { writeDraft } from '../../domain/referral/write-draft.ts';
import type { WebDeps } from '../deps.ts';

/** What a form of delivery can be made of; `vandaag` is YYYY-MM-DD. */
interface Bron {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly vandaag: string;
}

/** A form of delivery: a file to download. */
export interface Levering {
  /** The last part of the address, and the ending of the file name. */
  readonly naam: 'eml' | 'txt' | 'pdf' | 'ics';
  readonly type: string;
  /** Makes the file; null when there is nothing to make it of. */
  make(bron: Bron): Promise<Buffer | string | null>;
}

/** The forms of delivery of a referral. */
export function leveringen(
  deps: Pick<WebDeps, 'writeEml' | 'writePdf' | 'writeIcs' | 'views' | 'now'>,
): Levering[] {
  return [
    {
      naam: 'eml',
      type: 'message/rfc822',
      make: ({ pakket, vandaag }) => writeDraft(deps, pakket, vandaag),
    },
    {
      naam: 'pdf',
      type: 'application/pdf',
      make: ({ pakket, vandaag }) => deps.writePdf(composeDocument(pakket, vandaag)),
    },
    {
      naam: 'txt',
      type: 'text/plain; charset=utf-8',
      make: async ({ pakket }) => composeTekst(pakket),
    },
    {
      naam: 'ics',
      type: 'text/calendar; charset=utf-8',
      make: async ({ pakket, termijn }) => {
        const item = composeAgendaItem(pakket, termijn, deps.now());
        return item && deps.writeIcs(item);
      },
    },
  ];
}
