import { describe, expect, it } from 'vitest';
import { cleanUp, findDue, findNextMoment } from '../../../src/domain/sending/outbox-rules.ts';
import { afterwards, NOW, toOutgoingMail } from './outgoing-mail.ts';

const DAY = 24 * 60;

describe('clearing', () => {
  it('wipes what nobody confirmed within the hour, and forgets that a day later', () => {
    const list = [toOutgoingMail()];
    expect(cleanUp(list, afterwards(59))).toBe(list);
    const expired = cleanUp(list, afterwards(60));
    expect(expired).toMatchObject([{ status: 'verlopen', bestand: null }]);
    expect(cleanUp(expired, afterwards(60 + DAY))).toBe(expired);
    expect(cleanUp(expired, afterwards(61 + DAY))).toEqual([]);
  });

  it('remembers for a week what was sent or failed, and keeps what is still to be sent', () => {
    const over = (['verstuurd', 'deels', 'mislukt', 'onzeker'] as const).map((status) =>
      toOutgoingMail({ status }),
    );
    expect(cleanUp(over, afterwards(7 * DAY))).toBe(over);
    expect(cleanUp(over, afterwards(7 * DAY + 1))).toEqual([]);
    const still = (['wachtrij', 'bezig'] as const).map((status) => toOutgoingMail({ status }));
    expect(cleanUp(still, afterwards(30 * DAY))).toBe(still);
  });
});

describe('what comes next', () => {
  const later = toOutgoingMail({
    id: 'L'.repeat(22),
    status: 'wachtrij',
    volgende: afterwards(10).toISOString(),
  });
  const earlier = toOutgoingMail({
    id: 'E'.repeat(22),
    status: 'wachtrij',
    volgende: afterwards(5).toISOString(),
  });

  it('is the mail that waits longest, when its time has come', () => {
    expect(findDue([later, earlier, toOutgoingMail()], afterwards(4))).toBeUndefined();
    expect(findDue([later, earlier], afterwards(20))).toBe(earlier);
    expect(findDue([later], afterwards(10))).toBe(later);
  });

  it('is an attempt, or the wiping of what nobody confirmed', () => {
    expect(findNextMoment([later, earlier])).toEqual(afterwards(5));
    expect(findNextMoment([later, toOutgoingMail({ aangemaakt: afterwards(-55).toISOString() })])).toEqual(
      afterwards(5),
    );
    expect(findNextMoment([toOutgoingMail({ status: 'verstuurd' })])).toBeNull();
    expect(findNextMoment([])).toBeNull();
    expect(NOW).toEqual(afterwards(0));
  });

  it('is not put off for days by a clock that was ahead, and a link of that time does not work for days', () => {
    const ahead = afterwards(10 * DAY).toISOString();
    const waiting = toOutgoingMail({ status: 'wachtrij', volgende: ahead });
    expect(findDue([waiting], NOW)).toBe(waiting);
    expect(cleanUp([toOutgoingMail({ aangemaakt: ahead })], NOW)).toMatchObject([{ status: 'verlopen' }]);
    const soon = [toOutgoingMail({ aangemaakt: afterwards(1).toISOString() })];
    expect(cleanUp(soon, NOW)).toBe(soon);
  });
});
