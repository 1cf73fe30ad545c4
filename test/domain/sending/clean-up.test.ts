import { describe, expect, it } from 'vitest';
import { cleanUp, findDue, findNextMoment } from '../../../src/domain/sending/outbox-rules.ts';
import { NU, na, toZending } from './outgoing-mail.ts';

const DAG = 24 * 60;

describe('clearing', () => {
  it('wipes what nobody confirmed within the hour, and forgets that a day later', () => {
    const lijst = [toZending()];
    expect(cleanUp(lijst, na(59))).toBe(lijst);
    const verlopen = cleanUp(lijst, na(60));
    expect(verlopen).toMatchObject([{ status: 'verlopen', bestand: null }]);
    expect(cleanUp(verlopen, na(60 + DAG))).toBe(verlopen);
    expect(cleanUp(verlopen, na(61 + DAG))).toEqual([]);
  });

  it('remembers for a week what was sent or failed, and keeps what is still to be sent', () => {
    const over = (['verstuurd', 'deels', 'mislukt', 'onzeker'] as const).map((status) =>
      toZending({ status }),
    );
    expect(cleanUp(over, na(7 * DAG))).toBe(over);
    expect(cleanUp(over, na(7 * DAG + 1))).toEqual([]);
    const nog = (['wachtrij', 'bezig'] as const).map((status) => toZending({ status }));
    expect(cleanUp(nog, na(30 * DAG))).toBe(nog);
  });
});

describe('what comes next', () => {
  const later = toZending({ id: 'L'.repeat(22), status: 'wachtrij', volgende: na(10).toISOString() });
  const eerder = toZending({ id: 'E'.repeat(22), status: 'wachtrij', volgende: na(5).toISOString() });

  it('is the mail that waits longest, when its time has come', () => {
    expect(findDue([later, eerder, toZending()], na(4))).toBeUndefined();
    expect(findDue([later, eerder], na(20))).toBe(eerder);
    expect(findDue([later], na(10))).toBe(later);
  });

  it('is an attempt, or the wiping of what nobody confirmed', () => {
    expect(findNextMoment([later, eerder])).toEqual(na(5));
    expect(findNextMoment([later, toZending({ aangemaakt: na(-55).toISOString() })])).toEqual(na(5));
    expect(findNextMoment([toZending({ status: 'verstuurd' })])).toBeNull();
    expect(findNextMoment([])).toBeNull();
    expect(NU).toEqual(na(0));
  });
});
