import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** What a mail server got: envelope and mail. */
export interface ReceivedMail {
  readonly van: string;
  readonly aan: readonly string[];
  readonly tekst: string;
  readonly withTls: boolean;
}

/** How a mail server answers: takes it, says a code, breaks the connection, or says nothing at all. */
type Antwoord = 'goed' | 'verbreek' | 'zwijg' | number;

/** A real mail server on this computer, until the end of the test. */
export interface MailServer {
  readonly port: number;
  /** All mails that it got whole, also those that it then refused or did not answer. */
  readonly received: ReceivedMail[];
  /** By what name the client greeted, per mail. */
  readonly greetings: string[];
  /** What it says to the next mails, one after another; then it takes all. */
  readonly antwoorden: Antwoord[];
  /** Per recipient a code with which it is refused. */
  readonly geweigerd: Map<string, number>;
  readonly connectionCount: () => number;
  /** How many mails began to come in, whole or not. */
  readonly begunCount: () => number;
  /** Breaks its connections, also those in which it says nothing. */
  readonly breakOff: () => void;
  readonly stop: () => Promise<void>;
}

interface Options {
  readonly tls?: 'starttls' | 'direct' | 'geen';
  readonly certificate?: Certificate;
  /** Null: it asks for none. */
  readonly password?: string | null;
  readonly port?: number;
}

/** A certificate for this computer that vouches for itself. */
export interface Certificate {
  readonly private: string;
  readonly cert: string;
}

export const USER = 'wegwijzer';
export const PASSWORD = 'het-wachtwoord-van-de-relay';

/** Makes a certificate; by default for 127.0.0.1, valid now. */
export async function makeCertificate(ip = '127.0.0.1', days = 30): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'mail' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() - 40 * 86_400_000),
    notAfterDate: new Date(Date.now() + days * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip }] },
    ],
  });
  return { private: key, cert };
}

/** The certificate that the servers of these tests have, unless a test says otherwise. */
export const CERTIFICATE = await makeCertificate();

/** Starts a mail server that asks for a password, unless a test says otherwise, on a free port. */
export async function startMailServer({
  tls = 'starttls',
  certificate = CERTIFICATE,
  password: secret = PASSWORD,
  port = 0,
}: Options = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const greetings: string[] = [];
  const antwoorden: Antwoord[] = [];
  const geweigerd = new Map<string, number>();
  let connections = 0;
  let begun = 0;
  const server = new SMTPServer({
    secure: tls === 'direct',
    key: certificate.private,
    cert: certificate.cert,
    disabledCommands: [...(tls === 'geen' ? ['STARTTLS'] : []), ...(secret === null ? ['AUTH'] : [])],
    authOptional: secret === null,
    // So that a client that sends without TLS after all is seen to do so.
    allowInsecureAuth: true,
    closeTimeout: 50,
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === USER && password === secret) done(null, { user: username });
      else done(toFault(535));
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = geweigerd.get(address);
      done(code === undefined ? null : toFault(code));
    },
    onData: async (stream, session, done) => {
      begun += 1;
      greetings.push(session.hostNameAppearsAs);
      const { mailFrom, rcptTo } = session.envelope;
      const tekst = await buffer(stream).catch(() => null);
      // Broken off before its end: no mail.
      if (tekst === null) return;
      received.push({
        van: mailFrom ? mailFrom.address : '',
        aan: rcptTo.map(({ address }) => address),
        tekst: tekst.toString('utf8'),
        withTls: session.secure,
      });
      const antwoord = antwoorden.shift() ?? 'goed';
      if (antwoord === 'goed') done();
      else if (antwoord === 'verbreek') breakAll(server);
      else if (antwoord !== 'zwijg') done(toFault(antwoord));
    },
  });
  greetAtOnce(server);
  // A client that does not trust the certificate is no fault of the server.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    breakAll(server);
    return new Promise<void>((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    greetings,
    antwoorden,
    geweigerd,
    connectionCount: () => connections,
    begunCount: () => begun,
    breakOff: () => breakAll(server),
    stop,
  };
}

/** A connection, as far as these tests look into it. */
interface Connection {
  readonly _socket: { destroy(): void };
  init: () => void;
  _setListeners(whenSet: () => void): void;
  connectionReady(): void;
}

const connectionsOf = (server: SMTPServer) =>
  (server as unknown as { connections: Set<Connection> }).connections;

/** Takes away the tenth of a second in which the server waits for clients that talk too soon: tests connect hundreds of times. */
function greetAtOnce(server: SMTPServer): void {
  const connections = connectionsOf(server);
  const add = connections.add.bind(connections);
  connections.add = (connection) => {
    connection.init = () => connection._setListeners(() => connection.connectionReady());
    return add(connection);
  };
}

/** Cuts all connections, without a word. */
function breakAll(server: SMTPServer): void {
  for (const { _socket } of connectionsOf(server)) _socket.destroy();
}

function toFault(code: number): Error {
  return Object.assign(new Error('zo gezegd door de test'), { responseCode: code });
}
