import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { openOrWait } from '../../src/storage/open-or-wait.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { NIEUWE_MELDING, NU, openTestStore } from '../support/open-test-store.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** The store on a folder, tried again every 20 ms, what it told, and how often it was tried. */
async function openWaiting(dataDir: string) {
  const verteld: string[] = [];
  const open = vi.fn(() =>
    openStore({ dataDir, now: () => NU, onFout: (fout) => verteld.push(String(fout)) }),
  );
  const store = await openOrWait({
    open,
    tussentijd: 20,
    onDicht: (fout) => verteld.push(String(fout)),
    onOpen: () => verteld.push('open'),
  });
  onTestFinished(() => store.close());
  return { store, verteld, open };
}

describe('openOrWait', () => {
  it('is the store itself when that can be opened', async () => {
    const { store, verteld } = await openWaiting(makeTempDir());
    expect((await store.meldingen.report(NIEUWE_MELDING))?.id).toBe('1');
    expect(verteld).toEqual([]);
  });

  it('refuses what must be kept and counts nothing, until the storage is there', async () => {
    const dataDir = join(makeTempDir(), 'data');
    writeFileSync(dataDir, 'van een ander');
    const { store, verteld, open } = await openWaiting(dataDir);
    await expect(store.meldingen.report(NIEUWE_MELDING)).rejects.toThrow(StorageFailure);
    await expect(store.meldingen.report(NIEUWE_MELDING)).rejects.toThrow(
      /^Er is nu geen opslag\. Opslaan in /,
    );
    await expect(store.meldingen.process({ soort: 'sluit', id: '1' })).rejects.toThrow(StorageFailure);
    store.tellingen.tel({ soort: 'gestart' });
    expect([store.meldingen.lijst(), await store.tellingen.perWeek()]).toEqual([[], {}]);
    await vi.waitFor(() => expect(open.mock.calls.length).toBeGreaterThan(4));
    expect(verteld).toHaveLength(1);
    expect(readFileSync(dataDir, 'utf8')).toBe('van een ander');

    rmSync(dataDir);
    await vi.waitFor(() => expect(verteld.at(-1)).toBe('open'));
    expect((await store.meldingen.report(NIEUWE_MELDING))?.id).toBe('1');
    store.tellingen.tel({ soort: 'gestart' });
    expect((await store.tellingen.perWeek())['2026-W47']?.gestart).toBe(1);
    expect(store.meldingen.lijst()).toHaveLength(1);
    await store.close();
    expect(existsSync(join(dataDir, 'opslag.slot'))).toBe(false);
  });

  it('tells each new reason once', async () => {
    const dataDir = makeTempDir();
    const pad = join(dataDir, 'meldingen.json');
    writeFileSync(pad, '{');
    const { verteld } = await openWaiting(dataDir);
    writeFileSync(pad, '{}');
    await vi.waitFor(() => expect(verteld).toHaveLength(2));
    expect(verteld[0]).toContain('is beschadigd of niet compleet');
    expect(verteld[1]).toContain('heeft niet de goede vorm');
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
    const { store, verteld } = await openWaiting(dataDir);
    await store.close();
    rmSync(dataDir);
    expect(stopped.mock.calls).toEqual(started.mock.results.map(({ value }) => [value]));
    expect(verteld).toHaveLength(1);
    expect(existsSync(dataDir)).toBe(false);
  });
});
