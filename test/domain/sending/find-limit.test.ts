import { expect, it } from 'vitest';
import { findLimit } from '../../../src/domain/sending/outbox-rules.ts';
import { afterwards, toOutgoingMail } from './outgoing-mail.ts';

const OWN = 'D'.repeat(43);
const LIMITS = { perSender: 2, totaal: 4 };
const zendingen = (...minutes: number[]) =>
  minutes.map((minute) => toOutgoingMail({ aangemaakt: afterwards(minute).toISOString() }));

it('counts what a sender asked for in the past hour, whatever became of it', () => {
  const list = zendingen(0, 20);
  expect(findLimit(list, [OWN], LIMITS, afterwards(30))).toEqual({ van: 'afzender', from: afterwards(60) });
  expect(findLimit(list, ['x', OWN], LIMITS, afterwards(59.9))).not.toBeNull();
  expect(findLimit(list, [OWN], LIMITS, afterwards(60))).toBeNull();
  expect(findLimit(list, ['x'], LIMITS, afterwards(30))).toBeNull();
  const expired = list.map((outgoingMail) => ({ ...outgoingMail, status: 'verlopen' as const }));
  expect(findLimit(expired, [OWN], LIMITS, afterwards(30))).not.toBeNull();
});

it('counts what all senders asked for together, and leaves out the notes', () => {
  const list = zendingen(5, 0, 10, 15);
  expect(findLimit(list, ['x'], LIMITS, afterwards(30))).toEqual({ van: 'totaal', from: afterwards(60) });
  expect(findLimit(zendingen(5, 0, 10, 15, 16), ['x'], LIMITS, afterwards(30))?.from).toEqual(afterwards(65));
  const notes = list.map((outgoingMail) => ({ ...outgoingMail, soort: 'bericht' as const }));
  expect(findLimit(notes, ['x'], LIMITS, afterwards(30))).toBeNull();
});
