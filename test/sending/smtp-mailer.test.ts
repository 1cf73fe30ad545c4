import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSmtpMailer } from '../../src/sending/smtp-mailer.ts';
import {
  CERTIFICAAT,
  GEBRUIKER,
  makeCertificaat,
  startMailserver,
  WACHTWOORD,
} from '../support/mail-server.ts';

const MAIL = {
  van: 'wegwijzer@example.nl',
  aan: ['tafel@example.nl'],
  bericht: Buffer.from('Subject: proef\r\n\r\nEen regel.\r\n.\r\nNa een punt.\r\n'),
};

const VERKEERD = {
  ander: await makeCertificaat(),
  andereServer: await makeCertificaat('127.0.0.2'),
  verlopen: await makeCertificaat('127.0.0.1', -1),
};

const toMailer = (
  poort: number,
  anders: Partial<Parameters<typeof createSmtpMailer>[0]> = {},
  { verbinding = 10_000, antwoord = 10_000 } = {},
) =>
  createSmtpMailer(
    {
      host: '127.0.0.1',
      port: poort,
      tls: 'starttls',
      user: GEBRUIKER,
      password: WACHTWOORD,
      ca: CERTIFICAAT.cert,
      ...anders,
    },
    { verbinding, antwoord },
  );

describe('handing a mail over', () => {
  it.each(['starttls', 'direct'] as const)('goes over TLS: %s', async (tls) => {
    const server = await startMailserver({ tls });
    expect(await toMailer(server.poort, { tls })(MAIL)).toMatchObject({ soort: 'verstuurd' });
    expect(server.ontvangen).toEqual([
      { van: MAIL.van, aan: MAIL.aan, tekst: MAIL.bericht.toString(), metTls: true },
    ]);
  });

  it('never falls back to a connection without TLS', async () => {
    const server = await startMailserver({ tls: 'geen' });
    expect(await toMailer(server.poort)(MAIL)).toMatchObject({ soort: 'nietBezorgd' });
    expect(await toMailer(server.poort, { tls: 'direct' })(MAIL)).toMatchObject({ soort: 'nietBezorgd' });
    expect(server.ontvangen).toEqual([]);
  });

  it.each([
    { naam: 'of a CA that is not trusted', certificaat: CERTIFICAAT, ca: VERKEERD.ander.cert },
    { naam: 'for another server', certificaat: VERKEERD.andereServer, ca: VERKEERD.andereServer.cert },
    { naam: 'that is past its date', certificaat: VERKEERD.verlopen, ca: VERKEERD.verlopen.cert },
    { naam: 'that no CA of Node.js vouches for', certificaat: CERTIFICAAT, ca: null },
  ])('sends nothing to a server with a certificate $naam', async ({ certificaat, ca }) => {
    for (const tls of ['starttls', 'direct'] as const) {
      const server = await startMailserver({ tls, certificaat });
      expect(await toMailer(server.poort, { tls, ca })(MAIL)).toMatchObject({ soort: 'nietBezorgd' });
      expect(server.ontvangen).toEqual([]);
    }
  });

  it('can be tried again after a wrong password, and the password is not in what it says', async () => {
    const server = await startMailserver({ wachtwoord: 'een ander' });
    expect(await toMailer(server.poort)(MAIL)).toEqual({ soort: 'nietBezorgd', reden: 'EAUTH 535' });
    expect(server.ontvangen).toEqual([]);
  });

  it.each([
    [450, 'nietBezorgd'],
    [451, 'nietBezorgd'],
    [550, 'geweigerd'],
    [554, 'geweigerd'],
  ] as const)('tells what %i means: %s', async (code, soort) => {
    const server = await startMailserver();
    server.antwoorden.push(code);
    expect(await toMailer(server.poort)(MAIL)).toEqual({ soort, reden: `EMESSAGE ${code}` });
    server.geweigerd.set('tafel@example.nl', code);
    expect(await toMailer(server.poort)(MAIL)).toEqual({ soort, reden: `EENVELOPE ${code}` });
    expect(server.ontvangen).toHaveLength(1);
  });

  it('tells who was refused when others were not', async () => {
    const server = await startMailserver();
    server.geweigerd.set('weg@example.nl', 550);
    const uitkomst = await toMailer(server.poort)({ ...MAIL, aan: ['tafel@example.nl', 'weg@example.nl'] });
    expect(uitkomst).toMatchObject({ soort: 'deels', nietAan: ['weg@example.nl'] });
    expect(server.ontvangen).toHaveLength(1);
  });

  it.each(['verbreek', 'zwijg'] as const)(
    'is uncertain when the server has it whole and then does not answer: %s',
    async (antwoord) => {
      const server = await startMailserver();
      server.antwoorden.push(antwoord);
      expect(await toMailer(server.poort, {}, { antwoord: 1_500 })(MAIL)).toMatchObject({ soort: 'onzeker' });
      expect(server.ontvangen).toHaveLength(1);
    },
  );

  it('can be tried again when nothing listens, when the name does not exist, and when a server says nothing', async () => {
    const stil = createServer();
    await new Promise<void>((resolve) => stil.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void stil.close());
    const { port } = stil.address() as { port: number };
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
    const server = await startMailserver();
    const groot = { ...MAIL, bericht: Buffer.alloc(30_000_000, 'regel\r\n') };
    const bezig = toMailer(server.poort)(groot);
    await vi.waitFor(() => expect(server.aantalBegonnen()).toBe(1), 10_000);
    await server.stop();
    expect(await bezig).toMatchObject({ soort: 'nietBezorgd' });
    expect(server.ontvangen).toEqual([]);
  });

  it('breaks off when told to: before the mail was handed over nothing is lost, after that nobody knows', async () => {
    const server = await startMailserver();
    const stopper = new AbortController();
    stopper.abort();
    expect(await toMailer(server.poort)(MAIL, stopper.signal)).toMatchObject({ soort: 'afgebroken' });
    expect(server.aantalVerbindingen()).toBe(0);
    server.antwoorden.push('zwijg');
    expect(await toMailer(server.poort)(MAIL, AbortSignal.timeout(2_000))).toMatchObject({
      soort: 'onzeker',
    });
  });
});
