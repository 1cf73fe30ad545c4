import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { beginAttempt, type OutgoingMailStatus } from '../../src/domain/sending/outgoing-mail.ts';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { openOrWait } from '../../src/storage/open-or-wait.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { type Mailserver, type OntvangenMail, startMailserver } from '../support/mail-server.ts';
import { request } from '../support/request.ts';
import {
  AFZENDER,
  askToSend,
  confirm,
  GEHEIM,
  openSendingSite,
  readLink,
  readMail,
  readStand,
  type SendingSite,
  sendReferral,
  TAFELADRES,
  VAN,
} from '../support/sending-site.ts';

const UUR = 60;
const NIEUW_GEHEIM = 'een-nieuwer-geheim-van-zeker-minstens-32-tekens';

const aanTafel = ({ ontvangen }: Mailserver) => ontvangen.filter(({ aan }) => aan.includes(TAFELADRES));
/** The notes to the sender: what came to him after the link. */
const berichten = ({ ontvangen }: Mailserver): OntvangenMail[] =>
  ontvangen.filter(({ aan }) => aan.includes(AFZENDER)).slice(1);
const statussen = ({ store }: SendingSite): OutgoingMailStatus[] =>
  store.zendingen.lijst().map(({ status }) => status);
const bestanden = ({ dataDir }: SendingSite) => readdirSync(join(dataDir, 'verzendingen'));

/** Lets so many minutes pass, minute by minute, as the timer of the queue would. */
async function wacht(site: SendingSite, minuten: number): Promise<void> {
  for (let minuut = 0; minuut < minuten; minuut += 1) {
    site.klok.vooruit(1);
    await site.wachtrij.werkBij();
  }
}

/** Closes the site and opens it again on the same folder and clock. */
async function herstart(
  site: SendingSite,
  opties: Partial<Parameters<typeof openSendingSite>[0]> & { mailserver: Mailserver },
) {
  await site.sluit();
  return openSendingSite({ dataDir: site.dataDir, klok: site.klok, ...opties });
}

describe('what may still go well', () => {
  it('is tried again after growing pauses, and is sent exactly once', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    mailserver.antwoorden.push(450, 421, 451);
    const link = await readLink(mailserver);
    await confirm(site, link);
    await site.wachtrij.werkBij();
    const momenten: number[] = [];
    for (let minuut = 0; minuut < UUR; minuut += 1) {
      const eerder = aanTafel(mailserver).length;
      await wacht(site, 1);
      if (aanTafel(mailserver).length > eerder) momenten.push(minuut + 1);
      if (minuut === 2)
        expect(await readStand(site, link)).toContain(
          'De wegwijzer probeert het op 21 november 2026 om 10:06',
        );
    }
    expect(momenten).toEqual([1, 6, 21]);
    await wacht(site, 48 * UUR);
    const mails = await Promise.all(aanTafel(mailserver).map(readMail));
    expect(mails).toHaveLength(4);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(mails.map(({ tekst }) => tekst)).size).toBe(1);
    expect(berichten(mailserver)).toEqual([]);
    expect(statussen(site)).toEqual(['verstuurd']);
  });

  it.each([
    ['without STARTTLS', { tls: 'geen' }],
    ['that refuses the password', { wachtwoord: 'een ander' }],
  ] as const)('waits for a server %s, and goes when that is repaired', async (_naam, kapot) => {
    const goed = await startMailserver();
    const site = await openSendingSite({ mailserver: goed });
    await askToSend(site).expect(200);
    const link = await readLink(goed);
    const fout = await startMailserver(kapot);
    const tijdens = await herstart(site, { mailserver: fout });
    await confirm(tijdens, link).expect(200);
    await wacht(tijdens, 30);
    expect(fout.ontvangen).toEqual([]);
    expect(statussen(tijdens)).toEqual(['wachtrij']);
    const daarna = await herstart(tijdens, { mailserver: goed });
    await wacht(daarna, UUR);
    expect(aanTafel(goed)).toHaveLength(1);
  });

  it('goes by itself when its time has come: the queue plans that', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    mailserver.antwoorden.push(450);
    // Fake timers would also stop those of the mail server: only the alarm clock of the queue is looked at.
    const wekkers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => void wekkers.mockRestore());
    await confirm(site, await readLink(mailserver));
    await site.wachtrij.werkBij();
    expect(statussen(site)).toEqual(['wachtrij']);
    const [gaAf] = wekkers.mock.calls.findLast(([, over]) => over === 60_000) ?? [];
    site.klok.vooruit(1);
    gaAf?.();
    await vi.waitFor(() => expect(statussen(site)).toEqual(['verstuurd']));
    expect(aanTafel(mailserver)).toHaveLength(2);
  });
});

