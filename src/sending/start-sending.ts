import { readFileSync } from 'node:fs';
import type { Outbox } from '../domain/sending/outbox.ts';
import type { Sending } from '../domain/sending/sending.ts';
import type { Views } from '../domain/views.ts';
import { createVersturen } from './create-sending.ts';
import { createWachtrij, type MeldPoging, type Wachtrij } from './mail-queue.ts';
import { createZendingZegel } from './mail-seal.ts';
import { createSmtpMailer, type Mailserver, type Wachttijden } from './smtp-mailer.ts';
import { createBerichten } from './write-messages.ts';

/** How the operator configured sending. */
interface Instellingen extends Omit<Mailserver, 'ca'> {
  readonly caFile: string | null;
  readonly from: string;
  readonly senderDomains: readonly string[];
  readonly maxPerHour: number;
  readonly maxTotalPerHour: number;
}

interface Opties {
  readonly smtp: Instellingen;
  readonly zendingen: Outbox;
  /** The secrets of the server, newest first. */
  readonly secrets: readonly string[];
  readonly views: Pick<Views, 'renderText'>;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly meldPoging: MeldPoging;
  readonly meldFout: (fout: unknown) => void;
  readonly wachttijden?: Wachttijden;
  /** How long an attempt may go on when the server stops, in milliseconds. */
  readonly respijt?: number;
}

/**
 * Starts sending: what the pages need, and the queue, which goes on with what it had when the server stopped.
 * @throws Error in plain Dutch when the file of the CA cannot be read.
 */
export function startVersturen(opties: Opties): { versturen: Sending; wachtrij: Wachtrij } {
  const { smtp, zendingen, secrets, views, baseUrl, now, meldPoging, meldFout, wachttijden } = opties;
  const zegel = createZendingZegel(secrets);
  const verstuur = createSmtpMailer({ ...smtp, ca: readCa(smtp.caFile) }, wachttijden);
  const berichten = createBerichten({ views, van: smtp.from, baseUrl, now });
  const services = { zendingen, zegel, berichten, verstuur, now, meldPoging };
  const wachtrij = createWachtrij({ ...services, meldFout });
  const versturen = createVersturen({
    ...services,
    domains: smtp.senderDomains,
    limieten: { perSender: smtp.maxPerHour, totaal: smtp.maxTotalPerHour },
    baseUrl,
    wachtrij,
  });
  void wachtrij.werkBij();
  return { versturen, wachtrij };
}

/**
 * Reads the certificate of the CA by which the mail server is to be trusted; null: those that Node.js knows.
 * @throws Error in plain Dutch when the file cannot be read or holds no certificate.
 */
export function readCa(pad: string | null): string | null {
  if (pad === null) return null;
  const uitleg = `SMTP_CA_FILE: het bestand ${pad}`;
  let pem: string;
  try {
    pem = readFileSync(pad, 'utf8');
  } catch {
    throw new Error(
      `${uitleg} is niet te lezen. Geef het pad van een PEM-bestand met het certificaat van de CA.`,
    );
  }
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`${uitleg} bevat geen certificaat in PEM-vorm.`);
  return pem;
}
