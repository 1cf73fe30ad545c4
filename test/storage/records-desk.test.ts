import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { changeMedewerker, publish, saveConcept, toLine } from '../support/records.ts';
import { PLACES, type TestPlace } from '../support/test-places.ts';

async function openDesk(place: TestPlace) {
  const desk = await place.toStorage().openRecordsDesk();
  onTestFinished(desk.close);
  return desk;
}

describe.each(PLACES)('an operator at what /beheer keeps, with %s', (_name, makePlace) => {
  it('has things written beside a server, which goes on with them', async () => {
    const place = await makePlace();
    const { records } = await place.open();
    const desk = await openDesk(place);
    const told = vi.fn();
    records.onVersion(told);
    expect(await desk.read('medewerker', 'm1')).toBeNull();
    expect(await desk.commit([changeMedewerker('m1')], [toLine(1)])).toBe('ok');
    expect(await records.read('medewerker', 'm1')).toMatchObject({ revision: 1 });
    expect(await records.commit([changeMedewerker('m1', 1, { rol: 'uitgever' })])).toBe('ok');
    expect(await desk.list('medewerker')).toMatchObject([{ revision: 2, value: { rol: 'uitgever' } }]);
    expect(await desk.commit([changeMedewerker('m1', 1)], [toLine(2)])).toBe('conflict');
    expect(await desk.readLog(9)).toEqual([toLine(1)]);
    told.mockClear();
    const files = { 'tables/z.json': { z: 1, a: 'é' } };
    expect(await desk.commit(publish(1, files))).toBe('ok');
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(await records.findLiveVersion()).toBe(1);
    expect(JSON.stringify((await desk.read('inhoud', '000001'))?.value)).toBe(JSON.stringify(files));
  });

  it('has things written before the first start, and after the last', async () => {
    const place = await makePlace();
    const desk = await openDesk(place);
    expect(await desk.findLiveVersion()).toBe(0);
    expect(await desk.commit([changeMedewerker('m1')], [toLine(1)])).toBe('ok');
    const first = await place.open();
    expect(await first.records.commit([changeMedewerker('m1', 1), saveConcept('c', 0, {})])).toBe('ok');
    await first.close();
    expect(await desk.commit([changeMedewerker('m1', 1)])).toBe('conflict');
    expect(await desk.commit([changeMedewerker('m1', 2)], [toLine(2)])).toBe('ok');
    const { records } = await place.open();
    expect(await records.read('medewerker', 'm1')).toMatchObject({ revision: 3 });
    expect(await records.readLog(9)).toEqual([toLine(2), toLine(1)]);
  });

  it('reads beside a server that writes: every draft as it was at some moment', async () => {
    const place = await makePlace();
    const { records } = await place.open();
    const desk = await openDesk(place);
    await records.commit([saveConcept('c', 0, { nummer: 1 })]);
    let isDone = false;
    const write = async () => {
      for (let revision = 1; revision < 40; revision += 1)
        await records.commit([saveConcept('c', revision, { nummer: revision + 1 })]);
      isDone = true;
    };
    const read = async () => {
      while (!isDone) {
        const found = await desk.read('concept', 'c');
        expect(found?.value.bestanden).toEqual({ nummer: found?.revision });
      }
    };
    await Promise.all([write(), read()]);
  });
});
