import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StorageFailure } from '../../../src/domain/storage-failure.ts';
import { openOrWait } from '../../../src/storage/open-storage.ts';
import { NEW_CORRECTION, toCorrections } from '../../support/open-test-store.ts';
import {
  createPostgresServer,
  type PostgresServer,
  toUrl,
  withClient,
} from '../../support/postgres-server.ts';
import { changeMedewerker, publish, toLine } from '../../support/records.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import { createTestDatabase, makeDatabase } from '../../support/test-places.ts';

/** A database behind a network that the test breaks. */
async function openBehindProxy() {
  const direct = await makeDatabase();
  const proxy = await startTcpProxy(direct.address.port);
  const place = createTestDatabase(proxy.port, direct.address.database);
  return { direct, proxy, place };
}

/** Sends until it works again; gives how often it did not. */
async function sendUntilKept(send: () => Promise<unknown>): Promise<void> {
  await vi.waitFor(() => send());
}

describe('a connection that breaks', () => {
  it('between two reports is made again by itself', async () => {
    const { proxy, place } = await openBehindProxy();
    const { meldingen } = await place.open();
    for (const fresh of toCorrections(1)) await meldingen.report(fresh);
    proxy.cut();
    await sendUntilKept(() => meldingen.report(NEW_CORRECTION));
    expect(await meldingen.lijst()).toHaveLength(2);
  });

  it('refuses reports with a sentence while it stays broken, and keeps counting', async () => {
    const { direct, proxy, place } = await openBehindProxy();
    const faults: unknown[] = [];
    const { meldingen, counts } = await place.open({ onError: (fault) => faults.push(fault) });
    counts.tel({ soort: 'gestart' });
    expect(await counts.perWeek()).toMatchObject({ '2026-W47': { gestart: 1 } });
    proxy.pointAt(null);
    proxy.cut();
    const fault: unknown = await meldingen.report(NEW_CORRECTION).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StorageFailure);
    expect(String(fault)).toContain(`Opslaan in PostgreSQL (127.0.0.1:${proxy.port}, database `);
    expect(String(fault)).toContain('de verbinding viel weg. Het wordt vanzelf opnieuw geprobeerd.');
    counts.tel({ soort: 'gestart' });
    // What was read last, with what this process counted since.
    expect(await counts.perWeek()).toMatchObject({ '2026-W47': { gestart: 2 } });
    expect(faults.length).toBeGreaterThan(0);
    proxy.pointAt(direct.address.port);
    expect(await counts.perWeek()).toMatchObject({ '2026-W47': { gestart: 2 } });
    expect(await direct.ask('SELECT sum(aantal)::int AS som FROM wegwijzer.tellingen')).toEqual([{ som: 2 }]);
    expect(await meldingen.report(NEW_CORRECTION)).not.toBeNull();
  });

  it('without a word is given up', async () => {
    const { proxy, place } = await openBehindProxy();
    const store = await place.toStorage({ patience: { connect: 300, statement: 300, answer: 300 } }).open();
    await store.meldingen.report(NEW_CORRECTION);
    proxy.silence(true);
    const ask = () => store.meldingen.report(NEW_CORRECTION);
    // The first on a connection that was there, the second on a new one.
    for (const _ of [1, 2]) await expect(ask()).rejects.toThrow('de database antwoordt niet');
    proxy.silence(false);
    await sendUntilKept(ask);
    proxy.silence(true);
    await store.close();
  });

  it('while a report is acknowledged: it may be there twice, never not at all', async () => {
    const { direct, proxy, place } = await openBehindProxy();
    const { meldingen } = await place.open();
    const texts = Array.from({ length: 40 }, (_, nummer) => `Melding ${nummer}`);
    const kept: string[] = [];
    for (const [nummer, watMoetHetZijn] of texts.entries()) {
      const sent = meldingen.report({ ...NEW_CORRECTION, watMoetHetZijn });
      if (nummer % 3 === 0) setTimeout(proxy.cut, Math.random() * 3);
      await sent.then(
        () => kept.push(watMoetHetZijn),
        (fault: unknown) => expect(fault).toBeInstanceOf(StorageFailure),
      );
    }
    const rows = await direct.ask('SELECT wat_moet_het_zijn AS tekst FROM wegwijzer.meldingen');
    expect(rows.map(({ tekst }) => tekst)).toEqual(expect.arrayContaining(kept));
  });
});

describe('a new version', () => {
  const NEVER = 2 ** 30;

  it('is told of by the database itself, and after the connection to listen on was away', async () => {
    const { direct, proxy, place } = await openBehindProxy();
    const { records } = await direct.open();
    const store = await place.toStorage({ poll: NEVER }).open();
    const told = vi.fn();
    store.records.onVersion(told);
    // Once when it listens: what came before that was not heard.
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    await records.commit(publish(1));
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    proxy.pointAt(null);
    proxy.cut();
    await records.commit(publish(2));
    await records.commit([changeMedewerker('m1')]);
    proxy.pointAt(direct.address.port);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(3));
    await records.commit(publish(3));
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(4));
    await vi.waitFor(async () => expect(await store.records.findLiveVersion()).toBe(3));
    await store.close();
  });

  it('is found when no word of it came', async () => {
    const place = await makeDatabase();
    const store = await place.toStorage({ poll: 20 }).open();
    await store.records.commit(publish(1));
    const told = vi.fn();
    store.records.onVersion(told);
    // When it listens, and at the first look.
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    await place.ask("UPDATE wegwijzer.beheer SET id = '000002' WHERE soort = 'versie'");
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(3));
    await store.close();
  });

  it('is waited for while the database is away, without a fault, and until the end', async () => {
    const { proxy, place } = await openBehindProxy();
    const store = await place.toStorage({ poll: 20 }).open();
    proxy.pointAt(null);
    proxy.cut();
    const told = vi.fn();
    store.records.onVersion(told);
    await expect(store.records.findLiveVersion()).rejects.toThrow(StorageFailure);
    await store.close();
    expect(told).not.toHaveBeenCalled();
  });
});