describe('what failed', () => {
  it('is refused for good: nothing more is tried, and the sender hears it', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    mailserver.antwoorden.push(554);
    const link = await readLink(mailserver);
    await confirm(site, link);
    await wacht(site, 48 * UUR);
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect(berichten(mailserver)).toHaveLength(1);
    const bericht = await readMail(berichten(mailserver)[0]);
    expect(bericht).toMatchObject({
      from: VAN,
      to: [AFZENDER],
      onderwerp: 'NIET verstuurd: Aanmelding TopX: casus TW-2026-014',
    });
    expect(bericht.header('auto-submitted')).toBe('auto-generated');
    expect(bericht.inhoud).toContain(TAFELADRES);
    expect(bericht.bijlagen).toEqual([]);
    expect(statussen(site)).toEqual(['mislukt', 'verstuurd']);
    expect(bestanden(site)).toEqual([]);
    expect(await readStand(site, link)).toContain('De e-mail is niet verstuurd');
    // The very same referral may be tried again.
    await askToSend(site).expect(200);
  });

  it('is given up after a day, and so is the note, without an end to it', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, Array(200).fill(450));
    await wacht(site, 23 * UUR);
    expect(statussen(site)).toEqual(['wachtrij']);
    await wacht(site, UUR);
    const pogingen = aanTafel(mailserver).length;
    expect(pogingen).toBeGreaterThan(8);
    await wacht(site, 3 * UUR);
    expect(statussen(site)[0]).toBe('mislukt');
    await wacht(site, 4 * 24 * UUR);
    expect(aanTafel(mailserver).length - pogingen).toBeLessThanOrEqual(1);
    expect(statussen(site)).toEqual(['mislukt', 'mislukt']);
    expect(berichten(mailserver).length).toBeLessThan(15);
    expect(bestanden(site)).toEqual([]);
  });

  it('tells the sender also when the note itself has to be tried again', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [554, 450, 'verbreek', 'goed']);
    await wacht(site, UUR);
    expect(berichten(mailserver)).toHaveLength(3);
    expect(
      new Set(await Promise.all(berichten(mailserver).map(async (mail) => (await readMail(mail)).messageId)))
        .size,
    ).toBe(1);
    expect(statussen(site)).toEqual(['mislukt', 'verstuurd']);
  });

  it('is not sent any more when the server was away for more than a day', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    await site.sluit();
    site.klok.vooruit(25 * UUR);
    const later = await herstart(site, { mailserver });
    await later.wachtrij.werkBij();
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect(berichten(mailserver)).toHaveLength(1);
  });
});

describe('what only some recipients took', () => {
  it('is not sent again, and the sender hears who has it and who has not', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const cc = 'procesmanager@gemeente.example';
    mailserver.geweigerd.set(cc, 550);
    await site.versturen.requestSending({
      tafel: { id: 'topx', inZin: 'TopX' },
      afzender: AFZENDER,
      mail: { aan: [TAFELADRES], cc: [cc], onderwerp: 'Proef', tekst: 'Tekst.' },
      pdfName: 'proef.pdf',
      pdf: async () => Buffer.from('%PDF-'),
    });
    const link = await readLink(mailserver);
    expect(await readStand(site, link)).toContain(cc);
    await confirm(site, link).expect(200);
    await wacht(site, 48 * UUR);
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect((await readMail(aanTafel(mailserver)[0])).cc).toEqual([cc]);
    const { onderwerp, inhoud } = await readMail(berichten(mailserver)[0]);
    expect(onderwerp).toBe('NIET aan iedereen verstuurd: Proef');
    expect(inhoud).toContain(`Aangenomen voor: ${TAFELADRES}.`);
    expect(inhoud).toContain(`Geweigerd voor: ${cc}.`);
    expect(statussen(site)).toEqual(['deels', 'verstuurd']);
    expect(await readStand(site, link)).toContain('niet bij iedereen aangekomen');
  });
});

describe('what nobody knows', () => {
  it.each(['verbreek', 'zwijg'] as const)(
    'is never sent again, and the sender hears it: %s',
    async (antwoord) => {
      const mailserver = await startMailserver();
      const site = await openSendingSite({ mailserver, antwoord: 200 });
      const link = await sendWithAnswers(site, mailserver, [antwoord]);
      await wacht(site, 48 * UUR);
      expect(aanTafel(mailserver)).toHaveLength(1);
      expect(berichten(mailserver)).toHaveLength(1);
      const { onderwerp, inhoud } = await readMail(berichten(mailserver)[0]);
      expect(onderwerp).toBe('ONZEKER of dit is aangekomen: Aanmelding TopX: casus TW-2026-014');
      expect(inhoud).toContain(`Vraag na of de e-mail is aangekomen, bij ${TAFELADRES}`);
      expect(await readStand(site, link)).toContain('Het is niet zeker of de e-mail is aangekomen');
      expect((await askToSend(site).expect(409)).text).toContain('niet zeker');
      expect(bestanden(site)).toEqual([]);
    },
  );
});

