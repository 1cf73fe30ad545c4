import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { beginAttempt, type OutgoingMailStatus } from '../../src/domain/sending/outgoing-mail.ts';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { openOrWait } from '../../src/storage/open-storage.ts';
import { type MailServer, type ReceivedMail, startMailServer } from '../support/mail-server.ts';
import { request } from '../support/request.ts';
import {
  askToSend,
  confirm,
  FROM,
  openSendingSite,
  readLink,
  readMail,
  readStand,
  SECRET,
  SENDER,
  type SendingSite,
  sendReferral,
  TAFELADRES,
} from '../support/sending-site.ts';
import { PLACES } from '../support/test-places.ts';

const HOUR = 60;
const NEW_SECRET = 'een-nieuwer-geheim-van-zeker-minstens-32-tekens';

const atTafel = ({ received }: MailServer) => received.filter(({ aan }) => aan.includes(TAFELADRES));
/** The notes to the sender: what came to him after the link. */
const notes = ({ received }: MailServer): ReceivedMail[] =>
  received.filter(({ aan }) => aan.includes(SENDER)).slice(1);
const statuses = async ({ store }: SendingSite): Promise<OutgoingMailStatus[]> =>
  (await store.zendingen.lijst()).map(({ status }) => status);
const files = ({ place }: SendingSite) => place.countSealed();

/** Lets so many minutes pass, as the timer of the queue would: minute by minute, and beyond a day each quarter. */
async function wait(site: SendingSite, minutes: number): Promise<void> {
  const step = minutes > 24 * HOUR ? 15 : minutes > HOUR ? 5 : 1;
  for (let minute = 0; minute < minutes; minute += step) {
    site.clock.ahead(step);
    await site.wachtrij.update();
  }
}

/** Closes the site and opens it again on the same place and clock. */
async function restart(
  site: SendingSite,
  options: Partial<Parameters<typeof openSendingSite>[0]> & { mailServer: MailServer },
) {
  await site.sluit();
  return openSendingSite({ place: site.place, clock: site.clock, ...options });
}

