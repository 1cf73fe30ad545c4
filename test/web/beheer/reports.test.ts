import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { NewCorrection } from '../../../src/domain/corrections/corrections.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { logIn } from '../../support/logged-in.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { pressButton } from '../../support/press-button.ts';
import { openSendingSite, readMail } from '../../support/sending-site.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { createTestApp } from '../../support/test-app.ts';

const REPORT: NewCorrection = {
  pagina: '/overlegtafels/topx',
  veld: 'Het telefoonnummer',
  watMoetHetZijn: 'Het is veranderd, zie de site van het ZVH <b>nu</b>.',
  email: 'melder@organisatie.example',
};

/** The app with one report in a store of its own, and a redacteur who is logged in. */
async function openDesk(report: NewCorrection = REPORT) {
  const folder = makeTempDir();
  const opslag = await openTestStore(folder);
  const records = createMemoryRecords();
  const app = createTestApp({ opslag, records });
  await opslag.meldingen.report(report);
  const redacteur = await logIn(app, records, 'redacteur');
  const readLog = async () => (await records.readLog(20)).map(({ wat, over }) => `${wat}: ${over}`);
  return { folder, opslag, records, app, redacteur, readLog };
}

/** All that is kept in a folder, as text. */
function readFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

it('een open melding staat in de lijst en op het begin van het beheer', async () => {
  const { redacteur } = await openDesk();
  expect((await redacteur.get('')).text).toContain('Open meldingen: 1');
  const list = await redacteur.get('/meldingen');
  expect(list.text).toContain('href="/beheer/meldingen/1"');
  expect(list.text).toContain('Het telefoonnummer');
  const page = await redacteur.get('/meldingen/1');
  expect(page.text).toContain('zie de site van het ZVH &lt;b&gt;nu&lt;/b&gt;.');
  expect(page.text).toContain('mailto:melder@organisatie.example');
  expect(page.text).toContain('Mail het antwoord zelf.');
  expect(page.text).not.toContain('Bewaar en mail het antwoord');
  expect((await redacteur.get('/meldingen/2')).status).toBe(404);
});

it('één klik maakt er een concept van; een tweede vindt hetzelfde', async () => {
  const { redacteur, records, readLog } = await openDesk();
  const first = await redacteur.post('/meldingen/1/antwoord', { keuze: 'concept' });
  expect(first.status).toBe(303);
  const second = await redacteur.post('/meldingen/1/antwoord', { keuze: 'concept' });
  expect(second.headers.location).toBe(first.headers.location);
  const concepten = await records.list('concept');
  expect(concepten).toHaveLength(1);
  expect(first.headers.location).toBe(`/beheer/concepten/${concepten[0]?.id}`);
  expect(concepten[0]?.value).toMatchObject({ titel: 'Melding 1', melding: 1, gemaaktDoor: [redacteur.id] });
  expect(await readLog()).toContain('concept-begonnen: Melding 1');
  const page = await redacteur.get('/meldingen/1');
  expect(page.text).toContain(`href="/beheer/concepten/${concepten[0]?.id}"`);
  expect(page.text).toContain('in bewerking');
  const draft = await redacteur.get(`/concepten/${concepten[0]?.id}`);
  expect(draft.text).toContain('href="/beheer/meldingen/1"');
});

it('een antwoord wordt bewaard; een leeg of te lang antwoord komt terug, met wat er stond', async () => {
  const { redacteur, opslag, readLog } = await openDesk();
  const empty = await redacteur.post('/meldingen/1/antwoord', { antwoord: ' ' });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Vul in wat u antwoordt.')]);
  const long = await redacteur.post('/meldingen/1/antwoord', { antwoord: 'x'.repeat(2_001) });
  expect([long.status, long.text]).toEqual([422, expect.stringContaining('x'.repeat(2_001))]);
  const kept = await redacteur.post('/meldingen/1/antwoord', { antwoord: 'Het is aangepast.' });
  expect(kept.headers.location).toBe('/beheer/meldingen/1?gedaan=beantwoord');
  expect(await opslag.meldingen.lijst()).toMatchObject([
    { status: 'beantwoord', antwoord: 'Het is aangepast.', email: REPORT.email },
  ]);
  expect(await readLog()).toEqual(['melding-beantwoord: Melding 1']);
  expect((await redacteur.get('/meldingen/1?gedaan=beantwoord')).text).toContain('Het antwoord is bewaard.');
});

