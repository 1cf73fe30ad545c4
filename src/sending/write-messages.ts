import { randomBytes } from 'node:crypto';
import { toTimeText } from '../domain/calendar.ts';
import type { MailConcept, MailOptions, WriteMail } from '../domain/referral/mail-concept.ts';
import { splitOnderwerp } from '../domain/referral/mail-model.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import { type OutgoingMail, type SendResult, VALIDITY } from '../domain/sending/outgoing-mail.ts';
import type { SendRequest } from '../domain/sending/sending.ts';
import type { Views } from '../domain/views.ts';
import { encodeMailContent, type MailContent, type MailSeal } from './mail-seal.ts';

interface Options {
  readonly writeMail: WriteMail;
  readonly views: Pick<Views, 'renderText'>;
  /** The address that mail leaves from. */
  readonly van: string;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** Writes the mails that the server sends: the referral itself, the confirmation link, and how it ended. */
export type Notes = ReturnType<typeof createNotes>;

/** Makes the writer of mails that the server sends. */
export function createNotes({ writeMail, views, van, baseUrl, now }: Options) {
  const domain = van.split('@')[1] ?? '';

  /** Writes a mail whole, with its own Message-ID: every attempt sends the same bytes, so that a mail server can tell. */
  async function write(mail: MailConcept, options: Omit<MailOptions, 'domain' | 'from' | 'date'>) {
    const { aan, cc, onderwerp } = mail;
    const bericht = await writeMail(mail, { ...options, domain, from: van, date: now() });
    return { van, aan: [...aan], cc: [...cc], onderwerp, bericht: bericht.toString('base64') };
  }

  /** A mail of the server itself to the sender of a referral. */
  async function writeToSender(template: string, tafel: string, afzender: string, model: object) {
    const { onderwerp, tekst } = splitOnderwerp(views.renderText(template, { tafel, baseUrl, ...model }));
    // Written by a machine, so that no machine answers it (RFC 3834).
    const headers = { 'Auto-Submitted': 'auto-generated' };
    return { tafel, afzender, ...(await write({ aan: [afzender], cc: [], onderwerp, tekst }, { headers })) };
  }

  return {
    async writeAanmelding({ tafel, afzender, mail, pdfName, pdf }: SendRequest): Promise<MailContent> {
      const tekst = views.renderText('versturen-namens', { tekst: mail.tekst, afzender });
      const attachment = { naam: pdfName, pdf: await pdf() };
      const written = await write({ ...mail, tekst }, { replyTo: afzender, attachment, headers: {} });
      return { tafel: tafel.inZin, afzender, ...written };
    },

    /** Names the table and nothing else: whoever typed this address may have mistyped it. */
    writeConfirmation(tafel: string, sender: string, link: string): Promise<MailContent> {
      const geldigTot = toTimeText(new Date(now().getTime() + VALIDITY));
      return writeToSender('versturen-bevestig', tafel, sender, { link, geldigTot });
    },

    /** What the server mails about `/beheer`. */
    writeBeheer(template: string, aan: string, model: object): Promise<MailContent> {
      return writeToSender(template, '', aan, model);
    },

    /** How the sending of a referral ended, and what its sender can do now. */
    writeFollowUp(
      content: MailContent,
      template: 'mislukt' | 'onzeker' | 'deels',
      uitkomst: SendResult,
      confirmed: Date,
    ): Promise<MailContent> {
      const { tafel, afzender, aan, cc, onderwerp } = content;
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
  content: MailContent,
  uitkomst: SendResult,
): Promise<OutgoingMail> {
  const template = status === 'onzeker' || status === 'deels' ? status : 'mislukt';
  const bericht = await notes.writeFollowUp(content, template, uitkomst, new Date(bevestigd ?? aangemaakt));
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
