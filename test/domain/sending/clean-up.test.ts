import { describe, expect, it } from 'vitest';
import { findAanDeBeurt, findVolgendMoment, ruimOp } from '../../../src/domain/sending/outbox-rules.ts';
import { NU, na, toZending } from './outgoing-mail.ts';

const DAG = 24 * 60;

describe('clearing', () => {
  it('wipes what nobody confirmed within the hour, and forgets that a day later', () => {
    const lijst = [toZending()];
    expect(ruimOp(lijst, na(59))).toBe(lijst);
    const verlopen = ruimOp(lijst, na(60));
    expect(verlopen).toMatchObject([{ status: 'verlopen', bestand: null }]);
    expect(ruimOp(verlopen, na(60 + DAG))).toBe(verlopen);
    expect(ruimOp(verlopen, na(61 + DAG))).toEqual([]);
  });

  it('remembers for a week what was sent or failed, and keeps what is still to be sent', () => {
    const over = (['verstuurd', 'deels', 'mislukt', 'onzeker'] as const).map((status) =>
      toZending({ status }),
    );
    expect(ruimOp(over, na(7 * DAG))).toBe(over);
    expect(ruimOp(over, na(7 * DAG + 1))).toEqual([]);
    const nog = (['wachtrij', 'bezig'] as const).map((status) => toZending({ status }));
    expect(ruimOp(nog, na(30 * DAG))).toBe(nog);
  });
});

describe('what comes next', () => {
  const later = toZending({ id: 'L'.repeat(22), status: 'wachtrij', volgende: na(10).toISOString() });
  const eerder = toZending({ id: 'E'.repeat(22), status: 'wachtrij', volgende: na(5).toISOString() });

  it('is the mail that waits longest, when its time has come', () => {
    expect(findAanDeBeurt([later, eerder, toZending()], na(4))).toBeUndefined();
    expect(findAanDeBeurt([later, eerder], na(20))).toBe(eerder);
    expect(findAanDeBeurt([later], na(10))).toBe(later);
  });

  it('is an attempt, or the wiping of what nobody confirmed', () => {
    expect(findVolgendMoment([later, eerder])).toEqual(na(5));
    expect(findVolgendMoment([later, toZending({ aangemaakt: na(-55).toISOString() })])).toEqual(na(5));
    expect(findVolgendMoment([toZending({ status: 'verstuurd' })])).toBeNull();
    expect(findVolgendMoment([])).toBeNull();
    expect(NU).toEqual(na(0));
  });
});
