import { expect, it, vi } from 'vitest';
import type { Records } from '../../../src/domain/editing/records.ts';
import { postForm } from '../../support/form-walker.ts';
import { logIn } from '../../support/logged-in.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { request } from '../../support/request.ts';
import { openSendingSite, readMail, type SendingSite } from '../../support/sending-site.ts';

const EMAIL = 'redacteur@gemeente.example';

async function open() {
  const mailServer = await startMailServer();
  const site = await openSendingSite({ mailServer });
  const { records } = site.store;
  await logIn(site.app, records, 'redacteur', { now: site.clock.now });
  return { mailServer, site, records };
}

const ask = ({ app }: SendingSite, email: string) => postForm(app, '/beheer/inloggen', [['email', email]]);

/** The path of the link in the last mail. */
async function readPath({ received }: MailServer): Promise<string> {
  const { inhoud } = await readMail(received.at(-1));
  return /\/beheer\/link\/[\w-]{43}/.exec(inhoud)?.[0] ?? '';
}

/** Waits until all that was asked for is written down, one link for each address that has an account. */
const waitForLinks = (records: Records, count: number) =>
  vi.waitFor(async () => expect(await records.list('inloglink')).toHaveLength(count));

it('mailt een link aan wie een account heeft, en die logt een kwartier lang in', async () => {
  const { mailServer, site, records } = await open();
  const answer = await ask(site, ' Redacteur@Gemeente.Example ').expect(303);
  expect(answer.headers.location).toBe('/beheer/inloggen?gevraagd=ja');
  await vi.waitFor(() => expect(mailServer.received).toHaveLength(1));
  const mail = await readMail(mailServer.received[0]);
  expect(mail.to).toEqual([EMAIL]);
  expect(mail.onderwerp).toBe('Inloggen bij het beheer van de RDM-wegwijzer');
  expect(mail.header('auto-submitted')).toBe('auto-generated');
  const path = await readPath(mailServer);
  expect((await request(site.app).post(path).expect(303)).headers.location).toBe('/beheer');
  // Used, so the next one is another.
  await ask(site, EMAIL).expect(303);
  await vi.waitFor(() => expect(mailServer.received).toHaveLength(2));
  site.clock.ahead(15);
  await request(site.app)
    .post(await readPath(mailServer))
    .expect(410);
  const log = (await records.readLog(9)).map(({ wat }) => wat);
  expect(log).toEqual(['inloglink-gevraagd', 'ingelogd', 'inloglink-gevraagd']);
});

it('geeft hetzelfde antwoord voor een onbekend adres, en mailt dan niets', async () => {
  const { mailServer, site, records } = await open();
  const unknown = await ask(site, 'vreemd@elders.example').expect(303);
  const known = await ask(site, EMAIL).expect(303);
  expect([unknown.text, unknown.headers.location]).toEqual([known.text, known.headers.location]);
  await waitForLinks(records, 1);
  await vi.waitFor(() => expect(mailServer.received).toHaveLength(1));
  expect(mailServer.received[0]?.aan).toEqual([EMAIL]);
});

it('mailt niet nog een keer zolang er een link is die werkt, zodat een ander niemand buitensluit of bestookt', async () => {
  const { mailServer, site, records } = await open();
  await ask(site, EMAIL).expect(303);
  await vi.waitFor(() => expect(mailServer.received).toHaveLength(1));
  for (let count = 0; count < 5; count += 1) await ask(site, EMAIL).expect(303);
  site.clock.ahead(9);
  await ask(site, EMAIL).expect(303);
  // Of somebody else comes later: what was asked before it is done.
  await logIn(site.app, records, 'uitgever', { now: site.clock.now });
  await ask(site, 'uitgever@gemeente.example').expect(303);
  await vi.waitFor(() => expect(mailServer.received).toHaveLength(2));
  expect(mailServer.received.map(({ aan }) => aan.join())).toEqual([EMAIL, 'uitgever@gemeente.example']);
  await request(site.app)
    .post(/\/beheer\/link\/[\w-]{43}/.exec((await readMail(mailServer.received[0])).inhoud)?.[0] ?? '')
    .expect(303);
});

it('neemt van een plek tien vragen in een kwartier, en zegt dat', async () => {
  const { site } = await open();
  for (let count = 0; count < 10; count += 1) await ask(site, `vreemd${count}@elders.example`).expect(303);
  expect((await ask(site, EMAIL).expect(429)).text).toContain('Wacht een kwartier.');
  site.clock.ahead(15);
  await ask(site, EMAIL).expect(303);
});

it('laat opnieuw vragen als de mailserver de link niet aannam', async () => {
  const { mailServer, site, records } = await open();
  mailServer.antwoorden.push(451);
  await ask(site, EMAIL).expect(303);
  await vi.waitFor(() => expect(mailServer.begunCount()).toBe(1));
  await waitForLinks(records, 0);
  await ask(site, EMAIL).expect(303);
  await waitForLinks(records, 1);
  await vi.waitFor(() => expect(mailServer.begunCount()).toBe(2));
});

it('zegt bij het veld wat er mis is met een adres', async () => {
  const { site } = await open();
  const { text } = await ask(site, 'geen adres').expect(422);
  expect(text).toContain('value="geen adres"');
  expect(text).toContain('Vul een heel e-mailadres in');
});

it('mailt een uitnodiging, en toont de link dan aan niemand', async () => {
  const { mailServer, site, records } = await open();
  const boss = await logIn(site.app, records, 'beheerder', { now: site.clock.now });
  const answer = await boss.post('/mensen', { email: 'nieuw@gemeente.example', rol: 'uitgever' }).expect(303);
  expect(answer.headers.location).toBe('/beheer/mensen?gedaan=gemaild');
  const mail = await readMail(mailServer.received[0]);
  expect(mail.to).toEqual(['nieuw@gemeente.example']);
  expect(mail.onderwerp).toBe('Uitnodiging voor het beheer van de RDM-wegwijzer');
  await request(site.app)
    .post(await readPath(mailServer))
    .expect(303);

  mailServer.antwoorden.push(550);
  const failed = await boss
    .post('/mensen', { email: 'nog.een@gemeente.example', rol: 'uitgever' })
    .expect(503);
  expect(failed.text).not.toContain('/beheer/link/');
});

it('zet geen adres en geen link in het logboek van de server', async () => {
  const { mailServer, site } = await open();
  await ask(site, EMAIL).expect(303);
  await vi.waitFor(() => expect(mailServer.received).toHaveLength(1));
  await vi.waitFor(() => expect(site.regels.join('')).toContain('"soort":"inloglink"'));
  const token = (await readPath(mailServer)).split('/').at(-1);
  for (const secret of [EMAIL, 'redacteur@', token]) expect(site.regels.join('')).not.toContain(secret);
});