describe('after a restart', () => {
  it('a link that was not used yet still works', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const link = await readLink(mailserver);
    const later = await herstart(site, { mailserver });
    await request(later.app).get(link.adres).expect(200);
    await confirm(later, link).expect(200);
    await later.wachtrij.werkBij();
    expect(aanTafel(mailserver)).toHaveLength(1);
  });

  it('what waited goes on, and what was sent stays sent', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    const link = await sendWithAnswers(site, mailserver, [450]);
    const later = await herstart(site, { mailserver });
    await wacht(later, 2);
    expect(aanTafel(mailserver)).toHaveLength(2);
    const nogLater = await herstart(later, { mailserver });
    await confirm(nogLater, link).expect(200);
    await wacht(nogLater, UUR);
    expect(aanTafel(mailserver)).toHaveLength(2);
    expect(await readStand(nogLater, link)).toContain('De e-mail is verstuurd');
  });

  it('an attempt that was cut short is not made again: the sender hears that it is uncertain', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    const [zending] = site.store.zendingen.lijst();
    if (!zending) throw new Error('er is geen zending');
    // As a crash leaves it: the attempt is on disk, and how it ended is not.
    await site.store.zendingen.change(() => ({
      lijst: [beginAttempt(zending, site.klok.now())],
      result: null,
    }));
    const later = await herstart(site, { mailserver });
    await wacht(later, 48 * UUR);
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect((await readMail(berichten(mailserver)[0])).onderwerp).toMatch(/^ONZEKER/);
    expect(statussen(later)).toEqual(['onzeker', 'verstuurd']);
  });

  it('a note that waited is sent', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [554, 450]);
    expect(statussen(site)).toEqual(['mislukt', 'wachtrij']);
    const later = await herstart(site, { mailserver });
    await wacht(later, 2);
    expect(berichten(mailserver)).toHaveLength(2);
    expect(statussen(later)).toEqual(['mislukt', 'verstuurd']);
  });

  it('with a newer secret what waits can still be opened, and the same referral is still recognised', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    const later = await herstart(site, { mailserver, secrets: [NIEUW_GEHEIM, GEHEIM] });
    await wacht(later, 2);
    expect(aanTafel(mailserver)).toHaveLength(2);
    await askToSend(later).expect(409);
  });

  it('without the secret nothing is sent, and the queue goes on with the rest', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    const later = await herstart(site, { mailserver, secrets: [NIEUW_GEHEIM] });
    await wacht(later, 2);
    expect(statussen(later)).toEqual(['mislukt']);
    expect(later.regels.join()).toContain('de inhoud is niet te openen');
    await sendReferral(later, mailserver, { hulpvraag: 'Een andere.' });
    expect(aanTafel(mailserver)).toHaveLength(2);
  });

  it('files that no mail names any more are wiped', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    const wees = join(site.dataDir, 'verzendingen', 'AAAAAAAAAAAAAAAAAAAAAA');
    writeFileSync(wees, 'achtergebleven na een crash');
    const later = await herstart(site, { mailserver });
    expect(existsSync(wees)).toBe(false);
    await confirm(later, await readLink(mailserver)).expect(200);
    await later.wachtrij.werkBij();
    expect(aanTafel(mailserver)).toHaveLength(1);
  });

  it('what nobody confirmed is wiped, and after a week it is forgotten', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendReferral(site, mailserver);
    await askToSend(site, { hulpvraag: 'Een andere.' }).expect(200);
    await site.sluit();
    site.klok.vooruit(2 * UUR);
    const later = await herstart(site, { mailserver });
    expect(statussen(later)).toEqual(['verstuurd', 'verlopen']);
    expect(bestanden(later)).toEqual([]);
    later.klok.vooruit(7 * 24 * UUR);
    await later.wachtrij.werkBij();
    expect(statussen(later)).toEqual([]);
  });
});

describe('stopping', () => {
  it('waits for the attempt that is being made', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await askToSend(site).expect(200);
    await confirm(site, await readLink(mailserver));
    await site.sluit();
    const later = await herstart(site, { mailserver });
    await later.wachtrij.werkBij();
    expect(statussen(later)).toEqual(['verstuurd']);
    expect(aanTafel(mailserver)).toHaveLength(1);
  });

  it('breaks off what takes too long, and records that nobody knows', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver, antwoord: 60_000, respijt: 100 });
    await askToSend(site).expect(200);
    mailserver.antwoorden.push('zwijg');
    await confirm(site, await readLink(mailserver));
    await vi.waitFor(() => expect(aanTafel(mailserver)).toHaveLength(1));
    await site.sluit();
    const later = await herstart(site, { mailserver });
    await later.wachtrij.werkBij();
    expect(statussen(later)).toEqual(['onzeker', 'verstuurd']);
    expect(aanTafel(mailserver)).toHaveLength(1);
  });
});

