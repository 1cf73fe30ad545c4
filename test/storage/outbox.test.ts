import { describe, expect, it } from 'vitest';
import { cleanUp } from '../../src/domain/sending/outbox-rules.ts';
import { beginAttempt, endAttempt, type OutgoingMail } from '../../src/domain/sending/outgoing-mail.ts';
import type { Store } from '../../src/storage/storage.ts';
import { afterwards, NOW, toOutgoingMail } from '../domain/sending/outgoing-mail.ts';
import { PLACES } from '../support/test-places.ts';

/** A mail with a short name for an id. */
const toMail = (name: string, anders: Partial<OutgoingMail> = {}) =>
  toOutgoingMail({ id: name.padEnd(22, '-'), bestand: null, ...anders });
const waiting = (name: string, minutes: number, anders: Partial<OutgoingMail> = {}) =>
  toMail(name, { status: 'wachtrij', volgende: afterwards(minutes).toISOString(), ...anders });

const put = ({ zendingen }: Store, ...keep: OutgoingMail[]) =>
  zendingen.decide({}, () => ({ keep, result: undefined }));

describe.each(PLACES)('the outbox in %s', (_name, makePlace) => {
  it('keeps mails as they are, oldest first, and replaces them in their place', async () => {
    const place = await makePlace();
    const store = await place.open();
    const mails = [
      toMail('b', { afzender: 'E'.repeat(43), sleutel: null, inhoud: null }),
      waiting('a', 5, { pogingen: 3, bevestigd: afterwards(1).toISOString() }),
    ] as const;
    await put(store, ...mails);
    expect(await store.zendingen.lijst()).toEqual(mails);
    const later = { ...mails[0], gewijzigd: afterwards(2).toISOString() };
    await put(store, later);
    await store.close();
    expect(await (await place.open()).zendingen.lijst()).toEqual([later, mails[1]]);
  });

  it('decides with the mails that bear on it, one decision at a time', async () => {
    const store = await (await makePlace()).open();
    const [one, two] = ['S'.repeat(43), 'T'.repeat(43)];
    await put(
      store,
      toMail('a', { afzender: one }),
      toMail('b', { inhoud: two }),
      toMail('c', { bevestigd: afterwards(0).toISOString() }),
    );
    const find = async (...related: Parameters<Store['zendingen']['find']>) =>
      (await store.zendingen.find(...related)).map(({ id }) => id.replaceAll('-', ''));
    expect(await find({ id: 'a'.padEnd(22, '-') })).toContain('a');
    expect(await find({ afzender: ['x', one] })).toContain('a');
    expect(await find({ inhoud: [two] })).toContain('b');
    expect(await find({ bevestigdNa: afterwards(-1) })).toContain('c');

    const limit = 5;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, nummer) =>
        store.zendingen.decide({ afzender: [two] }, (mails) => {
          const own = mails.filter(({ afzender }) => afzender === two);
          return own.length < limit
            ? { keep: [toMail(`n${nummer}`, { afzender: two })], result: true }
            : { keep: [], result: false };
        }),
      ),
    );
    expect(results.filter(Boolean)).toHaveLength(limit);
    expect(await store.zendingen.lijst()).toHaveLength(3 + limit);
  });

  it('begins an attempt with the mail that waits longest, once, with what it says', async () => {
    const { zendingen } = await (await makePlace()).open();
    const bestand = await zendingen.bewaarInhoud(Buffer.from([0, 1, 255]));
    const mails = [waiting('later', 5), waiting('earlier', 2, { bestand }), waiting('not-yet', 20)];
    await zendingen.decide({}, () => ({ keep: mails, result: null }));
    expect(await zendingen.takeDue(afterwards(1))).toBeNull();
    const begun = await zendingen.takeDue(afterwards(10));
    expect(begun).toEqual({
      mail: beginAttempt(waiting('earlier', 2, { bestand }), afterwards(10)),
      verzegeld: Buffer.from([0, 1, 255]),
    });
    expect((await zendingen.lijst())[1]).toEqual(begun?.mail);
    expect((await zendingen.takeDue(afterwards(10)))?.mail.id).toBe(mails[0]?.id);
    expect(await zendingen.takeDue(afterwards(10))).toBeNull();
    // It is not cut short: this process is at it.
    expect(await zendingen.takeInterrupted()).toEqual([]);
  });

  it('keeps how an attempt ended, with the note that comes of it, and wipes what was said', async () => {
    const place = await makePlace();
    const { zendingen } = await place.open();
    const bestand = await zendingen.bewaarInhoud(Buffer.from('verzegeld'));
    await zendingen.decide({}, () => ({ keep: [waiting('a', 0, { bestand })], result: null }));
    const begun = await zendingen.takeDue(NOW);
    if (!begun) throw new Error('niets begonnen');
    const end = endAttempt(begun.mail, { soort: 'geweigerd' }, afterwards(1));
    const note = waiting('note', 1, { soort: 'bericht' });
    expect(await zendingen.end(end.id, [end, note])).toBe(true);
    expect(await zendingen.lijst()).toEqual([end, note]);
    expect(await zendingen.leesInhoud(bestand)).toBeNull();
    expect(await place.countSealed()).toBe(0);
    // It is not with this process any more.
    expect(await zendingen.end(end.id, [begun.mail])).toBe(false);
    expect(await zendingen.lijst()).toEqual([end, note]);
  });

  it('finds what was cut short after a restart, once, and with what it says', async () => {
    const place = await makePlace();
    const first = await place.open();
    const bestand = await first.zendingen.bewaarInhoud(Buffer.from('verzegeld'));
    await put(first, waiting('a', 0, { bestand }));
    const begun = await first.zendingen.takeDue(NOW);
    await first.close();
    const { zendingen } = await place.open();
    expect(await zendingen.takeDue(afterwards(60))).toBeNull();
    expect(await zendingen.takeInterrupted()).toEqual([begun]);
    expect(await zendingen.takeInterrupted()).toEqual([]);
    const end = endAttempt((begun ?? { mail: toMail('x') }).mail, { soort: 'onzeker' }, afterwards(1));
    expect(await zendingen.end(end.id, [end])).toBe(true);
  });

  it('lets go of what is past its time by the rules of the domain, whatever the states and times', async () => {
    const store = await (await makePlace()).open();
    const states = [
      'onbevestigd',
      'verlopen',
      'wachtrij',
      'bezig',
      'verstuurd',
      'deels',
      'mislukt',
      'onzeker',
    ] as const;
    const HOUR = 60;
    const ages = [
      -10 * 24 * HOUR,
      -10,
      -4,
      0,
      59,
      60,
      61,
      24 * HOUR,
      24 * HOUR + 1,
      7 * 24 * HOUR,
      7 * 24 * HOUR + 1,
    ];
    const mails = states.flatMap((status) =>
      ages.map((age) => {
        const moment = afterwards(-age).toISOString();
        const volgende = status === 'wachtrij' ? afterwards(5).toISOString() : null;
        return toMail(`${status}${age}`, { status, aangemaakt: moment, gewijzigd: moment, volgende });
      }),
    );
    await put(store, ...mails);
    await store.zendingen.cleanUp(NOW);
    expect(await store.zendingen.lijst()).toEqual(cleanUp(mails, NOW));
  });

  it('wipes what nobody confirmed', async () => {
    const place = await makePlace();
    const { zendingen } = await place.open();
    const bestand = await zendingen.bewaarInhoud(Buffer.from('verzegeld'));
    await zendingen.decide({}, () => ({ keep: [toMail('a', { bestand })], result: null }));
    await zendingen.cleanUp(afterwards(59));
    expect(await place.countSealed()).toBe(1);
    await zendingen.cleanUp(afterwards(60));
    expect(await place.countSealed()).toBe(0);
    expect(await zendingen.lijst()).toMatchObject([{ status: 'verlopen', bestand: null }]);
  });

  it('says when to look again, and never too late', async () => {
    const store = await (await makePlace()).open();
    await put(store, waiting('a', 0.5));
    expect(await store.zendingen.findNextMoment(NOW)).toEqual(afterwards(0.5));
    await put(store, toMail('b', { aangemaakt: afterwards(-59.8).toISOString() }));
    expect(await store.zendingen.findNextMoment(NOW)).toEqual(afterwards(0.2));
  });
});
