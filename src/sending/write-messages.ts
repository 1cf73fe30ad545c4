import { randomBytes } from 'node:crypto';
import { toAdres, toMailBytes } from '../documents/mail-bytes.ts';
import { toTimeText } from '../domain/date-text.ts';
import type { Attachment, MailConcept } from '../domain/referral/mail-concept.ts';
import { splitOnderwerp } from '../domain/referral/mail-model.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import type { OutgoingMail, SendResult } from '../domain/sending/outgoing-mail.ts';
import { VALIDITY } from '../domain/sending/outgoing-mail.ts';
import type { SendRequest } from '../domain/sending/sending.ts';
import type { Views } from '../domain/views.ts';
import type { ZendingInhoud, ZendingZegel } from './mail-seal.ts';
import { encodeInhoud } from './mail-seal.ts';

interface Opties {
  readonly views: Pick<Views, 'renderText'>;
  /** The address that mail leaves from. */
  readonly van: string;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** Writes the mails that the server sends: the referral itself, the confirmation link, and how it ended. */
export type Berichten = ReturnType<typeof createBerichten>;

/** Makes the writer of mails that the server sends. */
export function createBerichten({ views, van, baseUrl, now }: Opties) {
  const toBase64 = (bericht: Buffer) => bericht.toString('base64');

  /** A mail of the server itself to the sender of a referral. */
  async function writeAanAfzender(sjabloon: string, tafel: string, afzender: string, model: object) {
    const { onderwerp, tekst } = splitOnderwerp(views.renderText(sjabloon, { tafel, baseUrl, ...model }));
    const bericht = await writeMail({
      van,
      aan: [afzender],
      cc: [],
      onderwerp,
      tekst,
      automatisch: true,
      datum: now(),
    });
    return { tafel, afzender, van, aan: [afzender], cc: [], onderwerp, bericht: toBase64(bericht) };
  }

  return {
    async writeAanmelding({
      tafel,
      afzender,
      mail,
      pdfName: pdfNaam,
      pdf,
    }: SendRequest): Promise<ZendingInhoud> {
      const { aan, cc, onderwerp } = mail;
      const bericht = await writeMail({
        van,
        aan,
        cc,
        antwoordAan: afzender,
        onderwerp,
        tekst: views.renderText('versturen-namens', { tekst: mail.tekst, afzender }),
        bijlage: { naam: pdfNaam, pdf: await pdf() },
        automatisch: false,
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
    writeBevestiging(tafel: string, afzender: string, link: string): Promise<ZendingInhoud> {
      const geldigTot = toTimeText(new Date(now().getTime() + VALIDITY));
      return writeAanAfzender('versturen-bevestig', tafel, afzender, { link, geldigTot });
    },

    /** How the sending of a referral ended, and what its sender can do now. */
    writeAfloop(
      inhoud: ZendingInhoud,
      sjabloon: 'mislukt' | 'onzeker' | 'deels',
      uitkomst: SendResult,
      bevestigd: Date,
    ): Promise<ZendingInhoud> {
      const { tafel, afzender, aan, cc, onderwerp } = inhoud;
      const nietAan = uitkomst.soort === 'deels' ? uitkomst.nietAan : [];
      return writeAanAfzender(`versturen-${sjabloon}`, tafel, afzender, {
        onderwerp,
        bevestigd: toTimeText(bevestigd),
        aan: aan.join(', '),
        nietAan: nietAan.join(', '),
        welAan: [...aan, ...cc].filter((adres) => !nietAan.includes(adres)).join(', '),
      });
    },
  };
}

/** A mail that the server sends itself. */
interface TeVersturenMail extends MailConcept {
  readonly van: string;
  readonly antwoordAan?: string;
  readonly bijlage?: Attachment;
  /** Written by a machine, so that no machine answers it (RFC 3834). */
  readonly automatisch: boolean;
  readonly datum: Date;
}

/**
 * Writes a mail whole, with its own Message-ID: every attempt sends the same bytes, so that a mail server can tell.
 * @throws Error when something that must be an address is none.
 */
async function writeMail(mail: TeVersturenMail): Promise<Buffer> {
  const { van, antwoordAan, bijlage, automatisch, datum } = mail;
  return toMailBytes(mail, {
    from: toAdres(van),
    ...(antwoordAan === undefined ? {} : { replyTo: toAdres(antwoordAan) }),
    date: datum,
    headers: automatisch ? { 'Auto-Submitted': 'auto-generated' } : {},
    bijlage,
    domein: van.split('@')[1] ?? '',
  });
}

/** What it takes to make a note. */
interface Deps {
  readonly zendingen: Outbox;
  readonly zegel: ZendingZegel;
  readonly berichten: Berichten;
  readonly now: () => Date;
}

/**
 * Makes the note to the sender about a referral that did not go as it should; what it says is kept, the rest is for the
 * caller to keep together with the end of the referral itself.
 */
export async function createAfloop(
  { zendingen, zegel, berichten, now }: Deps,
  { status, tafel, afzender, bevestigd, aangemaakt }: OutgoingMail,
  inhoud: ZendingInhoud,
  uitkomst: SendResult,
): Promise<OutgoingMail> {
  const sjabloon = status === 'onzeker' || status === 'deels' ? status : 'mislukt';
  const bericht = await berichten.writeAfloop(inhoud, sjabloon, uitkomst, new Date(bevestigd ?? aangemaakt));
  const id = createZendingId();
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
    bestand: await zendingen.bewaarInhoud(zegel.seal(id, encodeInhoud(bericht))),
    sleutel: null,
    afzender,
    inhoud: null,
  };
}

/** A new id for a mail: it tells nothing. */
export function createZendingId(): string {
  return randomBytes(16).toString('base64url');
}
