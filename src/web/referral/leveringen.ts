import type { PakketDocument } from '../../domain/ports/pakket-pdf.ts';
import type { VerwijsPakket } from '../../domain/referral/compose-verwijzing.ts';
import type { Termijn } from '../../domain/referral/tafel-termijn.ts';
import type { WebDeps } from '../deps.ts';

/** What a form of delivery can be made of. */
interface Bron {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly document: () => PakketDocument;
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
export function leveringen({
  writeEml,
  writePdf,
  writeIcs,
  now,
}: Pick<WebDeps, 'writeEml' | 'writePdf' | 'writeIcs' | 'now'>): Levering[] {
  return [
    { naam: 'eml', type: 'message/rfc822', make: ({ pakket }) => writeEml(pakket.mail) },
    { naam: 'pdf', type: 'application/pdf', make: ({ document }) => writePdf(document()) },
    { naam: 'txt', type: 'text/plain; charset=utf-8', make: async ({ pakket }) => toTekst(pakket) },
    {
      naam: 'ics',
      type: 'text/calendar; charset=utf-8',
      make: async ({ pakket, termijn }) =>
        termijn &&
        writeIcs({
          // The same deadline of the same code is the same entry in a calendar.
          uid: `${pakket.tafel.id}-${termijn.overlegdatum}-${pakket.model.verwijzing.casuscode}@rdm-wegwijzer.invalid`,
          titel: `Laatste dag: ${pakket.mail.onderwerp}`,
          datum: termijn.uiterlijk,
          omschrijving: `${pakket.kanaal.naam}. ${pakket.tafel.termijn?.tekst ?? ''} Het overleg is op ${termijn.overlegdatum}.`,
          herinneringDagen: 7,
          nu: now(),
        }),
    },
  ];
}

/** The text with its recipients and subject above it. */
function toTekst({ mail, ontvanger }: VerwijsPakket): string {
  const kop = [
    `Voor: ${ontvanger}`,
    `Aan: ${mail.aan.join(', ') || 'adres niet bekend'}`,
    ...(mail.cc.length > 0 ? [`Cc: ${mail.cc.join(', ')}`] : []),
  ];
  return `${[...kop, `Onderwerp: ${mail.onderwerp}`].join('\n')}\n\n${mail.tekst}`.replaceAll('\n', '\r\n');
}
