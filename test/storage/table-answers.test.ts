import { describe, expect, it } from 'vitest';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { MAX_ANSWERS } from '../../src/domain/table-answers/table-answers.ts';
import { PLACES } from '../support/test-places.ts';

const LINK = { tafel: 'topx', gemaakt: '2026-11-20', versie: '0a1b2c', sleutel: 'a'.repeat(22) };
const TODAY = '2026-11-21';
const toLink = (number: number) => ({ ...LINK, sleutel: String(number).padStart(22, '0') });

describe.each(PLACES)('what tables answer, with %s', (_name, makePlace) => {
  it('replaces what was answered to the same link', async () => {
    const { antwoorden } = await (await makePlace()).open();
    expect(await antwoorden.find(LINK.sleutel)).toBeNull();
    expect(await antwoorden.put(LINK, { keuze: 'nietOpgepakt', waarom: 'reden:anders' }, TODAY)).toBe(true);
    expect(await antwoorden.put(LINK, { keuze: 'opgepakt' }, '2026-11-25')).toBe(true);
    expect(await antwoorden.lijst()).toEqual([
      {
        sleutel: LINK.sleutel,
        tafel: 'topx',
        week: '2026-W47',
        versie: '0a1b2c',
        keuze: 'opgepakt',
        dag: '2026-11-25',
        dagen: 1,
      },
    ]);
    expect(await antwoorden.find(LINK.sleutel)).toEqual((await antwoorden.lijst())[0]);
  });

  it('is there after a restart, with what tables told of their room', async () => {
    const place = await makePlace();
    const room = { stand: 'wachtlijst' as const, weken: 6, dag: TODAY };
    const first = await place.open();
    await first.antwoorden.put(LINK, { keuze: 'nietOpgepakt', waarom: 'reden:geen-plek' }, TODAY);
    await first.antwoorden.putRoom('topx', { stand: 'ruimte', weken: null, dag: '2026-11-20' });
    await first.antwoorden.putRoom('topx', room);
    await first.close();
    const { antwoorden } = await place.open();
    expect(await antwoorden.lijst()).toMatchObject([{ keuze: 'nietOpgepakt', waarom: 'reden:geen-plek' }]);
    expect(await antwoorden.rooms()).toEqual({ topx: room });
  });

  it('is no more than the choice', async () => {
    const place = await makePlace();
    const { antwoorden } = await place.open();
    await antwoorden.put(toLink(1), { keuze: 'opAgenda', datum: '2027-01-31' }, TODAY);
    await antwoorden.put(toLink(2), { keuze: 'doorverwezen', naar: 'mobiel-p10-team' }, TODAY);
    const written = await place.readAll();
    expect(written).not.toContain('2027-01-31');
    expect(written).not.toContain('mobiel-p10-team');
    expect(written).toContain('doorverwezen');
  });

  it('only counts after a year', async () => {
    const place = await makePlace();
    const { antwoorden } = await place.open();
    for (const number of [1, 2]) await antwoorden.put(toLink(number), { keuze: 'opgepakt' }, TODAY);
    await antwoorden.put(toLink(3), { keuze: 'ontvangen' }, '2027-11-21');
    expect(await antwoorden.lijst()).toHaveLength(3);
    await antwoorden.put(toLink(3), { keuze: 'ontvangen' }, '2027-11-22');
    expect(await antwoorden.lijst()).toMatchObject([{ keuze: 'ontvangen' }]);
    const written = await place.readAll();
    expect(written).toContain('2026-W47');
    expect(written).toContain('opgepakt');
  });

  it('is counted with what is of longer ago: by table, version and week of the answer, and by no link', async () => {
    const { antwoorden } = await (await makePlace()).open();
    const refused = { keuze: 'nietOpgepakt', waarom: 'reden:anders' } as const;
    await antwoorden.put(toLink(1), refused, TODAY);
    await antwoorden.put(toLink(2), refused, TODAY);
    await antwoorden.put(toLink(3), { keuze: 'opgepakt' }, '2027-11-22');
    await antwoorden.put(toLink(4), refused, '2027-11-22');
    await antwoorden.put({ ...toLink(5), tafel: 'levensloopaanpak' }, refused, '2027-11-22');
    const recent = { tafel: 'topx', versie: '0a1b2c', week: '2027-W47', aantal: 1, dagen: 367 };
    const counted = await antwoorden.counted();
    expect(counted).toHaveLength(4);
    expect(counted).toEqual(
      expect.arrayContaining([
        { tafel: 'topx', versie: '0a1b2c', week: '2026-W47', ...refused, aantal: 2 },
        { ...recent, keuze: 'opgepakt' },
        { ...recent, ...refused },
        { ...recent, ...refused, tafel: 'levensloopaanpak' },
      ]),
    );
  });

  it('has room for so many links, exactly, and still takes another answer to one that it has', async () => {
    const { antwoorden } = await (await makePlace()).open();
    const put = (number: number) => antwoorden.put(toLink(number), { keuze: 'ontvangen' }, TODAY);
    const kept: boolean[] = [];
    let number = 0;
    const putAll = async () => {
      while (number < MAX_ANSWERS + 2) {
        number += 1;
        kept.push(await put(number));
      }
    };
    await Promise.all(Array.from({ length: 250 }, putAll));
    expect(kept.filter((isKept) => !isKept)).toHaveLength(2);
    expect(await put(MAX_ANSWERS * 2)).toBe(false);
    const [first] = await antwoorden.lijst();
    expect(
      await antwoorden.put({ ...LINK, sleutel: first?.sleutel ?? '' }, { keuze: 'opgepakt' }, TODAY),
    ).toBe(true);
    expect(await antwoorden.lijst()).toHaveLength(MAX_ANSWERS);
  });

  it('is not acknowledged when there is no room on the disk', async () => {
    const place = await makePlace();
    const { antwoorden } = await place.open();
    await antwoorden.put(LINK, { keuze: 'ontvangen' }, TODAY);
    await place.fill();
    await expect(antwoorden.put(toLink(1), { keuze: 'ontvangen' }, TODAY)).rejects.toThrow(StorageFailure);
    expect(await antwoorden.lijst()).toHaveLength(1);
  });
});
