import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** What a mail server got: envelope and mail. */
export interface OntvangenMail {
  readonly van: string;
  readonly aan: readonly string[];
  readonly tekst: string;
  readonly metTls: boolean;
}

/** How a mail server answers: takes it, says a code, breaks the connection, or says nothing at all. */
type Antwoord = 'goed' | 'verbreek' | 'zwijg' | number;

/** A real mail server on this computer, until the end of the test. */
export interface Mailserver {
  readonly poort: number;
  /** All mails that it got whole, also those that it then refused or did not answer. */
  readonly ontvangen: OntvangenMail[];
  /** What it says to the next mails, one after another; then it takes all. */
  readonly antwoorden: Antwoord[];
  /** Per recipient a code with which it is refused. */
  readonly geweigerd: Map<string, number>;
  readonly aantalVerbindingen: () => number;
  /** How many mails began to come in, whole or not. */
  readonly aantalBegonnen: () => number;
  readonly stop: () => Promise<void>;
}

interface Opties {
  readonly tls?: 'starttls' | 'direct' | 'geen';
  readonly certificaat?: Certificaat;
  readonly wachtwoord?: string;
  readonly poort?: number;
}

/** A certificate for this computer that vouches for itself. */
export interface Certificaat {
  readonly private: string;
  readonly cert: string;
}

export const GEBRUIKER = 'wegwijzer';
export const WACHTWOORD = 'het-wachtwoord-van-de-relay';

/** Makes a certificate; by default for 127.0.0.1, valid now. */
export async function makeCertificaat(ip = '127.0.0.1', dagen = 30): Promise<Certificaat> {
  const { private: sleutel, cert } = await generate([{ name: 'commonName', value: 'mail' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() - 40 * 86_400_000),
    notAfterDate: new Date(Date.now() + dagen * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip }] },
    ],
  });
  return { private: sleutel, cert };
}

/** The certificate that the servers of these tests have, unless a test says otherwise. */
export const CERTIFICAAT = await makeCertificaat();

/** Starts a mail server that asks for a password, on a free port. */
export async function startMailserver({
  tls = 'starttls',
  certificaat = CERTIFICAAT,
  wachtwoord = WACHTWOORD,
  poort = 0,
}: Opties = {}): Promise<Mailserver> {
  const ontvangen: OntvangenMail[] = [];
  const antwoorden: Antwoord[] = [];
  const geweigerd = new Map<string, number>();
  let verbindingen = 0;
  let begonnen = 0;
  const server = new SMTPServer({
    secure: tls === 'direct',
    key: certificaat.private,
    cert: certificaat.cert,
    disabledCommands: tls === 'geen' ? ['STARTTLS'] : [],
    // So that a client that sends without TLS after all is seen to do so.
    allowInsecureAuth: true,
    closeTimeout: 50,
    disableReverseLookup: true,
    onConnect: (_sessie, klaar) => {
      verbindingen += 1;
      klaar();
    },
    onAuth: ({ username, password }, _sessie, klaar) => {
      if (username === GEBRUIKER && password === wachtwoord) klaar(null, { user: username });
      else klaar(toFout(535));
    },
    onRcptTo: ({ address }, _sessie, klaar) => {
      const code = geweigerd.get(address);
      klaar(code === undefined ? null : toFout(code));
    },
    onData: async (stroom, sessie, klaar) => {
      begonnen += 1;
      const { mailFrom, rcptTo } = sessie.envelope;
      const tekst = await buffer(stroom).catch(() => null);
      // Broken off before its end: no mail.
      if (tekst === null) return;
      ontvangen.push({
        van: mailFrom ? mailFrom.address : '',
        aan: rcptTo.map(({ address }) => address),
        tekst: tekst.toString('utf8'),
        metTls: sessie.secure,
      });
      const antwoord = antwoorden.shift() ?? 'goed';
      if (antwoord === 'goed') klaar();
      else if (antwoord === 'verbreek') breakAll(server);
      else if (antwoord !== 'zwijg') klaar(toFout(antwoord));
    },
  });
  // A client that does not trust the certificate is no fault of the server.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(poort, '127.0.0.1', resolve));
  const stop = () => {
    breakAll(server);
    return new Promise<void>((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return {
    poort: (server.server.address() as AddressInfo).port,
    ontvangen,
    antwoorden,
    geweigerd,
    aantalVerbindingen: () => verbindingen,
    aantalBegonnen: () => begonnen,
    stop,
  };
}

/** Cuts all connections, without a word. */
function breakAll(server: SMTPServer): void {
  const verbindingen = (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
    .connections;
  for (const { _socket } of verbindingen) _socket.destroy();
}

function toFout(code: number): Error {
  return Object.assign(new Error('zo gezegd door de test'), { responseCode: code });
}
