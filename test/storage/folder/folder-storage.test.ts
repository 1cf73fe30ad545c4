import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { StorageFailure } from '../../../src/domain/storage-failure.ts';
import { leaveCommand, listCommands } from '../../../src/storage/folder/corrections-file.ts';
import { NEW_CORRECTION, NOW, openTestStore, toCorrections } from '../../support/open-test-store.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const readFile = (dataDir: string, naam: string) => JSON.parse(readFileSync(join(dataDir, naam), 'utf8'));

describe('reports', () => {
  it('are on disk once they are acknowledged, and there again after a restart', async () => {
    const dataDir = makeTempDir();
    const store = await openTestStore(dataDir);
    const melding = await store.meldingen.report(NEW_CORRECTION);
    expect(melding).toEqual({ ...NEW_CORRECTION, id: '1', gemaakt: NOW.toISOString(), status: 'open' });
    expect(readFile(dataDir, 'meldingen.json')).toEqual({ versie: 1, volgende: 2, meldingen: [melding] });
    await store.close();
    const weer = await openTestStore(dataDir);
    expect(await weer.meldingen.lijst()).toEqual([melding]);
    for (const fresh of toCorrections(1)) expect((await weer.meldingen.report(fresh))?.id).toBe('2');
  });

  it('of which one is closed leave its address in no file', async () => {
    const dataDir = makeTempDir();
    const { meldingen } = await openTestStore(dataDir);
    await meldingen.report({ ...NEW_CORRECTION, email: 'melder@gemeente.example' });
    const holds = () =>
      readdirSync(dataDir).filter((naam) => readFileSync(join(dataDir, naam), 'utf8').includes('melder@'));
    expect(holds()).toContain('meldingen.json');
    await meldingen.process({ soort: 'sluit', id: '1' });
    expect(holds()).toEqual([]);
  });

  it('are not acknowledged, and nothing is lost, when they cannot be written', async () => {
    const dataDir = makeTempDir();
    const { meldingen } = await openTestStore(dataDir);
    for (const fresh of toCorrections(1)) await meldingen.report(fresh);
    mkdirSync(join(dataDir, 'meldingen.json.nieuw'));
    await expect(meldingen.report(NEW_CORRECTION)).rejects.toThrow(StorageFailure);
    expect(await meldingen.lijst()).toHaveLength(1);
    rmSync(join(dataDir, 'meldingen.json.nieuw'), { recursive: true });
    expect((await meldingen.report(NEW_CORRECTION))?.id).toBe('2');
    expect(readFile(dataDir, 'meldingen.json').meldingen).toHaveLength(2);
  });

  it('are no longer written when another process took the folder over', async () => {
    const dataDir = makeTempDir();
    const { meldingen } = await openTestStore(dataDir);
    writeFileSync(join(dataDir, 'opslag.slot'), 'van een ander');
    await expect(meldingen.report(NEW_CORRECTION)).rejects.toThrow('Een ander proces heeft de map');
    expect(existsSync(join(dataDir, 'meldingen.json'))).toBe(false);
  });
});

describe('instructions of an operator', () => {
  it('are carried out while the server runs', async () => {
    const dataDir = makeTempDir();
    const { meldingen } = await openTestStore(dataDir);
    await meldingen.report(NEW_CORRECTION);
    await leaveCommand(dataDir, { soort: 'antwoord', id: '1', antwoord: 'Dank u.' }, NOW);
    await vi.waitFor(async () =>
      expect((await meldingen.lijst())[0]).toMatchObject({ status: 'beantwoord' }),
    );
    await vi.waitFor(async () => expect(await listCommands(dataDir)).toEqual([]));
  });

  it('wait for a server that is not there', async () => {
    const dataDir = makeTempDir();
    const first = await openTestStore(dataDir);
    await first.meldingen.report(NEW_CORRECTION);
    await first.close();
    await leaveCommand(dataDir, { soort: 'sluit', id: '1' }, NOW);
    const { meldingen } = await openTestStore(dataDir);
    await vi.waitFor(async () => expect((await meldingen.lijst())[0]).toMatchObject({ status: 'gesloten' }));
    expect(readFileSync(join(dataDir, 'meldingen.json'), 'utf8')).not.toContain('wijkcoach@example.nl');
  });

  it('that make no sense are put aside and told of, once', async () => {
    const dataDir = makeTempDir();
    const faults: unknown[] = [];
    await openTestStore(dataDir, faults);
    await leaveCommand(dataDir, { soort: 'sluit', id: '9' }, NOW);
    writeFileSync(join(dataDir, 'opdrachten', '1.json'), '{"soort":"wis"}');
    await vi.waitFor(() => expect(faults).toHaveLength(2));
    expect(String(faults[0])).toContain('kan niet worden uitgevoerd');
    expect(readdirSync(join(dataDir, 'opdrachten')).every((naam) => naam.endsWith('.geweigerd'))).toBe(true);
  });
});

describe('counts', () => {
  it('are there at once, and on disk when the store closes', async () => {
    const dataDir = makeTempDir();
    const store = await openTestStore(dataDir);
    for (let times = 0; times < 1_000; times += 1) store.counts.tel({ soort: 'gestart' });
    expect((await store.counts.perWeek())['2026-W47']?.gestart).toBe(1_000);
    expect(existsSync(join(dataDir, 'tellingen.json'))).toBe(false);
    await store.close();
    expect(readFile(dataDir, 'tellingen.json').weken['2026-W47'].gestart).toBe(1_000);
    const weer = await openTestStore(dataDir);
    expect((await weer.counts.perWeek())['2026-W47']?.gestart).toBe(1_000);
  });

  it('stay in memory when they cannot be written, and are written later', async () => {
    const dataDir = makeTempDir();
    const faults: unknown[] = [];
    const store = await openTestStore(dataDir, faults);
    mkdirSync(join(dataDir, 'tellingen.json.nieuw'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      store.counts.tel({ soort: 'gestart' });
      await vi.advanceTimersByTimeAsync(5_000);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    rmSync(join(dataDir, 'tellingen.json.nieuw'), { recursive: true });
    await store.close();
    expect(readFile(dataDir, 'tellingen.json').weken['2026-W47'].gestart).toBe(1);
  });
});

describe('opening', () => {
  it('refuses a broken file, leaves it as it is, and gives the folder back', async () => {
    const dataDir = makeTempDir();
    writeFileSync(join(dataDir, 'tellingen.json'), '{"versie":1,');
    await expect(openTestStore(dataDir)).rejects.toThrow('tellingen.json is beschadigd');
    expect(readFileSync(join(dataDir, 'tellingen.json'), 'utf8')).toBe('{"versie":1,');
    rmSync(join(dataDir, 'tellingen.json'));
    await openTestStore(dataDir);
  });

  it('refuses a folder that is in use', async () => {
    const dataDir = makeTempDir();
    await openTestStore(dataDir);
    await expect(openTestStore(dataDir)).rejects.toThrow('Er werkt al een server met deze gegevens');
  });
});