it('sluiten wist het adres van de melder uit alle bestanden, en uit het logboek komt het niet', async () => {
  const { redacteur, folder, opslag, records, readLog } = await openDesk();
  await redacteur.post('/meldingen/1/antwoord', { keuze: 'concept' });
  await redacteur.post('/meldingen/1/antwoord', { antwoord: 'Het is aangepast.' });
  expect(readFolder(folder)).toContain(REPORT.email);
  const closed = await redacteur.post('/meldingen/1/antwoord', { keuze: 'sluit' });
  expect(closed.headers.location).toBe('/beheer/meldingen/1?gedaan=gesloten');
  expect(readFolder(folder)).not.toContain('melder@');
  const concepten = JSON.stringify(await records.list('concept'));
  expect(`${concepten} ${await readLog()}`).not.toMatch(/melder@|ZVH|telefoonnummer/);
  expect((await opslag.meldingen.lijst())[0]?.status).toBe('gesloten');
  const page = await redacteur.get('/meldingen/1');
  expect(page.text).not.toContain('melder@');
  expect(page.text).not.toContain('Bewaar het antwoord');
});

it('sluiten met een getypt antwoord dat niet is bewaard, sluit niet: het antwoord en het adres blijven', async () => {
  const { app, redacteur, opslag } = await openDesk();
  const press = async (antwoord?: string) => {
    const { text } = await redacteur.get('/meldingen/1').expect(200);
    const filled = antwoord === undefined ? {} : { typed: { antwoord } };
    return pressButton(app, text, 'Sluit de melding', filled).set('Cookie', redacteur.cookie);
  };
  const refused = await press('Het is aangepast.');
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('>Het is aangepast.</textarea>'),
  ]);
  expect(refused.text).toContain('Dit antwoord is nog niet bewaard');
  expect(await opslag.meldingen.lijst()).toMatchObject([{ status: 'open', email: REPORT.email }]);
  // An answer that was saved is in the field, and no reason to wait.
  await redacteur.post('/meldingen/1/antwoord', { antwoord: 'Het is\r\naangepast.' }).expect(303);
  expect((await press()).headers.location).toBe('/beheer/meldingen/1?gedaan=gesloten');
});

it('twee die tegelijk antwoorden, schrijven niet over elkaar heen', async () => {
  const { redacteur, opslag } = await openDesk();
  const first = { antwoord: 'Het is\naangepast.', was: '' };
  await redacteur.post('/meldingen/1/antwoord', first);
  const late = await redacteur.post('/meldingen/1/antwoord', { antwoord: 'Het klopte toch.', was: '' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Een ander bewaarde intussen een antwoord.');
  expect(late.text).toContain('Het klopte toch.');
  expect(await opslag.meldingen.lijst()).toMatchObject([{ antwoord: first.antwoord }]);
  // A second click of the first one, and who has read it.
  expect((await redacteur.post('/meldingen/1/antwoord', first)).status).toBe(303);
  const was = /name="was" value="([^"]*)"/.exec(late.text)?.[1] ?? '';
  expect(was).toBe(first.antwoord);
  // As a text browser sends it.
  const read = { antwoord: 'Het klopte toch.', was: was.replace('\n', ' ') };
  const both = await redacteur.post('/meldingen/1/antwoord', read);
  expect(both.status).toBe(303);
  expect(await opslag.meldingen.lijst()).toMatchObject([{ antwoord: 'Het klopte toch.' }]);
});

it('een getypt antwoord blijft staan als er een concept van wordt gemaakt, of een ander de melding intussen sloot', async () => {
  const { app, redacteur, records } = await openDesk();
  const { text } = await redacteur.get('/meldingen/1').expect(200);
  const press = (button: string, antwoord: string) =>
    pressButton(app, text, button, { typed: { antwoord } }).set('Cookie', redacteur.cookie);
  const made = await press('Maak er een concept van', 'Wij passen het aan.').expect(200);
  const [concept] = await records.list('concept');
  expect(made.text).toContain(`href="/beheer/concepten/${concept?.id}"`);
  expect(made.text).toContain('Uw antwoord is nog niet bewaard');
  expect(made.text).toContain('>Wij passen het aan.</textarea>');
  expect(await findHtmlFaults(made.text)).toEqual([]);
  const opened = await press('Maak er een concept van', '').expect(303);
  expect(opened.headers.location).toBe(`/beheer/concepten/${concept?.id}`);

  await redacteur.post('/meldingen/1/antwoord', { keuze: 'sluit' }).expect(303);
  const late = await press('Bewaar het antwoord', 'Te laat.').expect(409);
  expect(late.text).toContain('Een ander sloot deze melding intussen.');
  expect(late.text).toContain('readonly>Te laat.</textarea>');
  expect(await findHtmlFaults(late.text)).toEqual([]);
});

