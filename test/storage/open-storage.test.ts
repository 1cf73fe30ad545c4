import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { openFolder } from '../../src/storage/folder/folder-storage.ts';
import { openOrWait } from '../../src/storage/open-storage.ts';

import { NEW_CORRECTION, NOW, openTestStore } from '../support/open-test-store.ts';
import { publish, toLine } from '../support/records.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** The store on a folder, tried again every 20 ms, what it told, and how often it was tried. */
async function openWaiting(dataDir: string) {
  const told: string[] = [];
  const open = vi.fn(() =>
    openFolder({ dataDir, now: () => NOW, onError: (fault) => told.push(String(fault)) }),
  );
  const store = await openOrWait({
    open,
    interval: 20,
    onClosed: (fault) => told.push(String(fault)),
    onOpen: () => told.push('open'),
  });
  onTestFinished(() => store.close());
  return { store, told, open };
}

describe('openOrWait', () => {
  it('is the store itself when that can be opened', async () => {
    const { store, told } = await openWaiting(makeTempDir());
    expect((await store.meldingen.report(NEW_CORRECTION))?.id).toBe('1');
    expect(told).toEqual([]);
  });

  it('refuses what must be kept and counts nothing, until the storage is there', async () => {
    const dataDir = join(makeTempDir(), 'data');
    writeFileSync(dataDir, 'van een ander');
    const { store, told, open } = await openWaiting(dataDir);
    await expect(store.meldingen.report(NEW_CORRECTION)).rejects.toThrow(StorageFailure);
    await expect(store.meldingen.report(NEW_CORRECTION)).rejects.toThrow(
      /^Er is nu geen opslag\. Opslaan in /,
    );
    await expect(store.meldingen.process({ soort: 'sluit', id: '1' })).rejects.toThrow(StorageFailure);
    store.counts.tel({ soort: 'gestart' });
    expect(await store.counts.perWeek()).toEqual({});
    await expect(store.records.findLiveVersion()).rejects.toThrow(StorageFailure);
    const heard = vi.fn();
    const stopped = vi.fn();
    store.records.onVersion(heard);
    store.records.onVersion(stopped)();
    await expect(store.meldingen.lijst()).rejects.toThrow(StorageFailure);
    await vi.waitFor(() => expect(open.mock.calls.length).toBeGreaterThan(4));
    expect(told).toHaveLength(1);
    expect(readFileSync(dataDir, 'utf8')).toBe('van een ander');

    rmSync(dataDir);
    await vi.waitFor(() => expect(told.at(-1)).toBe('open'));
    expect((await store.meldingen.report(NEW_CORRECTION))?.id).toBe('1');
    store.counts.tel({ soort: 'gestart' });
    expect((await store.counts.perWeek())['2026-W47']?.gestart).toBe(1);
    expect(await store.meldingen.lijst()).toHaveLength(1);
    // What is live is known from here on.
    expect(heard).toHaveBeenCalledTimes(1);
    expect(await store.records.commit(publish(1), [toLine(1)])).toBe('ok');
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(stopped).not.toHaveBeenCalled();
    expect(await store.records.findLiveVersion()).toBe(1);
    expect(await store.records.read('versie', '000001')).toMatchObject({ revision: 1 });
    expect(await store.records.list('inhoud')).toHaveLength(1);
    expect(await store.records.readLog(1)).toEqual([toLine(1)]);
    await store.close();
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
  });

  it('tells each new reason once', async () => {
    const dataDir = makeTempDir();
    const path = join(dataDir, 'meldingen.json');
    writeFileSync(path, '{');
    const { told } = await openWaiting(dataDir);
    writeFileSync(path, '{}');
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(told[0]).toContain('is beschadigd of niet compleet');
    expect(told[1]).toContain('heeft niet de goede vorm');
  });

  it('does not wait for another server', async () => {
    const dataDir = makeTempDir();
    await openTestStore(dataDir);
    await expect(openWaiting(dataDir)).rejects.toThrow('Er werkt al een server met deze gegevens');
  });

  it('stops trying when it is closed', async () => {
    const dataDir = join(makeTempDir(), 'data');
    writeFileSync(dataDir, '');
    const stopped = vi.spyOn(globalThis, 'clearInterval');
    onTestFinished(() => stopped.mockRestore());
    const started = vi.spyOn(globalThis, 'setInterval');
    onTestFinished(() => started.mockRestore());
    const { store, told } = await openWaiting(dataDir);
    await store.close();
    rmSync(dataDir);
    expect(stopped.mock.calls).toEqual(started.mock.results.map(({ value }) => [value]));
    expect(told).toHaveLength(1);
    expect(existsSync(dataDir)).toBe(false);
  });
});
