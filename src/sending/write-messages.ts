import { randomBytes } from 'node:crypto';
import { toAddress, toMailBytes } from '../documents/mail-bytes.ts';
import { toTimeText } from '../domain/date-text.ts';
import type { Attachment, MailConcept } from '../domain/referral/mail-concept.ts';
import { splitOnderwerp } from '../domain/referral/mail-model.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import type { OutgoingMail, SendResult } from '../domain/sending/outgoing-mail.ts';
import { VALIDITY } from '../domain/sending/outgoing-mail.ts';
import type { SendRequest } from '../domain/sending/sending.ts';
import type { Views } from '../domain/views.ts';
import type { MailContent, MailSeal } from './mail-seal.ts';
import { encodeMailContent } from './mail-seal.ts';

interface Options {
  readonly views: Pick<Views, 'renderText'>;
  /** The address that mail leaves from. */
  readonly van: string;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** Writes the mails that the server sends: the referral itself, the confirmation link, and how it ended. */
export type Notes = ReturnType<typeof createNotes>;

/** Makes the writer of mails that the server sends. */
export function createNotes({ views, van, baseUrl, now }: Options) {
  const toBase64 = (bericht: Buffer) => bericht.toString('base64');

  /** A mail of the server itself to the sender of a referral. */
  async function writeToSender(template: string, tafel: string, afzender: string, model: object) {
    const { onderwerp, tekst } = splitOnderwerp(views.renderText(template, { tafel, baseUrl, ...model }));
    const bericht = await writeMail({
      van,
      aan: [afzender],
      cc: [],
      onderwerp,
      tekst,
      automatic: true,
      datum: now(),
    });
    return { tafel, afzender, van, aan: [afzender], cc: [], onderwerp, bericht: toBase64(bericht) };
  }

  return {
    async writeAanmelding({ tafel, afzender, mail, pdfName, pdf }: SendRequest): Promise<MailContent> {
      const { aan, cc, onderwerp } = mail;
      const bericht = await writeMail({
        van,
        aan,
        cc,
        replyTo: afzender,
        onderwerp,
        tekst: views.renderText('versturen-namens', { tekst: mail.tekst, afzender }),
        bijlage: { naam: pdfName, pdf: await pdf() },
        automatic: false,
        datum: now(),
      });
      return {
        tafel: tafel.inZin,
        afzender,
        van,
        aan: [...aan],
        cc: [...cc],
        onderwerp,
        bericht: toBase64(bericht),
      };
    },

    /** Names the table and nothing else: whoever typed this address may have mistyped it. */
    writeConfirmation(tafel: string, sender: string, link: string): Promise<MailContent> {
      const geldigTot = toTimeText(new Date(now().getTime() + VALIDITY));
      return writeToSender('versturen-bevestig', tafel, sender, { link, geldigTot });
    },

    /** How the sending of a referral ended, and what its sender can do now. */
    writeFollowUp(
      mailBody: MailContent,
      template: 'mislukt' | 'onzeker' | 'deels',
      uitkomst: SendResult,
      confirmed: Date,
    ): Promise<MailContent> {
      const { tafel, afzender, aan, cc, onderwerp } = mailBody;
      const notTo = uitkomst.soort === 'deels' ? uitkomst.nietAan : [];
      return writeToSender(`versturen-${template}`, tafel, afzender, {
        onderwerp,
        bevestigd: toTimeText(confirmed),
        aan: aan.join(', '),
        nietAan: notTo.join(', '),
        welAan: [...aan, ...cc].filter((adres) => !notTo.includes(adres)).join(', '),
      });
    },
  };
}

/** A mail that the server sends itself. */
interface MailToSend extends MailConcept {
  readonly van: string;
  readonly replyTo?: string;
  readonly bijlage?: Attachment;
  /** Written by a machine, so that no machine answers it (RFC 3834). */
  readonly automatic: boolean;
  readonly datum: Date;
}

/**
 * Writes a mail whole, with its own Message-ID: every attempt sends the same bytes, so that a mail server can tell.
 * @throws Error when something that must be an address is none.
 */
async function writeMail(mail: MailToSend): Promise<Buffer> {
  const { van, replyTo, bijlage, automatic, datum } = mail;
  return toMailBytes(mail, {
    from: toAddress(van),
    ...(replyTo === undefined ? {} : { replyTo: toAddress(replyTo) }),
    date: datum,
    headers: automatic ? { 'Auto-Submitted': 'auto-generated' } : {},
    bijlage,
    domain: van.split('@')[1] ?? '',
  });
}

/** What it takes to make a note. */
interface Deps {
  readonly zendingen: Outbox;
  readonly zegel: MailSeal;
  readonly notes: Notes;
  readonly now: () => Date;
}

/**
 * Makes the note to the sender about a referral that did not go as it should; what it says is kept, the rest is for the
 * caller to keep together with the end of the referral itself.
 */
export async function createFollowUp(
  { zendingen, zegel, notes, now }: Deps,
  { status, tafel, afzender, bevestigd, aangemaakt }: OutgoingMail,
  mailBody: MailContent,
  uitkomst: SendResult,
): Promise<OutgoingMail> {
  const template = status === 'onzeker' || status === 'deels' ? status : 'mislukt';
  const bericht = await notes.writeFollowUp(mailBody, template, uitkomst, new Date(bevestigd ?? aangemaakt));
  const id = createMailId();
  const moment = now().toISOString();
  return {
    id,
    soort: 'bericht',
    tafel,
    status: 'wachtrij',
    aangemaakt: moment,
    gewijzigd: moment,
    bevestigd: moment,
    volgende: moment,
    pogingen: 0,
    bestand: await zendingen.bewaarInhoud(zegel.seal(id, encodeMailContent(bericht))),
    sleutel: null,
    afzender,
    inhoud: null,
  };
}

/** A new id for a mail: it tells nothing. */
export function createMailId(): string {
  return randomBytes(16).toString('base64url');
}
