import { describe, expect, it, vi } from 'vitest';
import { SpoiltRecord, StorageFailure } from '../../src/domain/storage-failure.ts';
import { changeMedewerker, MEDEWERKER, publish, saveConcept, toLine } from '../support/records.ts';
import { PLACES } from '../support/test-places.ts';

describe.each(PLACES)('what /beheer keeps, with %s', (_name, makePlace) => {
  it('is there once it is acknowledged, with its revision, and again after a restart', async () => {
    const place = await makePlace();
    const first = await place.open();
    expect(await first.records.read('medewerker', 'm1')).toBeNull();
    expect(await first.records.commit([changeMedewerker('m1')], [toLine(1)])).toBe('ok');
    expect(await first.records.commit([changeMedewerker('m1', 1, { rol: 'uitgever' })])).toBe('ok');
    const kept = { id: 'm1', revision: 2, value: { ...MEDEWERKER, rol: 'uitgever' } };
    expect(await first.records.read('medewerker', 'm1')).toEqual(kept);
    await first.close();
    const { records } = await place.open();
    expect(await records.read('medewerker', 'm1')).toEqual(kept);
    expect(await records.readLog(10)).toEqual([toLine(1)]);
    expect(await records.commit([{ kind: 'medewerker', id: 'm1', revision: 2, value: null }])).toBe('ok');
    expect(await records.read('medewerker', 'm1')).toBeNull();
    expect(await records.commit([changeMedewerker('m1')])).toBe('ok');
  });

  it('is listed in the order of the ids, one kind apart from another', async () => {
    const { records } = await (await makePlace()).open();
    for (const id of ['b', '10', 'B', 'a', '9']) await records.commit([changeMedewerker(id)]);
    await records.commit([saveConcept('a', 0, {})]);
    expect((await records.list('medewerker')).map(({ id }) => id)).toEqual(['10', '9', 'B', 'a', 'b']);
    expect((await records.list('concept')).map(({ id }) => id)).toEqual(['a']);
    expect(await records.list('vasteCasus')).toEqual([]);
  });

  it.each([
    ['was written since it was read', changeMedewerker('m1', 1)],
    ['is there already', changeMedewerker('m1', 0)],
    ['is not there', changeMedewerker('weg', 1)],
    [
      'is not as it was when it should go',
      { kind: 'medewerker', id: 'm1', revision: 1, value: null } as const,
    ],
  ])('changes not at all when a record %s', async (_name, change) => {
    const place = await makePlace();
    const { records } = await place.open();
    for (const revision of [0, 1])
      await records.commit([changeMedewerker('m1', revision)], [toLine(revision)]);
    // The folder of a file that was wiped again may stay, and reads as an empty line.
    const readAll = async () => (await place.readAll()).split('\n').filter((line) => line !== '');
    const before = await readAll();
    const others = [changeMedewerker('m2'), ...publish(1, { 'tables/a.json': 'MERK' })];
    expect(await records.commit([...others, change], [toLine(9)])).toBe('conflict');
    expect(await readAll()).toEqual(before);
    expect(await records.list('medewerker')).toHaveLength(1);
    expect(await records.findLiveVersion()).toBe(0);
    expect(await records.readLog(10)).toEqual([toLine(1), toLine(0)]);
  });

  it('takes one of those that make the same record, and all lines of that one only', async () => {
    const { records } = await (await makePlace()).open();
    const tries = Array.from({ length: 12 }, (_, number) =>
      records.commit(publish(7, { nummer: number }), [toLine(number)]),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    const winner = outcomes.indexOf('ok');
    expect((await records.read('inhoud', '000007'))?.value).toEqual({ nummer: winner });
    expect(await records.readLog(20)).toEqual([toLine(winner)]);
  });

  it('counts every change that was read first, however many come together', async () => {
    const { records } = await (await makePlace()).open();
    const put = async (aantal: number, revision: number) =>
      records.commit([{ kind: 'pogingen', id: 'h', revision, value: { aantal, sinds: MEDEWERKER.sinds } }]);
    await put(0, 0);
    const addOne = async () => {
      for (;;) {
        const found = await records.read('pogingen', 'h');
        if (found && (await put(found.value.aantal + 1, found.revision)) === 'ok') return;
      }
    };
    await Promise.all(Array.from({ length: 12 }, addOne));
    expect(await records.read('pogingen', 'h')).toMatchObject({ revision: 13, value: { aantal: 12 } });
  });

  it('gives the log newest first, in parts, however long it is', async () => {
    const place = await makePlace();
    const first = await place.open();
    const count = 1_130;
    for (let from = 0; from < count; from += 113) {
      const lines = Array.from({ length: 113 }, (_, number) => toLine(from + number));
      expect(await first.records.commit([], lines)).toBe('ok');
    }
    const numbers = Array.from({ length: count }, (_, number) => number).reverse();
    const readNumbers = async (limit: number, skip?: number) =>
      (await records.readLog(limit, skip)).map(({ over }) => Number(over.split(' ')[1]));
    await first.close();
    const { records } = await place.open();
    expect(await readNumbers(5_000)).toEqual(numbers);
    expect(await readNumbers(3)).toEqual(numbers.slice(0, 3));
    for (const skip of [0, 1, 240, 250, 500, 629, 631, 880, 1_129])
      expect(await readNumbers(40, skip)).toEqual(numbers.slice(skip, skip + 40));
    expect(await readNumbers(40, count)).toEqual([]);
  });

  it('gives content back as it came: large, with its keys in order, and any sign', async () => {
    const place = await makePlace();
    const { records } = await place.open();
    const files = {
      'tables/z.json': { z: 1, a: { naam: 'é 👍 "\\" \u0000 \u2028', b: [3, 1, null] }, aa: '' },
      'rules/a.json': Array.from({ length: 20_000 }, (_, number) => ({ tekst: 'x'.repeat(100), number })),
    };
    expect(await records.commit([...publish(1, files), saveConcept('c', 0, files)])).toBe('ok');
    const text = JSON.stringify(files);
    expect(JSON.stringify((await records.read('inhoud', '000001'))?.value)).toBe(text);
    expect(JSON.stringify((await records.list('concept'))[0]?.value.bestanden)).toBe(text);
    await records.commit([saveConcept('c', 1, { 'tables/z.json': null })]);
    expect((await records.read('concept', 'c'))?.value.bestanden).toEqual({ 'tables/z.json': null });
  });

  it('is not what a caller makes of it afterwards', async () => {
    const { records } = await (await makePlace()).open();
    const antwoorden = { leeftijd: ['18'] };
    const value = { naam: 'n', antwoorden, uitkomst: 'u', tafels: [], door: 'm1', op: MEDEWERKER.sinds };
    await records.commit([{ kind: 'vasteCasus', id: 'v', revision: 0, value }]);
    antwoorden.leeftijd.push('anders');
    const found = await records.read('vasteCasus', 'v');
    Object.assign(found?.value.antwoorden ?? {}, { leeftijd: ['anders'] });
    expect((await records.read('vasteCasus', 'v'))?.value.antwoorden).toEqual({ leeftijd: ['18'] });
  });

  it('never takes what could not be read back', async () => {
    const { records } = await (await makePlace()).open();
    const wrong = { ...MEDEWERKER, rol: 'baas' as 'beheerder' };
    await expect(
      records.commit([changeMedewerker('m1'), { kind: 'medewerker', id: 'm2', revision: 0, value: wrong }]),
    ).rejects.toThrow();
    await expect(
      records.commit([changeMedewerker('m1')], [{ ...toLine(1), wat: 'Fout!' }]),
    ).rejects.toThrow();
    await expect(records.commit([changeMedewerker('m1'), changeMedewerker('m1')])).rejects.toThrow('twice');
    await expect(records.commit([changeMedewerker('')])).rejects.toThrow('Not the id');
    expect(await records.list('medewerker')).toEqual([]);
  });

  it('tells of a version, and knows which is live', async () => {
    const { records } = await (await makePlace()).open();
    const told = vi.fn();
    const stop = records.onVersion(told);
    expect(await records.findLiveVersion()).toBe(0);
    for (const nummer of [1, 2]) await records.commit(publish(nummer));
    expect(await records.findLiveVersion()).toBe(2);
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    stop();
  });

  it('is not acknowledged, and nothing is lost, when there is no room', async () => {
    const place = await makePlace();
    const { records } = await place.open();
    await records.commit([changeMedewerker('m1'), saveConcept('c', 0, { a: 1 })], [toLine(1)]);
    await place.fill();
    const change = [changeMedewerker('m1', 1), saveConcept('c', 1, { a: 2 }), ...publish(1)];
    await expect(records.commit(change, [toLine(2)])).rejects.toThrow(StorageFailure);
    expect(await records.read('medewerker', 'm1')).toMatchObject({ revision: 1 });
    expect(await records.read('concept', 'c')).toMatchObject({ revision: 1, value: { bestanden: { a: 1 } } });
    expect(await records.readLog(9)).toEqual([toLine(1)]);
    await place.repair();
    expect(await records.commit(change, [toLine(2)])).toBe('ok');
    expect(await records.readLog(9)).toEqual([toLine(2), toLine(1)]);
  });

  it('that does not have its form is refused by name, and keeps out nothing else', async () => {
    const place = await makePlace();
    const first = await place.open();
    await first.records.commit([changeMedewerker('goed'), changeMedewerker('stuk')]);
    await first.close();
    await place.spoil('medewerker', 'stuk');
    const { records } = await place.open();
    const message = 'Wat van /beheer is bewaard als medewerker stuk, heeft niet de goede vorm (bij rol)';
    await expect(records.read('medewerker', 'stuk')).rejects.toThrow(message);
    await expect(records.read('medewerker', 'stuk')).rejects.toThrow(SpoiltRecord);
    await expect(records.list('medewerker')).rejects.toThrow(message);
    expect(await records.read('medewerker', 'goed')).toMatchObject({ revision: 1 });
    expect(await place.toStorage().findFaults()).toEqual([expect.stringContaining(message)]);
  });
});
