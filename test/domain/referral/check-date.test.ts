import { describe, expect, it } from 'vitest';
import { toDutchDate } from '../../../src/domain/calendar.ts';
import { judgeDate } from '../../../src/domain/referral/check-date.ts';
import { P10, REGIOTAFEL } from '../../support/domain-facts.ts';
import { postReferral, postVerwijzing } from '../../support/referral-requests.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';
import { findVignet, listTafelVelden } from '../../support/verwijzing-cases.ts';

const TODAY = '2026-11-21';

describe('a date in a referral', () => {
  it.each([
    ['vorige week', 'feit', 'geenDatum'],
    ['0000-01-01', 'overleg', 'jaar'],
    ['0001-01-05', 'feit', 'jaar'],
    ['2206-12-14', 'feit', 'jaar'],
    ['9999-12-31', 'overleg', 'jaar'],
    ['2026-02-30', 'feit', 'geenDatum'],
    ['2026-11-22', 'feit', 'toekomst'],
    [TODAY, 'feit', null],
    ['1985-03-12', 'feit', null],
    ['2026-11-20', 'overleg', 'geweest'],
    [TODAY, 'overleg', null],
    ['2028-11-20', 'overleg', null],
    ['2028-11-23', 'overleg', 'ver'],
  ] as const)('%s of a(n) %s: %s', (date, dag, oordeel) => {
    expect(judgeDate(date, dag, TODAY)).toBe(oordeel);
  });

  it('is judged by the day in the Netherlands, in winter and in summer', () => {
    expect(toDutchDate(new Date('2026-11-20T23:20:00Z'))).toBe('2026-11-21');
    expect(toDutchDate(new Date('2026-11-20T22:59:59Z'))).toBe('2026-11-20');
    expect(toDutchDate(new Date('2026-07-20T22:20:00Z'))).toBe('2026-07-21');
  });
});

describe('every field with a date', () => {
  const antwoorden = findVignet('instelling met alle');
  const dates = listTafelVelden(REGIOTAFEL).filter(({ soort }) => soort === 'datum');
  const app = createTestApp({ limits: SPACIOUS });
  const late = createTestApp({ limits: SPACIOUS, now: () => new Date('2026-11-21T23:20:00Z') });

  it('refuses a day that no calendar has, on the page and in the API', async () => {
    for (const { pad } of dates)
      for (const date of ['0000-00-00', '0000-01-01', '9999-12-31', '2026-02-30']) {
        const velden = { casuscode: 'TW-1', [pad]: date };
        await postReferral(app, REGIOTAFEL, antwoorden, velden).expect(400);
        await postVerwijzing(app, REGIOTAFEL, antwoorden, velden).expect(400);
      }
  });

  it('refuses a fact of a day that is still to come, and takes one of today, also soon after midnight', async () => {
    const facts = dates.filter(({ dag }) => dag !== 'overleg');
    expect(facts.length).toBeGreaterThan(1);
    for (const { pad } of facts) {
      const velden = { casuscode: 'TW-1', [pad]: '2026-11-22' };
      await postVerwijzing(app, REGIOTAFEL, antwoorden, velden).expect(400);
      await postVerwijzing(late, REGIOTAFEL, antwoorden, velden).expect(200);
    }
  });

  it('asks whether the year is right of a meeting that has been or is far away', async () => {
    for (const [date, asks] of [
      ['2025-12-14', true],
      ['2029-12-14', true],
      ['2026-12-14', false],
    ] as const) {
      const velden = { casuscode: 'TW-1', overlegdatum: date };
      const { body } = await postVerwijzing(app, REGIOTAFEL, antwoorden, velden).expect(200);
      const asked = body.ontbreekt.filter(
        ({ onderdeel }: { onderdeel: string }) => onderdeel === 'overlegdatum',
      );
      expect(asked.map(({ tekst }: { tekst: string }) => tekst.startsWith('Klopt het jaar'))).toEqual(
        asks ? [true] : [],
      );
    }
  });

  it('is refused with the reason: its year, or that it is no date at all', async () => {
    for (const { pad } of dates)
      for (const [date, reason] of [
        ['2206-12-14', 'Klopt het jaar?'],
        ['0001-01-05', 'Klopt het jaar?'],
        ['vorige week', 'jaar-maand-dag'],
        ['14 december 2026\nof later', 'jaar-maand-dag'],
      ] as const) {
        const { body } = await postVerwijzing(app, REGIOTAFEL, antwoorden, {
          casuscode: 'TW-1',
          [pad]: date,
        }).expect(400);
        expect(JSON.stringify(body)).toContain(reason);
      }
  });
});

describe('a number in a referral', () => {
  const app = createTestApp({ limits: SPACIOUS });

  const antwoorden = { ...findVignet('verward gedrag na'), rol: 'wijkcoach' };

  it.each(['9007199254740991', '100000', '0', '1,5', 'twintig uur'])(
    '%s is refused with what fits',
    async (evaluatieUren) => {
      const velden = { casuscode: 'TW-1', bericht: 'inzet', evaluatieUren };
      const { body } = await postVerwijzing(app, P10, antwoorden, velden).expect(400);
      expect(JSON.stringify(body)).toContain('een heel getal in van 1 tot en met 99999');
    },
  );
});
