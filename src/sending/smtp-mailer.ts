import { Readable } from 'node:stream';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { BeheerMail } from '../domain/editing/beheer-mail.ts';
import type { OutgoingMail, SendResult } from '../domain/sending/outgoing-mail.ts';

/** A whole mail with its envelope, ready to hand over to a mail server. */
export interface EnvelopedMail {
  readonly van: string;
  readonly aan: readonly string[];
  /** The mail as RFC 5322 writes it. */
  readonly bericht: Buffer;
}

/** How handing over ended; `reden` is a code for the log, without anything of the mail in it. */
export type PostResult = SendResult & { readonly reden: string };

/** Hands a mail over to the mail server, once; never throws. `stop` breaks off. */
export type SendMail = (mail: EnvelopedMail, stop?: AbortSignal) => Promise<PostResult>;

/** How an attempt to send ended, for the log: nothing of the mail, of its sender or of a key is in it. */
interface Attempt extends Pick<OutgoingMail, 'id' | 'tafel' | 'pogingen'> {
  /** What was sent: the confirmation link, the referral, the note about how that ended, or a mail of `/beheer`. */
  readonly soort: OutgoingMail['soort'] | 'bevestiging' | BeheerMail['soort'];
  readonly uitkomst: PostResult['soort'];
  readonly reden: string;
}

/** Hears how each attempt ended. */
export type ReportAttempt = (attempt: Attempt) => void;

/** The mail server to hand over to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly tls: 'starttls' | 'direct';
  /** Null: it knows this server by its address. */
  readonly login: { readonly user: string; readonly pass: string } | null;
  /** The name under which to greet: it comes into each mail that is passed on, so it is not that of the machine. */
  readonly clientName: string;
  /** PEM of the CA to trust; null: those that Node.js knows. */
  readonly ca: string | null;
}

/** How long to wait for a mail server, in milliseconds. */
export interface Delays {
  readonly verbinding: number;
  /** For each answer; mail servers look a mail over before they take it. */
  readonly antwoord: number;
}

const DELAYS: Delays = { verbinding: 15_000, antwoord: 120_000 };

interface SmtpFault extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
}

/**
 * Makes what hands mails over to a mail server: over TLS only, with a certificate that is checked, and never without.
 * It uses the connection of nodemailer and not its transport, because it must know whether the mail was handed over
 * whole when a connection breaks: only then may it have arrived.
 */
export function createSmtpMailer(server: MailServer, delays: Delays = DELAYS): SendMail {
  return (mail, stop) =>
    new Promise((resolve) => {
      const connection = new SmtpConnection({
        host: server.host,
        port: server.port,
        name: server.clientName,
        secure: server.tls === 'direct',
        requireTLS: server.tls === 'starttls',
        tls: {
          minVersion: 'TLSv1.2',
          rejectUnauthorized: true,
          ...(server.ca === null ? {} : { ca: server.ca }),
        },
        connectionTimeout: delays.verbinding,
        greetingTimeout: delays.verbinding,
        dnsTimeout: delays.verbinding,
        socketTimeout: delays.antwoord,
      });
      let handedOver = false;
      const bericht = toStream(mail.bericht, () => {
        handedOver = true;
      });

      const finish = (uitkomst: PostResult) => {
        stop?.removeEventListener('abort', breakOff);
        connection.close();
        resolve(uitkomst);
      };
      const fail = (fault: SmtpFault) => finish(toUitkomst(fault, handedOver));
      const breakOff = () => finish({ soort: handedOver ? 'onzeker' : 'afgebroken', reden: 'gestopt' });

      if (stop?.aborted) return breakOff();
      stop?.addEventListener('abort', breakOff);
      connection.on('error', fail);
      connection.connect((fault) => {
        if (fault) return fail(fault);
        if (!server.login) return send();
        connection.login(server.login, (refused) => (refused ? fail(refused) : send()));
      });

      function send(): void {
        connection.send(toEnvelope(mail), bericht, (failed, info) => {
          if (failed) return fail(failed);
          const nietAan = info?.rejected ?? [];
          finish(
            nietAan.length > 0
              ? { soort: 'deels', nietAan, reden: 'een ontvanger is geweigerd' }
              : { soort: 'verstuurd', reden: '250' },
          );
        });
      }
    });
}

function toEnvelope({ van, aan, bericht }: EnvelopedMail) {
  return { from: van, to: [...aan], size: bericht.length };
}

/** How much of a mail is handed over at a time, in bytes: so that its end is read when the rest is really on its way. */
const PART = 16_384;

/** The mail as a stream that tells when it is about to be handed over whole: the end of it is what makes it a mail. */
function toStream(bericht: Buffer, onEnd: () => void): Readable {
  let place = 0;
  return new Readable({
    highWaterMark: PART,
    read() {
      if (place >= bericht.length) {
        onEnd();
        this.push(null);
        return;
      }
      this.push(bericht.subarray(place, place + PART));
      place += PART;
    },
  });
}

/** What a mail server says to whom it takes no mail from before they log in (RFC 4954, 6). */
const LOG_IN_FIRST = 530;

/** What a fault means for the mail: only an answer of the server, or that it never had the whole mail, gives certainty. */
function toUitkomst(
  { code = 'onbekend', command, responseCode }: SmtpFault,
  handedOver: boolean,
): PostResult {
  const reden = responseCode === undefined ? code : `${code} ${responseCode}`;
  const isAntwoord = responseCode !== undefined && (!handedOver || command === 'DATA');
  if (handedOver && !isAntwoord) return { soort: 'onzeker', reden };
  // A refusal to log in, or without it, or of TLS, is for the operator to repair: the mail itself was not refused.
  const isAboutMail =
    (command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA') && responseCode !== LOG_IN_FIRST;
  const isTooLarge = code === 'EMESSAGE' && responseCode === undefined;
  if (isTooLarge || (isAntwoord && isAboutMail && responseCode >= 500)) return { soort: 'geweigerd', reden };
  return { soort: 'nietBezorgd', reden };
}