describe('a database that is away at the start', () => {
  it('leaves the site going, and is used as soon as it is there', async () => {
    const { direct, proxy, place } = await openBehindProxy();
    proxy.pointAt(null);
    const told: string[] = [];
    const store = await openOrWait({
      open: place.toStorage().open,
      interval: 20,
      onClosed: ({ message }) => told.push(message),
      onOpen: () => told.push('open'),
    });
    expect(told).toHaveLength(1);
    await expect(store.meldingen.report(NEW_CORRECTION)).rejects.toThrow(
      /^Er is nu geen opslag\. Opslaan in /,
    );
    expect(await store.counts.perWeek()).toEqual({});
    proxy.pointAt(direct.address.port);
    await vi.waitFor(() => expect(told.at(-1)).toBe('open'));
    expect(await store.meldingen.report(NEW_CORRECTION)).toMatchObject({ id: '1' });
    await store.close();
  });
});

describe('PostgreSQL itself', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await createPostgresServer();
  });
  afterAll(() => server.remove());

  it('may be killed at any moment: nothing that was acknowledged is lost, and the server goes on by itself', async () => {
    const place = await makeDatabase(server.port);
    const { meldingen } = await place.open();
    const kept: string[] = [];
    let nummer = 0;
    for (let round = 1; round <= 3; round += 1) {
      let isDown = false;
      const send = async () => {
        while (!isDown) {
          nummer += 1;
          const watMoetHetZijn = `Melding ${nummer}`;
          const melding = await meldingen
            .report({ ...NEW_CORRECTION, watMoetHetZijn })
            .catch((fault: unknown) => {
              expect(fault).toBeInstanceOf(StorageFailure);
              return null;
            });
          if (melding) kept.push(watMoetHetZijn);
          if (kept.length < round * 30 || isDown) continue;
          isDown = true;
          await server.kill();
        }
      };
      await Promise.all([send(), send(), send(), send()]);
      await server.start();
      await sendUntilKept(() => meldingen.report({ ...NEW_CORRECTION, watMoetHetZijn: 'Na de val.' }));
    }
    const found = (await meldingen.lijst()).map(({ watMoetHetZijn }) => watMoetHetZijn);
    expect(kept.length).toBeGreaterThanOrEqual(90);
    expect(found).toEqual(expect.arrayContaining(kept));
  });

  it('may be killed at any moment: every version that was acknowledged is there, and each is whole', async () => {
    const place = await makeDatabase(server.port);
    const { records } = await place.open();
    const kept: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      let isDown = false;
      const send = async () => {
        while (!isDown) {
          const nummer = (await records.findLiveVersion().catch(() => 0)) + 1;
          const outcome = await records
            .commit(publish(nummer, { nummer }), [toLine(nummer)])
            .catch((fault: unknown) => expect(fault).toBeInstanceOf(StorageFailure));
          if (outcome === 'ok') kept.push(nummer);
          if (kept.length < round * 15 || isDown) continue;
          isDown = true;
          await server.kill();
        }
      };
      await Promise.all([send(), send(), send()]);
      await server.start();
      await sendUntilKept(() => records.commit([], [{ ...toLine(0), wat: 'na-de-val' }]));
    }
    const last = await records.findLiveVersion();
    const numbers = Array.from({ length: last }, (_, index) => index + 1);
    expect(numbers).toEqual(expect.arrayContaining(kept));
    expect(new Set(kept).size).toBe(kept.length);
    expect((await records.list('versie')).map(({ value }) => value.nummer)).toEqual(numbers);
    expect((await records.list('inhoud')).map(({ value }) => value.nummer)).toEqual(numbers);
    const lines = (await records.readLog(1_000)).filter(({ wat }) => wat !== 'na-de-val');
    expect(lines).toEqual(numbers.map(toLine).reverse());
  });

  it('may go on at another address: the server follows, and does not write where it can only read', async () => {
    const { direct, proxy, place } = await openBehindProxy();
    const { database } = place.address;
    const { meldingen } = await place.open();
    for (const fresh of toCorrections(1)) await meldingen.report(fresh);
    await direct.ask(`ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    proxy.cut();
    await vi.waitFor(() =>
      expect(meldingen.report(NEW_CORRECTION)).rejects.toThrow('de database is alleen te lezen'),
    );

    await withClient(toUrl(server.port), (client) => client.query(`CREATE DATABASE ${database}`));
    await (await createTestDatabase(server.port, database).open()).close();
    proxy.pointAt(server.port);
    proxy.cut();
    await sendUntilKept(() => meldingen.report(NEW_CORRECTION));
    const there = await createTestDatabase(server.port, database).open();
    expect((await there.meldingen.lijst()).length).toBeGreaterThan(0);
  });
});
