import { Readable } from 'node:stream';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailOpDePost, PostUitkomst, VerstuurMail } from './send-mail.ts';

/** The mail server to hand over to. */
export interface Mailserver {
  readonly host: string;
  readonly port: number;
  readonly tls: 'starttls' | 'direct';
  readonly user: string;
  readonly password: string;
  /** PEM of the CA to trust; null: those that Node.js knows. */
  readonly ca: string | null;
}

/** How long to wait for a mail server, in milliseconds. */
export interface Wachttijden {
  readonly verbinding: number;
  /** For each answer; mail servers look a mail over before they take it. */
  readonly antwoord: number;
}

const WACHTTIJDEN: Wachttijden = { verbinding: 15_000, antwoord: 120_000 };

interface SmtpFout extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
}

/**
 * Makes what hands mails over to a mail server: over TLS only, with a certificate that is checked, and never without.
 * It uses the connection of nodemailer and not its transport, because it must know whether the mail was handed over
 * whole when a connection breaks: only then may it have arrived.
 */
export function createSmtpMailer(server: Mailserver, wachttijden: Wachttijden = WACHTTIJDEN): VerstuurMail {
  return (mail, stop) =>
    new Promise((resolve) => {
      const connection = new SmtpConnection({
        host: server.host,
        port: server.port,
        secure: server.tls === 'direct',
        requireTLS: server.tls === 'starttls',
        tls: {
          minVersion: 'TLSv1.2',
          rejectUnauthorized: true,
          ...(server.ca === null ? {} : { ca: server.ca }),
        },
        connectionTimeout: wachttijden.verbinding,
        greetingTimeout: wachttijden.verbinding,
        dnsTimeout: wachttijden.verbinding,
        socketTimeout: wachttijden.antwoord,
      });
      let overgedragen = false;
      const bericht = toStream(mail.bericht, () => {
        overgedragen = true;
      });

      const finish = (uitkomst: PostUitkomst) => {
        stop?.removeEventListener('abort', breakOff);
        connection.close();
        resolve(uitkomst);
      };
      const fail = (fout: SmtpFout) => finish(toUitkomst(fout, overgedragen));
      const breakOff = () => finish({ soort: overgedragen ? 'onzeker' : 'afgebroken', reden: 'gestopt' });

      if (stop?.aborted) return breakOff();
      stop?.addEventListener('abort', breakOff);
      connection.on('error', fail);
      connection.connect((fout) => {
        if (fout) return fail(fout);
        connection.login({ user: server.user, pass: server.password }, (geweigerd) => {
          if (geweigerd) return fail(geweigerd);
          connection.send(toEnvelope(mail), bericht, (mislukt, info) => {
            if (mislukt) return fail(mislukt);
            const nietAan = info?.rejected ?? [];
            finish(
              nietAan.length > 0
                ? { soort: 'deels', nietAan, reden: 'een ontvanger is geweigerd' }
                : { soort: 'verstuurd', reden: '250' },
            );
          });
        });
      });
    });
}

function toEnvelope({ van, aan, bericht }: MailOpDePost) {
  return { from: van, to: [...aan], size: bericht.length };
}

/** How much of a mail is handed over at a time, in bytes: so that its end is read when the rest is really on its way. */
const DEEL = 16_384;

/** The mail as a stream that tells when it is about to be handed over whole: the end of it is what makes it a mail. */
function toStream(bericht: Buffer, onEinde: () => void): Readable {
  let plaats = 0;
  return new Readable({
    highWaterMark: DEEL,
    read() {
      if (plaats >= bericht.length) {
        onEinde();
        this.push(null);
        return;
      }
      this.push(bericht.subarray(plaats, plaats + DEEL));
      plaats += DEEL;
    },
  });
}

/** What a fault means for the mail: only an answer of the server, or that it never had the whole mail, gives certainty. */
function toUitkomst(
  { code = 'onbekend', command, responseCode }: SmtpFout,
  overgedragen: boolean,
): PostUitkomst {
  const reden = responseCode === undefined ? code : `${code} ${responseCode}`;
  const isAntwoord = responseCode !== undefined && (!overgedragen || command === 'DATA');
  if (overgedragen && !isAntwoord) return { soort: 'onzeker', reden };
  // A refusal to log in, or of TLS, is for the operator to repair: the mail itself was not refused.
  const isOverMail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
  const isTeGroot = code === 'EMESSAGE' && responseCode === undefined;
  if (isTeGroot || (isAntwoord && isOverMail && responseCode >= 500)) return { soort: 'geweigerd', reden };
  return { soort: 'nietBezorgd', reden };
}
