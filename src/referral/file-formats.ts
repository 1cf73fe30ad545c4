import { toDutchDate } from '../domain/calendar.ts';
import type { ToIcs } from '../domain/calendar-event.ts';
import type { Content } from '../domain/model/content.ts';
import { toNamePart } from '../domain/referral/casuscode.ts';
import type { VerwijsPakket } from '../domain/referral/compose-verwijzing.ts';
import { toAnswerEvent, toDeadlineEvent } from '../domain/referral/day-events.ts';
import type { WriteEml } from '../domain/referral/mail-concept.ts';
import { toPaper } from '../domain/referral/package-paper.ts';
import { type PaperFile, PdfFailure, type WritePdf } from '../domain/referral/paper-document.ts';
import type { Termijn } from '../domain/referral/referral-days.ts';
import type { Say } from '../domain/texts.ts';
import type { Views } from '../domain/views.ts';

/** What writes the bytes. */
export interface FileWriters {
  readonly writeEml: WriteEml;
  readonly writePdf: WritePdf;
  readonly toIcs: ToIcs;
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
  ics: { type: 'text/calendar; charset=utf-8', hasPdf: false, write: writeDays },
};

/** The name of a file of a referral, such as `verwijzing-topx-TW-2026-001.pdf`. */
export function toFileName({ tafel, casuscode }: VerwijsPakket, format: FileFormat): string {
  // Letters, digits and hyphens only: a casuscode may have dots and slashes too.
  return `verwijzing-${tafel.id}-${toNamePart(casuscode)}.${format}`;
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
  const replyTo = pakket.email ?? undefined;
  if (!pakket.perMail) return writeEml(mail, { replyTo });
  try {
    const pdf = await writePackage(writers, source, words, now);
    return await writeEml(mail, { replyTo, attachment: { naam: toFileName(pakket, 'pdf'), pdf } });
  } catch (error) {
    if (!(error instanceof PdfFailure)) throw error;
    return writeEml(
      { ...mail, tekst: views.renderText('zonder-bijlage', { tekst: mail.tekst }) },
      { replyTo },
    );
  }
}

/** The text with its recipients and subject above it, with CRLF line ends. */
async function writeTextFile(_writers: FileWriters, { pakket }: Source): Promise<string> {
  return writeMailText(pakket);
}

/** A mail as a text file. */
export function writeMailText({
  mail,
  ontvanger,
  ccNamen,
}: Pick<VerwijsPakket, 'mail' | 'ontvanger' | 'ccNamen'>): string {
  const cc = mail.cc.length > 0 ? mail.cc : ccNamen;
  const kop = [
    `Voor: ${ontvanger}`,
    ...(mail.aan.length > 0 ? [`Aan: ${mail.aan.join(', ')}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []),
  ];
  return `${[...kop, `Onderwerp: ${mail.onderwerp}`].join('\n')}\n\n${mail.tekst}`.replaceAll('\n', '\r\n');
}

/** The last day to hand in, unless it is over, and the day to look for an answer, for a calendar. */
async function writeDays(
  { toIcs, say }: FileWriters,
  { pakket, termijn }: Source,
  _words: Content['pakketvelden'],
  now: Date,
): Promise<string | null> {
  const lastDay = termijn && !termijn.teLaat ? toDeadlineEvent(say, pakket, termijn) : null;
  const days = [lastDay, toAnswerEvent(say, pakket)];
  const events = days.filter((event) => event !== null);
  return events.length > 0 ? toIcs(events, now) : null;
}
