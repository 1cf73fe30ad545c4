import { describe, expect, it, vi } from 'vitest';
import { MAX_OPEN_CORRECTIONS } from '../../../src/domain/corrections/corrections.ts';
import { endAttempt } from '../../../src/domain/sending/outgoing-mail.ts';
import type { Store } from '../../../src/storage/storage.ts';
import { afterwards, NOW, toOutgoingMail } from '../../domain/sending/outgoing-mail.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { NEW_CORRECTION, toCorrections } from '../../support/open-test-store.ts';
import { publish, toLine } from '../../support/records.ts';
import {
  askToSend,
  confirm,
  openSendingSite,
  readLink,
  SENDER,
  TAFELADRES,
} from '../../support/sending-site.ts';
import { makeDatabase } from '../../support/test-places.ts';

const range = (count: number) => Array.from({ length: count }, (_, nummer) => nummer);
const atTafel = ({ received }: MailServer) => received.filter(({ aan }) => aan.includes(TAFELADRES));

describe('several servers on one database', () => {
  it('number the reports together, and find the last place once', async () => {
    const place = await makeDatabase();
    const stores = await Promise.all(range(4).map(() => place.open()));
    const ids: string[] = [];
    const waiting = toCorrections(MAX_OPEN_CORRECTIONS + 40);
    const send = async ({ meldingen }: Store) => {
      for (let fresh = waiting.pop(); fresh; fresh = waiting.pop())
        ids.push((await meldingen.report(fresh))?.id ?? '');
    };
    await Promise.all([...stores, ...stores].map(send));
    expect(
      ids
        .filter(Boolean)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(range(MAX_OPEN_CORRECTIONS).map((n) => n + 1));
  });

  it('keep a report that is sent again to another of them once', async () => {
    const place = await makeDatabase();
    const stores = await Promise.all(range(4).map(() => place.open()));
    const clicks = await Promise.all(stores.map(({ meldingen }) => meldingen.report(NEW_CORRECTION)));
    expect(clicks.map((melding) => melding?.id)).toEqual(['1', '1', '1', '1']);
    expect(await stores[0]?.meldingen.count()).toEqual({ totaal: 1, open: 1 });
  });

  it('count together', async () => {
    const place = await makeDatabase();
    const stores = await Promise.all(range(4).map(() => place.open()));
    for (const { counts } of stores) {
      for (const feit of ['rol', 'gemeente', 'topx']) counts.tel({ soort: 'gesteld', feit });
      for (const _ of range(25)) counts.tel({ soort: 'gestart' });
    }
    await Promise.all(stores.map(({ counts }) => counts.perWeek()));
    expect(await stores[0]?.counts.perWeek()).toMatchObject({
      '2026-W47': { gestart: 100, vragen: { rol: { gesteld: 4 }, gemeente: { gesteld: 4 } } },
    });
  });

  it('make a version once, and all hear of it', async () => {
    const place = await makeDatabase();
    const stores = await Promise.all(range(4).map(() => place.open()));
    const heard = stores.map(({ records }) => {
      const listener = vi.fn();
      records.onVersion(listener);
      return listener;
    });
    for (const nummer of range(5).map((n) => n + 1)) {
      const outcomes = await Promise.all(
        stores.map(({ records }, server) => records.commit(publish(nummer, { server }), [toLine(server)])),
      );
      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
      expect(await stores[0]?.records.read('inhoud', `00000${nummer}`)).toMatchObject({
        value: { server: outcomes.indexOf('ok') },
      });
      expect(await stores[1]?.records.readLog(9)).toHaveLength(nummer);
    }
    for (const listener of heard) await vi.waitFor(() => expect(listener).toHaveBeenCalled());
  });

  it('each take another mail from the queue, and each mail once', async () => {
    const place = await makeDatabase();
    const stores = await Promise.all(range(4).map(() => place.open()));
    const keep = range(60).map((nummer) =>
      toOutgoingMail({
        id: String(nummer).padEnd(22, '-'),
        status: 'wachtrij',
        volgende: afterwards(-nummer).toISOString(),
        bestand: null,
      }),
    );
    await stores[0]?.zendingen.decide({}, () => ({ keep, result: null }));
    const taken = await Promise.all(
      stores.map(async ({ zendingen }) => {
        const ids: string[] = [];
        for (let begun = await zendingen.takeDue(NOW); begun; begun = await zendingen.takeDue(NOW))
          ids.push(begun.mail.id);
        return ids;
      }),
    );
    expect(taken.flat()).toHaveLength(60);
    expect(new Set(taken.flat()).size).toBe(60);
    expect(taken.filter((ids) => ids.length > 0).length).toBeGreaterThan(1);
    for (const { zendingen } of stores) expect(await zendingen.takeInterrupted()).toEqual([]);
  });

  it('share the limit on sending, and one sends what another confirmed and did not send', async () => {
    const mailServer = await startMailServer();
    const place = await makeDatabase();
    const one = await openSendingSite({ mailServer, place, perUur: 2 });
    const two = await openSendingSite({ mailServer, place, perUur: 2, clock: one.clock });
    await askToSend(one, { hulpvraag: 'Een.' }).expect(200);
    await askToSend(two, { hulpvraag: 'Twee.' }).expect(200);
    await askToSend(one, { hulpvraag: 'Drie.' }).expect(429);
    const link = await readLink(mailServer);
    mailServer.antwoorden.push(450);
    await confirm(one, link).expect(200);
    await one.wachtrij.update();
    await one.sluit();
    one.clock.ahead(2);
    await two.wachtrij.update();
    expect(atTafel(mailServer)).toHaveLength(2);
    await confirm(two, link).expect(200);
    await two.wachtrij.update();
    expect(atTafel(mailServer)).toHaveLength(2);
  });

  it('confirm a mail once, wherever the clicks come in', async () => {
    const mailServer = await startMailServer();
    const place = await makeDatabase();
    const one = await openSendingSite({ mailServer, place });
    const two = await openSendingSite({ mailServer, place, clock: one.clock });
    await askToSend(one).expect(200);
    const link = await readLink(mailServer);
    const answers = await Promise.all(range(10).map((n) => confirm(n % 2 === 0 ? one : two, link)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await Promise.all([one.wachtrij.update(), two.wachtrij.update()]);
    expect(mailServer.received.map(({ aan }) => aan)).toEqual([[SENDER], [TAFELADRES]]);
    expect(await place.countSealed()).toBe(0);
  });
});

describe('a server that is gone in the middle of an attempt', () => {
  const bezig = toOutgoingMail({ status: 'wachtrij', volgende: NOW.toISOString(), bestand: null });

  it('is noticed by another when it shows no sign any more, by one of them', async () => {
    const place = await makeDatabase();
    const [gone, one, two] = [await place.open(), await place.open(), await place.open()];
    await gone.zendingen.decide({}, () => ({ keep: [bezig], result: null }));
    const begun = await gone.zendingen.takeDue(NOW);
    for (const { zendingen } of [one, two]) expect(await zendingen.takeInterrupted()).toEqual([]);
    await place.forgetHolders();
    const found = await Promise.all([one, two].map(({ zendingen }) => zendingen.takeInterrupted()));
    expect(found.flat()).toEqual([begun]);
    // It was only away, and comes back: what became of it is no longer for that server to say.
    const end = endAttempt((begun ?? { mail: bezig }).mail, { soort: 'verstuurd' }, NOW);
    expect(await gone.zendingen.end(bezig.id, [end])).toBe(false);
    const finder = found[0]?.length ? one : two;
    expect(await finder.zendingen.end(bezig.id, [end])).toBe(true);
  });

  it('is not held to be gone while it shows that it lives', async () => {
    const place = await makeDatabase();
    const busy = await place.toStorage({ lease: 200 }).open();
    const other = await place.open();
    await busy.zendingen.decide({}, () => ({ keep: [bezig], result: null }));
    await busy.zendingen.takeDue(NOW);
    const until = async () =>
      (await place.ask('SELECT houder_tot::text AS tot FROM wegwijzer.zendingen'))[0]?.tot;
    const signs = new Set<unknown>();
    while (signs.size < 6) {
      signs.add(await until());
      expect(await other.zendingen.lijst()).toMatchObject([{ status: 'bezig' }]);
    }
    await busy.close();
    // A server that stops in order lets go at once.
    expect(await other.zendingen.takeInterrupted()).toHaveLength(1);
  });
});
