import { describe, expect, it } from 'vitest';
import { MAX_OPEN_CORRECTIONS } from '../../src/domain/corrections/corrections.ts';
import { StorageFailure } from '../../src/domain/storage-failure.ts';
import { NEW_CORRECTION, NOW, toCorrections } from '../support/open-test-store.ts';
import { PLACES } from '../support/test-places.ts';

describe.each(PLACES)('with %s', (_name, makePlace) => {
  describe('reports', () => {
    it('are kept once they are acknowledged, in order, and are there again after a restart', async () => {
      const place = await makePlace();
      const first = await place.open();
      const text = 'Een\nregel met é, 👍, \'aanhaling", \\ en ; DROP TABLE --';
      const melding = await first.meldingen.report({ ...NEW_CORRECTION, watMoetHetZijn: text });
      expect(melding).toEqual({
        ...NEW_CORRECTION,
        watMoetHetZijn: text,
        id: '1',
        gemaakt: NOW.toISOString(),
        status: 'open',
      });
      const { email: _, ...anonymous } = NEW_CORRECTION;
      await first.meldingen.report(anonymous);
      await first.close();
      const again = await place.open();
      expect(await again.meldingen.lijst()).toEqual([
        melding,
        { ...anonymous, id: '2', gemaakt: NOW.toISOString(), status: 'open' },
      ]);
      for (const fresh of toCorrections(1)) expect((await again.meldingen.report(fresh))?.id).toBe('3');
      expect(await again.meldingen.count()).toEqual({ totaal: 3, open: 3 });
    });

    it('are refused when too many are open, exactly, until one is closed', async () => {
      const { meldingen } = await (await makePlace()).open();
      const kept: unknown[] = [];
      const waiting = toCorrections(MAX_OPEN_CORRECTIONS + 20);
      const send = async () => {
        for (let fresh = waiting.pop(); fresh; fresh = waiting.pop())
          kept.push(...[await meldingen.report(fresh)].filter((melding) => melding !== null));
      };
      await Promise.all(Array.from({ length: 100 }, send));
      expect(kept).toHaveLength(MAX_OPEN_CORRECTIONS);
      expect(await meldingen.process({ soort: 'sluit', id: '7' })).toBe(true);
      expect(await meldingen.count()).toEqual({
        totaal: MAX_OPEN_CORRECTIONS,
        open: MAX_OPEN_CORRECTIONS - 1,
      });
      expect((await meldingen.report(NEW_CORRECTION))?.id).toBe(String(MAX_OPEN_CORRECTIONS + 1));
    });

    it('that are sent again within a day are kept once, and answered with the first, also when there is no room', async () => {
      let now = NOW;
      const { meldingen } = await (await makePlace()).open({ now: () => now });
      const clicks = await Promise.all([1, 2, 3].map(() => meldingen.report(NEW_CORRECTION)));
      expect(clicks.map((melding) => melding?.id)).toEqual(['1', '1', '1']);
      const { email: _, ...anonymous } = NEW_CORRECTION;
      const different = [
        { ...NEW_CORRECTION, pagina: '/overlegtafels/avo' },
        { ...NEW_CORRECTION, veld: 'Telefoon' },
        { ...NEW_CORRECTION, watMoetHetZijn: 'Anders.' },
        { ...NEW_CORRECTION, email: 'ander@example.nl' },
        anonymous,
      ];
      for (const fresh of different) await meldingen.report(fresh);
      expect((await meldingen.report(anonymous))?.id).toBe('6');
      for (const fresh of toCorrections(MAX_OPEN_CORRECTIONS - 6)) await meldingen.report(fresh);
      expect(await meldingen.report({ ...anonymous, veld: 'Te veel' })).toBeNull();
      expect(await meldingen.report(NEW_CORRECTION)).toEqual(clicks[0]);
      // Who says it again after it was dealt with says something new.
      await meldingen.process({ soort: 'sluit', id: '1' });
      expect((await meldingen.report(NEW_CORRECTION))?.id).toBe(String(MAX_OPEN_CORRECTIONS + 1));
      await meldingen.process({ soort: 'sluit', id: '2' });
      now = new Date(NOW.getTime() + 24 * 3_600_000);
      expect((await meldingen.report(anonymous))?.id).toBe(String(MAX_OPEN_CORRECTIONS + 2));
    });

    it('have limits, also for a caller that did not check', async () => {
      const { meldingen } = await (await makePlace()).open();
      const long = { ...NEW_CORRECTION, watMoetHetZijn: 'x'.repeat(2_001) };
      const fault = { code: 'too_big', maximum: 2_000, path: ['watMoetHetZijn'] };
      await expect(meldingen.report(long)).rejects.toMatchObject({ issues: [fault] });
      expect(await meldingen.lijst()).toEqual([]);
    });

    it('are answered, closed without their address, and taken away when closed', async () => {
      const place = await makePlace();
      const { meldingen } = await place.open();
      for (const fresh of toCorrections(2)) await meldingen.report(fresh);
      expect(await meldingen.process({ soort: 'antwoord', id: '2', antwoord: 'Dank u.' })).toBe(true);
      expect((await meldingen.lijst())[1]).toMatchObject({ status: 'beantwoord', antwoord: 'Dank u.' });
      expect(await meldingen.process({ soort: 'verwijder', id: '2' })).toBe(false);
      for (const id of ['1', '2']) expect(await meldingen.process({ soort: 'sluit', id })).toBe(true);
      expect(await place.readAll()).not.toContain(NEW_CORRECTION.email);
      expect(await meldingen.process({ soort: 'verwijder', id: '2' })).toBe(true);
      // A server that stopped halfway does it again.
      expect(await meldingen.process({ soort: 'verwijder', id: '2' })).toBe(true);
      expect(await place.readAll()).not.toContain('Dank u.');
      expect(await meldingen.process({ soort: 'sluit', id: '2' })).toBe(false);
      expect(await meldingen.lijst()).toMatchObject([{ id: '1', status: 'gesloten' }]);
    });

    it('are not acknowledged, and nothing is lost, when there is no room', async () => {
      const place = await makePlace();
      const { meldingen } = await place.open();
      const [fresh = NEW_CORRECTION] = toCorrections(1);
      await meldingen.report(fresh);
      await place.fill();
      await expect(meldingen.report(NEW_CORRECTION)).rejects.toThrow(StorageFailure);
      await expect(meldingen.process({ soort: 'sluit', id: '1' })).rejects.toThrow(StorageFailure);
      expect(await meldingen.lijst()).toMatchObject([{ id: '1', status: 'open' }]);
      await place.repair();
      await meldingen.report(NEW_CORRECTION);
      expect(await meldingen.lijst()).toHaveLength(2);
    });
  });

  describe('counts', () => {
    it('are there at once, all kinds, and again after a restart', async () => {
      const place = await makePlace();
      const { counts, close } = await place.open();
      const countAll = () => {
        counts.tel({ soort: 'gestart' });
        counts.tel({ soort: 'afgerond', uitkomst: 'tafel', tafels: ['topx', 'avo'] });
        counts.tel({ soort: 'gesteld', feit: 'rol' });
        counts.tel({ soort: 'beantwoord', feit: 'rol', weetNiet: true });
        counts.tel({ soort: 'beantwoord', feit: 'gemeente', weetNiet: false });
      };
      const times = (n: number) => ({
        '2026-W47': {
          gestart: n,
          afgerond: n,
          uitkomsten: { tafel: n },
          tafels: { topx: n, avo: n },
          vragen: {
            rol: { gesteld: n, beantwoord: n, weetNiet: n },
            gemeente: { gesteld: 0, beantwoord: n, weetNiet: 0 },
          },
        },
      });
      for (let n = 0; n < 100; n += 1) countAll();
      expect(await counts.perWeek()).toEqual(times(100));
      countAll();
      expect(await counts.perWeek()).toEqual(times(101));
      countAll();
      await close();
      const again = await place.open();
      expect(await again.counts.perWeek()).toEqual(times(102));
    });
  });

  it('the secret is made once, and differs from place to place', async () => {
    const place = await makePlace();
    const secrets = await Promise.all([1, 2, 3].map(() => place.toStorage().readSecret()));
    expect(secrets[0]?.length).toBeGreaterThanOrEqual(43);
    expect(new Set(secrets).size).toBe(1);
    expect(await (await makePlace()).toStorage().readSecret()).not.toBe(secrets[0]);
  });

  it('has no faults before and after its first use, and looking leaves no trace', async () => {
    const place = await makePlace();
    expect(await place.toStorage().findFaults()).toEqual([]);
    const store = await place.open();
    await store.meldingen.report(NEW_CORRECTION);
    expect(await place.toStorage().findFaults()).toEqual([]);
  });
});
