import { describe, expect, it } from 'vitest';
import {
  beginPoging,
  bevestigZending,
  eindigPoging,
  findVolgendePoging,
  isBlijvend,
  isTeLaat,
  isVerlopen,
  type Uitkomst,
  vraagtBericht,
  type ZendingStatus,
} from '../../../src/domain/sending/outgoing-mail.ts';
import { NU, na, toZending } from './outgoing-mail.ts';

const wachtend = bevestigZending(toZending(), 'F'.repeat(22), na(5));
const bezig = beginPoging(wachtend, na(6));

describe('a mail on its way', () => {
  it('waits from when it is confirmed, and an attempt is counted before it is made', () => {
    expect(wachtend).toMatchObject({
      status: 'wachtrij',
      bestand: 'F'.repeat(22),
      bevestigd: na(5).toISOString(),
      volgende: na(5).toISOString(),
    });
    expect(bezig).toMatchObject({ status: 'bezig', pogingen: 1, volgende: null });
  });

  it.each<[Uitkomst, ZendingStatus]>([
    [{ soort: 'verstuurd' }, 'verstuurd'],
    [{ soort: 'deels', nietAan: [] }, 'deels'],
    [{ soort: 'geweigerd' }, 'mislukt'],
    [{ soort: 'onzeker' }, 'onzeker'],
  ])('is over after %j: %s, and what it said is wiped', (uitkomst, status) => {
    const eind = eindigPoging(bezig, uitkomst, na(7));
    expect(eind).toMatchObject({ status, bestand: null, volgende: null });
    expect(vraagtBericht(eind)).toBe(status !== 'verstuurd');
    expect(isBlijvend(eind)).toBe(status !== 'mislukt');
  });

  it('is tried again only when certainly nothing was delivered', () => {
    expect(eindigPoging(bezig, { soort: 'nietBezorgd' }, na(7))).toMatchObject({
      status: 'wachtrij',
      volgende: na(8).toISOString(),
      bestand: bezig.bestand,
    });
    expect(eindigPoging(bezig, { soort: 'afgebroken' }, na(7)).volgende).toBe(na(7).toISOString());
    expect(eindigPoging({ ...bezig, pogingen: 12 }, { soort: 'nietBezorgd' }, na(5 + 24 * 60)).status).toBe(
      'mislukt',
    );
  });

  it('may, when it is a note, be tried again after an uncertain attempt, and never asks for another note', () => {
    const bericht = { ...bezig, soort: 'bericht' as const };
    expect(eindigPoging(bericht, { soort: 'onzeker' }, na(7)).status).toBe('wachtrij');
    const eind = eindigPoging(bericht, { soort: 'onzeker' }, na(25 * 60));
    expect(eind.status).toBe('onzeker');
    expect(vraagtBericht(eind)).toBe(false);
  });

  it('can be confirmed for an hour, and be sent for a day', () => {
    expect([isVerlopen(toZending(), na(59.9)), isVerlopen(toZending(), na(60))]).toEqual([false, true]);
    expect([isTeLaat(wachtend, na(5 + 24 * 60)), isTeLaat(wachtend, na(6 + 24 * 60))]).toEqual([false, true]);
  });
});

it('waits longer after each attempt, up to four hours, and no longer than a day in all', () => {
  const momenten: number[] = [];
  let nu = NU;
  for (let pogingen = 1; pogingen < 50; pogingen += 1) {
    const volgende = findVolgendePoging(pogingen, NU, nu);
    if (!volgende) break;
    momenten.push((volgende.getTime() - nu.getTime()) / 60_000);
    nu = volgende;
  }
  expect(momenten).toEqual([1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240]);
});
