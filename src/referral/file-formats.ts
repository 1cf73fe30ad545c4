import { toDutchDate } from '../domain/calendar.ts';
import { toDateText } from '../domain/date-text.ts';
import type { Content } from '../domain/model/content.ts';
import type { VerwijsPakket } from '../domain/referral/compose-verwijzing.ts';
import type { WriteEml } from '../domain/referral/mail-concept.ts';
import { toPaper } from '../domain/referral/package-paper.ts';
import { type PaperFile, PdfFailure, type WritePdf } from '../domain/referral/paper-document.ts';
import type { Termijn, WriteIcs } from '../domain/referral/termijn.ts';
import type { Say } from '../domain/texts.ts';
import type { Views } from '../domain/views.ts';

/** What writes the bytes. */
export interface FileWriters {
  readonly writeEml: WriteEml;
  readonly writePdf: WritePdf;
  readonly writeIcs: WriteIcs;
  readonly views: Pick<Views, 'renderText'>;
  readonly say: Say;
}

/** A composed referral, as far as a file tells it. */
interface Source {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly bijlage?: PaperFile | null;
}

interface Format {
  readonly type: string;
  /** Whether a PDF is made for it, which costs much more than the rest. */
  readonly hasPdf: boolean;
  /** Writes the file; null when there is nothing to write it of. */
  readonly write: (
    writers: FileWriters,
    source: Source,
    words: Content['pakketvelden'],
    now: Date,
  ) => Promise<Buffer | string | null>;
}

/** The endings of the files that a referral comes in; the same as the last part of their address. */
export type FileFormat = 'eml' | 'pdf' | 'txt' | 'ics';

/** The files that a referral comes in. */
export const FILE_FORMATS: Readonly<Record<FileFormat, Format>> = {
  eml: { type: 'message/rfc822', hasPdf: true, write: writeDraft },
  pdf: { type: 'application/pdf', hasPdf: true, write: writePackage },
  txt: { type: 'text/plain; charset=utf-8', hasPdf: false, write: writeTextFile },
  ics: { type: 'text/calendar; charset=utf-8', hasPdf: false, write: writeDeadline },
};

/** The name of a file of a referral, such as `verwijzing-topx-TW-2026-001.pdf`. */
export function toFileName({ tafel, casuscode }: VerwijsPakket, format: FileFormat): string {
  // Letters, digits and hyphens only: a casuscode may have dots and slashes too.
  return `verwijzing-${tafel.id}-${casuscode.replaceAll(/[^A-Za-z0-9]+/g, '-')}.${format}`;
}

/** The package as a PDF. */
export function writePackage(
  { writePdf, say }: FileWriters,
  { pakket, bijlage }: Source,
  words: Content['pakketvelden'],
  now: Date,
): Promise<Buffer> {
  return writePdf(toPaper(say, pakket, words, toDutchDate(now), bijlage));
}

/**
 * Writes the .eml draft, with the package attached where the kanaal allows it. Without a PDF the draft comes all the
 * same and says so at its top: its text is complete, and who refers may not have the time to try again.
 */
async function writeDraft(
  writers: FileWriters,
  source: Source,
  words: Content['pakketvelden'],
  now: Date,
): Promise<Buffer> {
  const { writeEml, views } = writers;
  const { pakket } = source;
  const { mail } = pakket;
  if (!pakket.perMail) return writeEml(mail);
  try {
    const pdf = await writePackage(writers, source, words, now);
    return await writeEml(mail, { naam: toFileName(pakket, 'pdf'), pdf });
  } catch (error) {
    if (!(error instanceof PdfFailure)) throw error;
    return writeEml({ ...mail, tekst: views.renderText('zonder-bijlage', { tekst: mail.tekst }) });
  }
}

/** The text with its recipients and subject above it, with CRLF line ends. */
async function writeTextFile(_writers: FileWriters, { pakket }: Source): Promise<string> {
  const { mail, ontvanger, ccNamen } = pakket;
  const cc = mail.cc.length > 0 ? mail.cc : ccNamen;
  const kop = [
    `Voor: ${ontvanger}`,
    ...(mail.aan.length > 0 ? [`Aan: ${mail.aan.join(', ')}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []),
  ];
  return `${[...kop, `Onderwerp: ${mail.onderwerp}`].join('\n')}\n\n${mail.tekst}`.replaceAll('\n', '\r\n');
}

/** The last day to hand in, as an entry for a calendar. */
async function writeDeadline(
  { writeIcs, say }: FileWriters,
  { pakket, termijn }: Source,
  _words: Content['pakketvelden'],
  nu: Date,
): Promise<string | null> {
  const { tafel, route, ontvanger, casuscode } = pakket;
  if (!termijn) return null;
  const words = { tafel: tafel.inZin, ontvanger, casuscode };
  return writeIcs({
    // The same deadline of the same code is the same entry in a calendar.
    uid: `${tafel.id}-${termijn.overlegdatum}-${casuscode}@rdm-wegwijzer.invalid`,
    titel: say(route === 'via' ? 'agenda.titel-verzoek' : 'agenda.titel', words),
    datum: termijn.uiterlijk,
    description: say(route === 'via' ? 'agenda.uitleg-verzoek' : 'agenda.uitleg', {
      ...words,
      kanaal: pakket.kanaal.naam,
      termijn: tafel.termijn?.tekst ?? '',
      overlegdatum: toDateText(termijn.overlegdatum),
    }),
    herinneringDays: 7,
    nu,
  });
}
