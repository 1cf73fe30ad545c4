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
import { afterwards, NOW, toOutgoingMail } from './outgoing-mail.ts';

const waiting = confirmMail(toOutgoingMail(), 'F'.repeat(22), afterwards(5));
const busy = beginAttempt(waiting, afterwards(6));

describe('a mail on its way', () => {
  it('waits from when it is confirmed, and an attempt is counted before it is made', () => {
    expect(waiting).toMatchObject({
      status: 'wachtrij',
      bestand: 'F'.repeat(22),
      bevestigd: afterwards(5).toISOString(),
      volgende: afterwards(5).toISOString(),
    });
    expect(busy).toMatchObject({ status: 'bezig', pogingen: 1, volgende: null });
  });

  it.each<[SendResult, OutgoingMailStatus]>([
    [{ soort: 'verstuurd' }, 'verstuurd'],
    [{ soort: 'deels', nietAan: [] }, 'deels'],
    [{ soort: 'geweigerd' }, 'mislukt'],
    [{ soort: 'onzeker' }, 'onzeker'],
  ])('is over after %j: %s, and what it said is wiped', (uitkomst, status) => {
    const end = endAttempt(busy, uitkomst, afterwards(7));
    expect(end).toMatchObject({ status, bestand: null, volgende: null });
    expect(wantsNote(end)).toBe(status !== 'verstuurd');
    expect(isPermanent(end)).toBe(status !== 'mislukt');
  });

  it('is tried again only when certainly nothing was delivered', () => {
    expect(endAttempt(busy, { soort: 'nietBezorgd' }, afterwards(7))).toMatchObject({
      status: 'wachtrij',
      volgende: afterwards(8).toISOString(),
      bestand: busy.bestand,
    });
    expect(endAttempt(busy, { soort: 'afgebroken' }, afterwards(7)).volgende).toBe(
      afterwards(7).toISOString(),
    );
    expect(
      endAttempt({ ...busy, pogingen: 12 }, { soort: 'nietBezorgd' }, afterwards(5 + 24 * 60)).status,
    ).toBe('mislukt');
  });

  it('may, when it is a note, be tried again after an uncertain attempt, and never asks for another note', () => {
    const bericht = { ...busy, soort: 'bericht' as const };
    expect(endAttempt(bericht, { soort: 'onzeker' }, afterwards(7)).status).toBe('wachtrij');
    const end = endAttempt(bericht, { soort: 'onzeker' }, afterwards(25 * 60));
    expect(end.status).toBe('onzeker');
    expect(wantsNote(end)).toBe(false);
  });

  it('can be confirmed for an hour, and be sent for a day', () => {
    expect([
      isExpired(toOutgoingMail(), afterwards(59.9)),
      isExpired(toOutgoingMail(), afterwards(60)),
    ]).toEqual([false, true]);
    expect([
      isTooLate(waiting, afterwards(5 + 24 * 60)),
      isTooLate(waiting, afterwards(6 + 24 * 60)),
    ]).toEqual([false, true]);
  });
});

it('waits longer after each attempt, up to four hours, and no longer than a day in all', () => {
  const moments: number[] = [];
  let now = NOW;
  for (let pogingen = 1; pogingen < 50; pogingen += 1) {
    const next = findNextAttempt(pogingen, NOW, now);
    if (!next) break;
    moments.push((next.getTime() - now.getTime()) / 60_000);
    now = next;
  }
  expect(moments).toEqual([1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240]);
});