describe.each(PLACES)('with %s', (_name, makePlace) => {
  describe('what may still go well', () => {
    it('is tried again after growing pauses, and is sent exactly once', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      mailServer.antwoorden.push(450, 421, 451);
      const link = await readLink(mailServer);
      await confirm(site, link);
      await site.wachtrij.update();
      const moments: number[] = [];
      for (let minute = 0; minute < HOUR; minute += 1) {
        const earlier = atTafel(mailServer).length;
        await wait(site, 1);
        if (atTafel(mailServer).length > earlier) moments.push(minute + 1);
        if (minute === 2)
          expect(await readStand(site, link)).toContain(
            'De wegwijzer probeert het op 21 november 2026 om 10.06 uur',
          );
      }
      expect(moments).toEqual([1, 6, 21]);
      await wait(site, 48 * HOUR);
      const mails = await Promise.all(atTafel(mailServer).map(readMail));
      expect(mails).toHaveLength(4);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
      expect(new Set(mails.map(({ tekst }) => tekst)).size).toBe(1);
      expect(notes(mailServer)).toEqual([]);
      expect(await statuses(site)).toEqual(['verstuurd']);
    });

    it.each([
      ['without STARTTLS', { tls: 'geen' }],
      ['that refuses the password', { password: 'een ander' }],
    ] as const)('waits for a server %s, and goes when that is repaired', async (_name, broken) => {
      const goed = await startMailServer();
      const site = await openSendingSite({ mailServer: goed, place: await makePlace() });
      await askToSend(site).expect(200);
      const link = await readLink(goed);
      const fault = await startMailServer(broken);
      const during = await restart(site, { mailServer: fault });
      await confirm(during, link).expect(200);
      await wait(during, 30);
      expect(fault.received).toEqual([]);
      expect(await statuses(during)).toEqual(['wachtrij']);
      const daarna = await restart(during, { mailServer: goed });
      await wait(daarna, HOUR);
      expect(atTafel(goed)).toHaveLength(1);
    });

    it('goes by itself when its time has come: the queue plans that', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      mailServer.antwoorden.push(450);
      // Fake timers would also stop those of the mail server: only the alarm clock of the queue is looked at.
      const timers = vi.spyOn(globalThis, 'setTimeout');
      onTestFinished(() => void timers.mockRestore());
      await confirm(site, await readLink(mailServer));
      await site.wachtrij.update();
      expect(await statuses(site)).toEqual(['wachtrij']);
      const [goOff] = timers.mock.calls.findLast(([, over]) => over === 60_000) ?? [];
      site.clock.ahead(1);
      goOff?.();
      await vi.waitFor(async () => expect(await statuses(site)).toEqual(['verstuurd']));
      expect(atTafel(mailServer)).toHaveLength(2);
    });
  });

  describe('what failed', () => {
    it('is refused for good: nothing more is tried, and the sender hears it', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      mailServer.antwoorden.push(554);
      const link = await readLink(mailServer);
      await confirm(site, link);
      await wait(site, 48 * HOUR);
      expect(atTafel(mailServer)).toHaveLength(1);
      expect(notes(mailServer)).toHaveLength(1);
      const bericht = await readMail(notes(mailServer)[0]);
      expect(bericht).toMatchObject({
        from: FROM,
        to: [SENDER],
        onderwerp: 'NIET verstuurd: Aanmelding TopX: casus TW-2026-014',
      });
      expect(bericht.header('auto-submitted')).toBe('auto-generated');
      expect(bericht.inhoud).toContain(TAFELADRES);
      expect(bericht.attachments).toEqual([]);
      expect(await statuses(site)).toEqual(['mislukt', 'verstuurd']);
      expect(await files(site)).toBe(0);
      expect(await readStand(site, link)).toContain('De e-mail is niet verstuurd');
      // The very same referral may be tried again.
      await askToSend(site).expect(200);
    });

    it('is given up after a day, and so is the note, without an end to it', async () => {
      const { mailServer, site } = await openWithSent(...Array(200).fill(450));
      await wait(site, 23 * HOUR);
      expect(await statuses(site)).toEqual(['wachtrij']);
      await wait(site, HOUR);
      const pogingen = atTafel(mailServer).length;
      expect(pogingen).toBeGreaterThan(8);
      await wait(site, 3 * HOUR);
      expect((await statuses(site))[0]).toBe('mislukt');
      await wait(site, 4 * 24 * HOUR);
      expect(atTafel(mailServer).length - pogingen).toBeLessThanOrEqual(1);
      expect(await statuses(site)).toEqual(['mislukt', 'mislukt']);
      expect(notes(mailServer).length).toBeLessThan(15);
      expect(await files(site)).toBe(0);
    });

    it('tells the sender also when the note itself has to be tried again', async () => {
      const { mailServer, site } = await openWithSent(554, 450, 'verbreek', 'goed');
      await wait(site, HOUR);
      expect(notes(mailServer)).toHaveLength(3);
      expect(
        new Set(await Promise.all(notes(mailServer).map(async (mail) => (await readMail(mail)).messageId)))
          .size,
      ).toBe(1);
      expect(await statuses(site)).toEqual(['mislukt', 'verstuurd']);
    });

    it('is not sent any more when the server was away for more than a day', async () => {
      const { mailServer, site } = await openWithSent(450);
      await site.sluit();
      site.clock.ahead(25 * HOUR);
      const later = await restart(site, { mailServer });
      await later.wachtrij.update();
      expect(atTafel(mailServer)).toHaveLength(1);
      expect(notes(mailServer)).toHaveLength(1);
    });
  });

  describe('what only some recipients took', () => {
    it('is not sent again, and the sender hears who has it and who has not', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      const cc = 'procesmanager@gemeente.example';
      mailServer.geweigerd.set(cc, 550);
      await site.versturen.requestSending({
        tafel: { id: 'topx', inZin: 'TopX' },
        afzender: SENDER,
        mail: { aan: [TAFELADRES], cc: [cc], onderwerp: 'Proef', tekst: 'Tekst.' },
        eigenTekst: 'Tekst.',
        pdfName: 'proef.pdf',
        pdf: async () => Buffer.from('%PDF-'),
      });
      const link = await readLink(mailServer);
      expect(await readStand(site, link)).toContain(cc);
      await confirm(site, link).expect(200);
      await wait(site, 48 * HOUR);
      expect(atTafel(mailServer)).toHaveLength(1);
      expect((await readMail(atTafel(mailServer)[0])).cc).toEqual([cc]);
      const { onderwerp, inhoud } = await readMail(notes(mailServer)[0]);
      expect(onderwerp).toBe('NIET aan iedereen verstuurd: Proef');
      expect(inhoud).toContain(`Aangenomen voor: ${TAFELADRES}.`);
      expect(inhoud).toContain(`Geweigerd voor: ${cc}.`);
      expect(await statuses(site)).toEqual(['deels', 'verstuurd']);
      expect(await readStand(site, link)).toContain('niet bij iedereen aangekomen');
    });
  });

  describe('what nobody knows', () => {
    it.each(['verbreek', 'zwijg'] as const)(
      'is never sent again, and the sender hears it: %s',
      async (antwoord) => {
        const mailServer = await startMailServer();
        const site = await openSendingSite({ mailServer, place: await makePlace(), antwoord: 200 });
        const link = await sendWithAnswers(site, mailServer, [antwoord]);
        await wait(site, 48 * HOUR);
        expect(atTafel(mailServer)).toHaveLength(1);
        expect(notes(mailServer)).toHaveLength(1);
        const { onderwerp, inhoud } = await readMail(notes(mailServer)[0]);
        expect(onderwerp).toBe('ONZEKER of dit is aangekomen: Aanmelding TopX: casus TW-2026-014');
        expect(inhoud).toContain(`Vraag na of de e-mail is aangekomen, bij ${TAFELADRES}`);
        expect(await readStand(site, link)).toContain('Het is niet zeker of de e-mail is aangekomen');
        expect((await askToSend(site).expect(409)).text).toContain('niet zeker');
        expect(await files(site)).toBe(0);
      },
    );
  });

  describe('after a restart', () => {
    it('a link that was not used yet still works', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      const link = await readLink(mailServer);
      const later = await restart(site, { mailServer });
      await request(later.app).get(link.adres).expect(200);
      await confirm(later, link).expect(200);
      await later.wachtrij.update();
      expect(atTafel(mailServer)).toHaveLength(1);
    });

    it('what waited goes on, and what was sent stays sent', async () => {
      const { mailServer, site, link } = await openWithSent(450);
      const later = await restart(site, { mailServer });
      await wait(later, 2);
      expect(atTafel(mailServer)).toHaveLength(2);
      const stillLater = await restart(later, { mailServer });
      await confirm(stillLater, link).expect(200);
      await wait(stillLater, HOUR);
      expect(atTafel(mailServer)).toHaveLength(2);
      expect(await readStand(stillLater, link)).toContain('De e-mail is verstuurd');
    });

    it('an attempt that was cut short is not made again: the sender hears that it is uncertain', async () => {
      const { mailServer, site } = await openWithSent(450);
      await cutAttemptShort(site);
      const later = await restart(site, { mailServer });
      await wait(later, 48 * HOUR);
      expect(atTafel(mailServer)).toHaveLength(1);
      expect((await readMail(notes(mailServer)[0])).onderwerp).toMatch(/^ONZEKER/);
      expect(await statuses(later)).toEqual(['onzeker', 'verstuurd']);
    });

    it('a note that waited is sent', async () => {
      const { mailServer, site } = await openWithSent(554, 450);
      expect(await statuses(site)).toEqual(['mislukt', 'wachtrij']);
      const later = await restart(site, { mailServer });
      await wait(later, 2);
      expect(notes(mailServer)).toHaveLength(2);
      expect(await statuses(later)).toEqual(['mislukt', 'verstuurd']);
    });

    it('with a newer secret what waits can still be opened, and the same referral is still recognised', async () => {
      const { mailServer, site } = await openWithSent(450);
      const later = await restart(site, { mailServer, secrets: [NEW_SECRET, SECRET] });
      await wait(later, 2);
      expect(atTafel(mailServer)).toHaveLength(2);
      await askToSend(later).expect(409);
    });

    it('without the secret nothing is sent and nothing is wiped; with the secret back it goes', async () => {
      const { mailServer, site } = await openWithSent(450);
      const later = await restart(site, { mailServer, secrets: [NEW_SECRET] });
      await wait(later, 2);
      expect(await statuses(later)).toEqual(['wachtrij']);
      expect(later.fouten.join()).toMatch(/De e-mail .* is niet te openen met de geheimen van nu/);
      await sendReferral(later, mailServer, { hulpvraag: 'Een andere.' });
      expect(atTafel(mailServer)).toHaveLength(2);
      const back = await restart(later, { mailServer, secrets: [NEW_SECRET, SECRET] });
      await wait(back, 2 * HOUR);
      expect(await statuses(back)).toEqual(['verstuurd', 'verstuurd']);
      expect(atTafel(mailServer)).toHaveLength(3);
    });

    it('what cannot be opened for more than a day is kept, and its sender hears of it once it can', async () => {
      const { mailServer, site } = await openWithSent(450);
      const later = await restart(site, { mailServer, secrets: [NEW_SECRET] });
      await wait(later, 30 * HOUR);
      expect(await statuses(later)).toEqual(['wachtrij']);
      const back = await restart(later, { mailServer, secrets: [SECRET] });
      await wait(back, 2 * HOUR);
      expect(await statuses(back)).toEqual(['mislukt', 'verstuurd']);
      expect((await readMail(notes(mailServer)[0])).onderwerp).toMatch(/^NIET verstuurd/);
    });

    it('an attempt that was cut short and cannot be opened stays until it can', async () => {
      const { mailServer, site } = await openWithSent(450);
      await cutAttemptShort(site);
      const later = await restart(site, { mailServer, secrets: [NEW_SECRET] });
      await wait(later, HOUR);
      expect(await statuses(later)).toEqual(['bezig']);
      const back = await restart(later, { mailServer, secrets: [SECRET] });
      await wait(back, HOUR);
      expect(await statuses(back)).toEqual(['onzeker', 'verstuurd']);
    });

    it('what no mail names any more is wiped', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      // The queue looks by itself after a request, and would wipe it before the restart does.
      await site.wachtrij.update();
      await site.place.leaveSealed();
      expect(await files(site)).toBe(2);
      const later = await restart(site, { mailServer });
      expect(await files(later)).toBe(1);
      await confirm(later, await readLink(mailServer)).expect(200);
      await later.wachtrij.update();
      expect(atTafel(mailServer)).toHaveLength(1);
    });

    it('what nobody confirmed is wiped, and after a week it is forgotten', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await sendReferral(site, mailServer);
      await askToSend(site, { hulpvraag: 'Een andere.' }).expect(200);
      await site.sluit();
      site.clock.ahead(2 * HOUR);
      const later = await restart(site, { mailServer });
      expect(await statuses(later)).toEqual(['verstuurd', 'verlopen']);
      expect(await files(later)).toBe(0);
      later.clock.ahead(7 * 24 * HOUR);
      await later.wachtrij.update();
      expect(await statuses(later)).toEqual([]);
    });
  });

  describe('stopping', () => {
    it('waits for the attempt that is being made', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      await confirm(site, await readLink(mailServer));
      await site.sluit();
      const later = await restart(site, { mailServer });
      await later.wachtrij.update();
      expect(await statuses(later)).toEqual(['verstuurd']);
      expect(atTafel(mailServer)).toHaveLength(1);
    });

    it('breaks off what takes too long, and records that nobody knows', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({
        mailServer,
        place: await makePlace(),
        antwoord: 60_000,
        grace: 100,
      });
      await askToSend(site).expect(200);
      mailServer.antwoorden.push('zwijg');
      await confirm(site, await readLink(mailServer));
      await vi.waitFor(() => expect(atTafel(mailServer)).toHaveLength(1));
      await site.sluit();
      const later = await restart(site, { mailServer });
      await later.wachtrij.update();
      expect(await statuses(later)).toEqual(['onzeker', 'verstuurd']);
      expect(atTafel(mailServer)).toHaveLength(1);
    });
  });

  describe('a disk that cannot be written', () => {
    it('keeps a mail from being sent: an attempt must be on disk first', async () => {
      const { mailServer, site } = await openWithSent(450);
      await site.place.fill();
      await wait(site, 10);
      expect(atTafel(mailServer)).toHaveLength(1);
      expect(site.fouten.length).toBeGreaterThan(0);
      await site.place.repair();
      await wait(site, 2);
      expect(atTafel(mailServer)).toHaveLength(2);
      expect(await statuses(site)).toEqual(['verstuurd']);
    });

    it('that is not there yet at the start keeps nothing from being found again later', async () => {
      const { mailServer, site } = await openWithSent(450);
      await cutAttemptShort(site);
      await site.sluit();
      let closed = true;
      const store = await openOrWait({
        open: () =>
          closed
            ? Promise.reject(new StorageFailure('dicht'))
            : site.place.toStorage({ now: site.clock.now }).open(),
        interval: 20,
        onClosed: () => {},
        onOpen: () => {},
      });
      const later = await openSendingSite({ mailServer, place: site.place, clock: site.clock, store });
      await askToSend(later, { hulpvraag: 'Nu niet.' }).expect(503);
      expect(later.fouten.length).toBeGreaterThan(0);
      closed = false;
      await vi.waitFor(async () => expect(await statuses(later)).toEqual(['bezig']));
      await later.wachtrij.update();
      expect(await statuses(later)).toEqual(['onzeker', 'verstuurd']);
      expect(atTafel(mailServer)).toHaveLength(1);
    });

    it('does not make a mail that was sent go twice', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await askToSend(site).expect(200);
      mailServer.antwoorden.push('zwijg');
      await confirm(site, await readLink(mailServer));
      await vi.waitFor(() => expect(atTafel(mailServer)).toHaveLength(1));
      // What came of it is heard only when it can no longer be written down.
      await site.place.fill();
      mailServer.breakOff();
      await site.wachtrij.update();
      await wait(site, HOUR);
      expect(await statuses(site)).toEqual(['bezig']);
      await site.place.repair();
      await wait(site, HOUR);
      expect(await statuses(site)).toEqual(['onzeker', 'verstuurd']);
      expect(atTafel(mailServer)).toHaveLength(1);
      expect(await files(site)).toBe(0);
    });

    it('is told to who asks and to who confirms, and then nothing is lost or sent', async () => {
      const mailServer = await startMailServer();
      const site = await openSendingSite({ mailServer, place: await makePlace() });
      await site.place.fill();
      expect((await askToSend(site).expect(503)).text).toContain('kon nu niet worden bewaard');
      expect(mailServer.received).toEqual([]);
      await site.place.repair();
      await askToSend(site).expect(200);
      const link = await readLink(mailServer);
      await site.place.fill();
      expect((await confirm(site, link).expect(503)).text).toContain('Er is nu niets verstuurd.');
      await site.place.repair();
      await confirm(site, link).expect(200);
      await site.wachtrij.update();
      expect(atTafel(mailServer)).toHaveLength(1);
      expect(await files(site)).toBe(0);
    });
  });

  /** Asks, and confirms while the mail server gives these answers to what comes next. */
  async function sendWithAnswers(
    site: SendingSite,
    mailServer: MailServer,
    antwoorden: MailServer['antwoorden'],
  ) {
    await askToSend(site).expect(200);
    const link = await readLink(mailServer);
    mailServer.antwoorden.push(...antwoorden);
    await confirm(site, link).expect(200);
    await site.wachtrij.update();
    return link;
  }

  /** A site that one referral was sent with, to which the mail server gave these answers. */
  async function openWithSent(...antwoorden: MailServer['antwoorden']) {
    const mailServer = await startMailServer();
    const site = await openSendingSite({ mailServer, place: await makePlace() });
    return { mailServer, site, link: await sendWithAnswers(site, mailServer, antwoorden) };
  }

  /** As a crash leaves it: the attempt is on disk, and how it ended is not. */
  async function cutAttemptShort({ store, clock }: SendingSite): Promise<void> {
    const [outgoingMail] = await store.zendingen.lijst();
    if (!outgoingMail) throw new Error('er is geen zending');
    const keep = [beginAttempt(outgoingMail, clock.now())];
    await store.zendingen.decide({ id: outgoingMail.id }, () => ({ keep, result: null }));
  }
});
