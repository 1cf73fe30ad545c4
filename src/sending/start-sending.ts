import { readFileSync } from 'node:fs';
import type { MailBeheer } from '../domain/editing/beheer-mail.ts';
import type { WriteMail } from '../domain/referral/mail-concept.ts';
import type { Outbox } from '../domain/sending/outbox.ts';
import type { Sending } from '../domain/sending/sending.ts';
import type { Views } from '../domain/views.ts';
import { createBeheerMailer } from './beheer-mailer.ts';
import { createSending } from './create-sending.ts';
import { createMailQueue, type MailQueue } from './mail-queue.ts';
import { createMailSeal } from './mail-seal.ts';
import { createSmtpMailer, type Delays, type MailServer, type ReportAttempt } from './smtp-mailer.ts';
import { createNotes } from './write-messages.ts';

/** The mail server through which the server sends, and for whom. */
export interface SmtpConfig extends Omit<MailServer, 'ca' | 'clientName'> {
  /** PEM file with the CA that the mail server is to be trusted by; null: those that Node.js knows. */
  readonly caFile: string | null;
  /** The address that mail leaves from. */
  readonly from: string;
  /** Domains of senders, in lower case. */
  readonly senderDomains: readonly string[];
  readonly maxPerHour: number;
  readonly maxTotalPerHour: number;
}

interface Options {
  readonly smtp: SmtpConfig;
  readonly zendingen: Outbox;
  /** The secrets of the server that outlast this process, newest first; throws while there are none. */
  readonly secrets: () => readonly string[];
  readonly writeMail: WriteMail;
  readonly views: Pick<Views, 'renderText'>;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly reportAttempt: ReportAttempt;
  readonly reportFault: (fault: unknown) => void;
  readonly delays?: Delays;
  /** How long an attempt may go on when the server stops, in milliseconds. */
  readonly grace?: number;
}

/**
 * Starts sending: what the pages need, and the queue, which goes on with what it had when the server stopped.
 * @throws Error in plain Dutch when the file of the CA cannot be read.
 */
export function startSending(options: Options): {
  versturen: Sending;
  wachtrij: MailQueue;
  mailBeheer: MailBeheer;
} {
  const { smtp, baseUrl, delays } = options;
  const server = { ...smtp, clientName: toClientName(baseUrl), ca: readCa(smtp.caFile) };
  const services = {
    ...options,
    zegel: createMailSeal(options.secrets),
    send: createSmtpMailer(server, delays),
    notes: createNotes({ ...options, van: smtp.from }),
  };
  const wachtrij = createMailQueue(services);
  const versturen = createSending({
    ...services,
    domains: smtp.senderDomains,
    limits: { perSender: smtp.maxPerHour, totaal: smtp.maxTotalPerHour },
    wachtrij,
  });
  void wachtrij.update();
  return { versturen, wachtrij, mailBeheer: createBeheerMailer(services) };
}

/** What a greeting names where there is no name in the DNS (RFC 5321, 4.1.3): this computer, whichever it is. */
const NO_NAME = '[127.0.0.1]';

/** The name of the site to the outside world, to greet a mail server with. */
function toClientName(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return /\.[a-z][a-z0-9-]*$/.test(hostname) ? hostname : NO_NAME;
}

/**
 * Reads the certificate of the CA by which the mail server is to be trusted; null: those that Node.js knows.
 * @throws Error in plain Dutch when the file cannot be read or holds no certificate.
 */
export function readCa(path: string | null): string | null {
  if (path === null) return null;
  const uitleg = `SMTP_CA_FILE: het bestand ${path}`;
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch {
    throw new Error(
      `${uitleg} is niet te lezen. Geef het pad van een PEM-bestand met het certificaat van de CA.`,
    );
  }
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`${uitleg} bevat geen certificaat in PEM-vorm.`);
  return pem;
}
