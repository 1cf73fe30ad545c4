import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSmtpMailer } from '../../src/sending/smtp-mailer.ts';
import { CERTIFICATE, makeCertificate, PASSWORD, startMailServer, USER } from '../support/mail-server.ts';

const MAIL = {
  van: 'wegwijzer@example.nl',
  aan: ['tafel@example.nl'],
  bericht: Buffer.from('Subject: proef\r\n\r\nEen regel.\r\n.\r\nNa een punt.\r\n'),
};

const WRONG = {
  ander: await makeCertificate(),
  otherServer: await makeCertificate('127.0.0.2'),
  verlopen: await makeCertificate('127.0.0.1', -1),
};

const toMailer = (
  port: number,
  anders: Partial<Parameters<typeof createSmtpMailer>[0]> = {},
  { verbinding = 10_000, antwoord = 10_000 } = {},
) =>
  createSmtpMailer(
    {
      host: '127.0.0.1',
      port: port,
      tls: 'starttls',
      login: { user: USER, pass: PASSWORD },
      clientName: 'wegwijzer.example',
      ca: CERTIFICATE.cert,
      ...anders,
    },
    { verbinding, antwoord },
  );

describe('handing a mail over', () => {
  it.each(['starttls', 'direct'] as const)('goes over TLS: %s', async (tls) => {
    const server = await startMailServer({ tls });
    expect(await toMailer(server.port, { tls })(MAIL)).toMatchObject({ soort: 'verstuurd' });
    expect(server.received).toEqual([
      { van: MAIL.van, aan: MAIL.aan, tekst: MAIL.bericht.toString(), withTls: true },
    ]);
  });

  it('greets by the name that it was given, and not by that of the machine', async () => {
    const server = await startMailServer();
    await toMailer(server.port)(MAIL);
    expect(server.greetings).toEqual(['wegwijzer.example']);
  });

  it('never falls back to a connection without TLS', async () => {
    const server = await startMailServer({ tls: 'geen' });
    expect(await toMailer(server.port)(MAIL)).toMatchObject({ soort: 'nietBezorgd' });
    expect(await toMailer(server.port, { tls: 'direct' })(MAIL)).toMatchObject({ soort: 'nietBezorgd' });
    expect(server.received).toEqual([]);
  });

  it.each([
    { naam: 'of a CA that is not trusted', certificate: CERTIFICATE, ca: WRONG.ander.cert },
    { naam: 'for another server', certificate: WRONG.otherServer, ca: WRONG.otherServer.cert },
    { naam: 'that is past its date', certificate: WRONG.verlopen, ca: WRONG.verlopen.cert },
    { naam: 'that no CA of Node.js vouches for', certificate: CERTIFICATE, ca: null },
  ])('sends nothing to a server with a certificate $naam', async ({ certificate, ca }) => {
    for (const tls of ['starttls', 'direct'] as const) {
      const server = await startMailServer({ tls, certificate });
      expect(await toMailer(server.port, { tls, ca })(MAIL)).toMatchObject({ soort: 'nietBezorgd' });
      expect(server.received).toEqual([]);
    }
  });

  it('can be tried again after a wrong password, and the password is not in what it says', async () => {
    const server = await startMailServer({ password: 'een ander' });
    expect(await toMailer(server.port)(MAIL)).toEqual({ soort: 'nietBezorgd', reden: 'EAUTH 535' });
    expect(server.received).toEqual([]);
  });

  it('logs in nowhere where it has no password: a relay may know it by its address', async () => {
    const server = await startMailServer({ password: null });
    expect(await toMailer(server.port, { login: null })(MAIL)).toMatchObject({ soort: 'verstuurd' });
    expect(server.received).toMatchObject([{ withTls: true }]);
  });

  it('can be tried again where it should have logged in', async () => {
    const server = await startMailServer();
    const outcome = await toMailer(server.port, { login: null })(MAIL);
    expect(outcome).toEqual({ soort: 'nietBezorgd', reden: 'EENVELOPE 530' });
  });

  it.each([
    [450, 'nietBezorgd'],
    [451, 'nietBezorgd'],
    [550, 'geweigerd'],
    [554, 'geweigerd'],
  ] as const)('tells what %i means: %s', async (code, soort) => {
    const server = await startMailServer();
    server.antwoorden.push(code);
    expect(await toMailer(server.port)(MAIL)).toEqual({ soort, reden: `EMESSAGE ${code}` });
    server.geweigerd.set('tafel@example.nl', code);
    expect(await toMailer(server.port)(MAIL)).toEqual({ soort, reden: `EENVELOPE ${code}` });
    expect(server.received).toHaveLength(1);
  });

  it('tells who was refused when others were not', async () => {
    const server = await startMailServer();
    server.geweigerd.set('weg@example.nl', 550);
    const uitkomst = await toMailer(server.port)({ ...MAIL, aan: ['tafel@example.nl', 'weg@example.nl'] });
    expect(uitkomst).toMatchObject({ soort: 'deels', nietAan: ['weg@example.nl'] });
    expect(server.received).toHaveLength(1);
  });

  it.each(['verbreek', 'zwijg'] as const)(
    'is uncertain when the server has it whole and then does not answer: %s',
    async (antwoord) => {
      const server = await startMailServer();
      server.antwoorden.push(antwoord);
      expect(await toMailer(server.port, {}, { antwoord: 1_500 })(MAIL)).toMatchObject({ soort: 'onzeker' });
      expect(server.received).toHaveLength(1);
    },
  );

  it('can be tried again when nothing listens, when the name does not exist, and when a server says nothing', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as { port: number };
    expect(await toMailer(port, {}, { verbinding: 400 })(MAIL)).toMatchObject({
      soort: 'nietBezorgd',
      reden: 'ETIMEDOUT',
    });
    expect(await toMailer(1)(MAIL)).toMatchObject({ soort: 'nietBezorgd', reden: 'ESOCKET' });
    expect(await toMailer(port, { host: 'bestaat-niet.invalid' })(MAIL)).toMatchObject({
      soort: 'nietBezorgd',
    });
  });

  it('can be tried again when the connection breaks before the mail was whole', async () => {
    const server = await startMailServer();
    const large = { ...MAIL, bericht: Buffer.alloc(30_000_000, 'regel\r\n') };
    const busy = toMailer(server.port)(large);
    await vi.waitFor(() => expect(server.begunCount()).toBe(1));
    await server.stop();
    expect(await busy).toMatchObject({ soort: 'nietBezorgd' });
    expect(server.received).toEqual([]);
  });

  it('breaks off when told to: before the mail was handed over nothing is lost, after that nobody knows', async () => {
    const server = await startMailServer();
    const stopper = new AbortController();
    stopper.abort();
    expect(await toMailer(server.port)(MAIL, stopper.signal)).toMatchObject({ soort: 'afgebroken' });
    expect(server.connectionCount()).toBe(0);
    server.antwoorden.push('zwijg');
    expect(await toMailer(server.port)(MAIL, AbortSignal.timeout(2_000))).toMatchObject({
      soort: 'onzeker',
    });
  });
});