it('alleen een gesloten melding is te verwijderen', async () => {
  const { redacteur, folder, opslag, readLog } = await openDesk();
  expect((await redacteur.post('/meldingen/1/verwijder')).status).toBe(404);
  await redacteur.post('/meldingen/1/antwoord', { keuze: 'sluit' });
  expect((await redacteur.post('/meldingen/1/antwoord', { antwoord: 'Te laat.' })).status).toBe(409);
  const gone = await redacteur.post('/meldingen/1/verwijder');
  expect(gone.headers.location).toBe('/beheer/meldingen?gedaan=verwijderd');
  expect(await opslag.meldingen.lijst()).toEqual([]);
  expect(readFolder(folder)).not.toContain('ZVH');
  expect(await readLog()).toEqual(['melding-verwijderd: Melding 1', 'melding-gesloten: Melding 1']);
});

it('er gebeurt niets met een melding zonder regel in het logboek', async () => {
  const { redacteur, opslag, records } = await openDesk();
  const page = await redacteur.post('/meldingen/1/antwoord', { keuze: 'sluit', meer: 'x' });
  expect(page.status).toBe(400);
  const commit = records.commit;
  records.commit = async (changes, log = []) => {
    if (log.length > 0) records.setReachable(false);
    return commit(changes, log);
  };
  expect((await redacteur.post('/meldingen/1/antwoord', { keuze: 'sluit' })).status).toBe(503);
  expect((await opslag.meldingen.lijst())[0]?.status).toBe('open');
});

it('het antwoord gaat per mail als de server dat kan en de melder een adres gaf', async () => {
  const mailServer = await startMailServer();
  const { mailBeheer, store: opslag, regels } = await openSendingSite({ mailServer });
  const records = createMemoryRecords();
  const app = createTestApp({ opslag, records, mailBeheer });
  await opslag.meldingen.report(REPORT);
  await opslag.meldingen.report({ ...REPORT, email: undefined });
  const redacteur = await logIn(app, records, 'redacteur');
  expect((await redacteur.get('/meldingen/2')).text).not.toContain('Bewaar en mail het antwoord');
  const velden = { antwoord: 'Het is aangepast.', mail: 'ja' };
  const sent = await redacteur.post('/meldingen/1/antwoord', velden);
  expect(sent.headers.location).toBe('/beheer/meldingen/1?gedaan=verstuurd');
  const mail = await readMail(mailServer.received[0]);
  expect(mail.to).toEqual([REPORT.email]);
  expect(mail.inhoud).toContain('Het is aangepast.');
  // What a visitor typed goes to nobody: the address may be somebody else's.
  expect(mail.inhoud).not.toMatch(/ZVH|telefoonnummer|topx/);
  expect(regels.join('\n')).not.toMatch(/melder@|aangepast/);
  mailServer.antwoorden.push(550);
  const refused = await redacteur.post('/meldingen/1/antwoord', velden);
  expect(refused.headers.location).toBe('/beheer/meldingen/1?gedaan=niet');
  const without = await redacteur.post('/meldingen/2/antwoord', velden);
  expect(without.headers.location).toBe('/beheer/meldingen/2?gedaan=niet');
  expect(mailServer.received).toHaveLength(2);
});

it.each([
  ['gesloten', ['sluit'], 303],
  ['verwijderd', ['sluit', 'verwijder'], 404],
] as const)(
  'wie een ander net voor is die de melding heeft %s, mailt niets',
  async (_wat, soorten, status) => {
    const mailServer = await startMailServer();
    const { mailBeheer, store } = await openSendingSite({ mailServer });
    const records = createMemoryRecords();
    const meldingen: typeof store.meldingen = {
      ...store.meldingen,
      process: async (command) => {
        for (const soort of soorten) await store.meldingen.process({ soort, id: command.id });
        return store.meldingen.process(command);
      },
    };
    const app = createTestApp({ opslag: { ...store, meldingen }, records, mailBeheer });
    await store.meldingen.report(REPORT);
    const redacteur = await logIn(app, records, 'redacteur');
    const late = await redacteur.post('/meldingen/1/antwoord', { antwoord: 'Het is aangepast.', mail: 'ja' });
    expect(late.status).toBe(status);
    if (status === 303) expect(late.headers.location).toBe('/beheer/meldingen/1?gedaan=gesloten');
    expect(mailServer.received).toHaveLength(0);
  },
);
