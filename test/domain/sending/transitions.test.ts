import { describe, expect, it } from 'vitest';
import {
  beginAttempt,
  confirmMail,
  endAttempt,
  findNextAttempt,
  isExpired,
  isPermanent,
  isTooLate,
  type OutgoingMailStatus,
  type SendResult,
  wantsNote,
} from '../../../src/domain/sending/outgoing-mail.ts';
import { NU, na, toZending } from './outgoing-mail.ts';

const wachtend = confirmMail(toZending(), 'F'.repeat(22), na(5));
const bezig = beginAttempt(wachtend, na(6));

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

  it.each<[SendResult, OutgoingMailStatus]>([
    [{ soort: 'verstuurd' }, 'verstuurd'],
    [{ soort: 'deels', nietAan: [] }, 'deels'],
    [{ soort: 'geweigerd' }, 'mislukt'],
    [{ soort: 'onzeker' }, 'onzeker'],
  ])('is over after %j: %s, and what it said is wiped', (uitkomst, status) => {
    const eind = endAttempt(bezig, uitkomst, na(7));
    expect(eind).toMatchObject({ status, bestand: null, volgende: null });
    expect(wantsNote(eind)).toBe(status !== 'verstuurd');
    expect(isPermanent(eind)).toBe(status !== 'mislukt');
  });

  it('is tried again only when certainly nothing was delivered', () => {
    expect(endAttempt(bezig, { soort: 'nietBezorgd' }, na(7))).toMatchObject({
      status: 'wachtrij',
      volgende: na(8).toISOString(),
      bestand: bezig.bestand,
    });
    expect(endAttempt(bezig, { soort: 'afgebroken' }, na(7)).volgende).toBe(na(7).toISOString());
    expect(endAttempt({ ...bezig, pogingen: 12 }, { soort: 'nietBezorgd' }, na(5 + 24 * 60)).status).toBe(
      'mislukt',
    );
  });

  it('may, when it is a note, be tried again after an uncertain attempt, and never asks for another note', () => {
    const bericht = { ...bezig, soort: 'bericht' as const };
    expect(endAttempt(bericht, { soort: 'onzeker' }, na(7)).status).toBe('wachtrij');
    const eind = endAttempt(bericht, { soort: 'onzeker' }, na(25 * 60));
    expect(eind.status).toBe('onzeker');
    expect(wantsNote(eind)).toBe(false);
  });

  it('can be confirmed for an hour, and be sent for a day', () => {
    expect([isExpired(toZending(), na(59.9)), isExpired(toZending(), na(60))]).toEqual([false, true]);
    expect([isTooLate(wachtend, na(5 + 24 * 60)), isTooLate(wachtend, na(6 + 24 * 60))]).toEqual([
      false,
      true,
    ]);
  });
});

it('waits longer after each attempt, up to four hours, and no longer than a day in all', () => {
  const momenten: number[] = [];
  let nu = NU;
  for (let pogingen = 1; pogingen < 50; pogingen += 1) {
    const volgende = findNextAttempt(pogingen, NU, nu);
    if (!volgende) break;
    momenten.push((volgende.getTime() - nu.getTime()) / 60_000);
    nu = volgende;
  }
  expect(momenten).toEqual([1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240]);
});
