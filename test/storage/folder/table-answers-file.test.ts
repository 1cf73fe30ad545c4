import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../../src/storage/folder/open-folder.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const LINK = { tafel: 'topx', gemaakt: '2026-11-20', versie: '0a1b2c', sleutel: 'a'.repeat(22) };
const TODAY = '2026-11-21';

describe('the answers of tables in the folder', () => {
  it('replaces what was answered to the same link', async () => {
    const { antwoorden } = await openTestStore(makeTempDir());
    expect(await antwoorden.find(LINK.sleutel)).toBeNull();
    expect(await antwoorden.put(LINK, { keuze: 'ontvangen' }, TODAY)).toBe(true);
    expect(await antwoorden.put(LINK, { keuze: 'opgepakt' }, '2026-11-25')).toBe(true);
    expect(await antwoorden.lijst()).toEqual([await antwoorden.find(LINK.sleutel)]);
    expect(await antwoorden.find(LINK.sleutel)).toMatchObject({
      keuze: 'opgepakt',
      dag: '2026-11-25',
      dagen: 1,
    });
  });

  it('is there after the process ended, with what tables told of their room', async () => {
    const dataDir = makeTempDir();
    const room = { stand: 'wachtlijst' as const, weken: 6, dag: TODAY };
    const first = await openFolder({ dataDir, now: () => new Date(), onError: () => {} });
    await first.antwoorden.put(LINK, { keuze: 'nietOpgepakt', waarom: 'reden:geen-plek' }, TODAY);
    await first.antwoorden.putRoom('topx', room);
    await first.close();
    const { antwoorden } = await openTestStore(dataDir);
    expect(await antwoorden.lijst()).toHaveLength(1);
    expect(await antwoorden.rooms()).toEqual({ topx: room });
  });

  it('writes no more than the choice', async () => {
    const dataDir = makeTempDir();
    const { antwoorden } = await openTestStore(dataDir);
    await antwoorden.put(LINK, { keuze: 'opAgenda', datum: '2027-01-31' }, TODAY);
    await antwoorden.put(
      { ...LINK, sleutel: 'b'.repeat(22) },
      { keuze: 'doorverwezen', naar: 'mobiel-p10-team' },
      TODAY,
    );
    const written = readFileSync(join(dataDir, 'tafelantwoorden.json'), 'utf8');
    expect(written).not.toContain('2027-01-31');
    expect(written).not.toContain('mobiel-p10-team');
    expect(written).toContain('doorverwezen');
  });

  it('takes no more than so many links, and still takes another answer to one that it has', async () => {
    const { antwoorden } = await openTestStore(makeTempDir());
    const put = (number: number) =>
      antwoorden.put({ ...LINK, sleutel: String(number).padStart(22, '0') }, { keuze: 'ontvangen' }, TODAY);
    const kept = await Promise.all(Array.from({ length: 10_001 }, (_, number) => put(number)));
    expect(kept.filter((isKept) => !isKept)).toHaveLength(1);
    expect(await put(10_001)).toBe(false);
    expect(await put(5)).toBe(true);
    expect(await antwoorden.lijst()).toHaveLength(10_000);
  });
});