describe('a disk that cannot be written', () => {
  const breek = (site: SendingSite) => mkdirSync(join(site.dataDir, 'zendingen.json.nieuw'));
  const herstel = (site: SendingSite) =>
    rmSync(join(site.dataDir, 'zendingen.json.nieuw'), { recursive: true });

  it('keeps a mail from being sent: an attempt must be on disk first', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    breek(site);
    await wacht(site, 10);
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect(site.fouten.length).toBeGreaterThan(0);
    herstel(site);
    await wacht(site, 2);
    expect(aanTafel(mailserver)).toHaveLength(2);
    expect(statussen(site)).toEqual(['verstuurd']);
  });

  it('that is not there yet at the start keeps nothing from being found again later', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    const [zending] = site.store.zendingen.lijst();
    if (!zending) throw new Error('er is geen zending');
    await site.store.zendingen.change(() => ({
      lijst: [beginAttempt(zending, site.klok.now())],
      result: null,
    }));
    await site.sluit();
    let dicht = true;
    const store = await openOrWait({
      open: () =>
        dicht
          ? Promise.reject(new StorageFailure('dicht'))
          : openStore({ dataDir: site.dataDir, now: site.klok.now, onFout: () => {} }),
      tussentijd: 20,
      onDicht: () => {},
      onOpen: () => {},
    });
    const later = await openSendingSite({ mailserver, dataDir: site.dataDir, klok: site.klok, store });
    await askToSend(later, { hulpvraag: 'Nu niet.' }).expect(503);
    expect(later.fouten.length).toBeGreaterThan(0);
    dicht = false;
    await vi.waitFor(() => expect(statussen(later)).toEqual(['bezig']));
    await later.wachtrij.werkBij();
    expect(statussen(later)).toEqual(['onzeker', 'verstuurd']);
    expect(aanTafel(mailserver)).toHaveLength(1);
  });

  it('does not give a mail up because its file cannot be read just now', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    await sendWithAnswers(site, mailserver, [450]);
    const lees = vi.spyOn(site.store.zendingen, 'leesInhoud').mockRejectedValue(new StorageFailure('stuk'));
    await wacht(site, 3);
    expect(statussen(site)).toEqual(['wachtrij']);
    lees.mockRestore();
    await wacht(site, 1);
    expect(statussen(site)).toEqual(['verstuurd']);
  });

  it('does not make a mail that was sent go twice', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver, antwoord: 200 });
    await askToSend(site).expect(200);
    mailserver.antwoorden.push('zwijg');
    await confirm(site, await readLink(mailserver));
    await vi.waitFor(() => expect(aanTafel(mailserver)).toHaveLength(1));
    breek(site);
    await site.wachtrij.werkBij();
    await wacht(site, UUR);
    expect(statussen(site)).toEqual(['bezig']);
    herstel(site);
    await wacht(site, UUR);
    expect(statussen(site)).toEqual(['onzeker', 'verstuurd']);
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect(bestanden(site)).toEqual([]);
  });

  it('is told to who asks and to who confirms, and then nothing is lost or sent', async () => {
    const mailserver = await startMailserver();
    const site = await openSendingSite({ mailserver });
    breek(site);
    expect((await askToSend(site).expect(503)).text).toContain('kon nu niet worden bewaard');
    expect(mailserver.ontvangen).toEqual([]);
    herstel(site);
    await askToSend(site).expect(200);
    const link = await readLink(mailserver);
    breek(site);
    expect((await confirm(site, link).expect(503)).text).toContain('Er is nu niets verstuurd.');
    herstel(site);
    await confirm(site, link).expect(200);
    await site.wachtrij.werkBij();
    expect(aanTafel(mailserver)).toHaveLength(1);
    expect(bestanden(site)).toEqual([]);
  });
});

/** Asks, and confirms while the mail server gives these answers to what comes next. */
async function sendWithAnswers(
  site: SendingSite,
  mailserver: Mailserver,
  antwoorden: Mailserver['antwoorden'],
) {
  await askToSend(site).expect(200);
  const link = await readLink(mailserver);
  mailserver.antwoorden.push(...antwoorden);
  await confirm(site, link).expect(200);
  await site.wachtrij.werkBij();
  return link;
}
