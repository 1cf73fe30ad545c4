import { expect, it } from 'vitest';
import { findLimit } from '../../../src/domain/sending/outbox-rules.ts';
import { afterwards, toOutgoingMail } from './outgoing-mail.ts';

const OWN = 'D'.repeat(43);
const LIMITS = { perSender: 2, totaal: 4 };
const zendingen = (...minutes: number[]) =>
  minutes.map((minute) => toOutgoingMail({ aangemaakt: afterwards(minute).toISOString() }));

const confirmed = (...minutes: number[]) =>
  zendingen(...minutes).map((mail) => ({ ...mail, status: 'wachtrij' as const, bevestigd: mail.aangemaakt }));

it('counts what a sender asked for in the past hour, whatever became of it', () => {
  const list = zendingen(0, 20);
  expect(findLimit(list, [OWN], LIMITS, afterwards(30))).toEqual({ van: 'afzender', from: afterwards(60) });
  expect(findLimit(list, ['x', OWN], LIMITS, afterwards(59.9))).not.toBeNull();
  expect(findLimit(list, [OWN], LIMITS, afterwards(60))).toBeNull();
  expect(findLimit(list, ['x'], LIMITS, afterwards(30))).toBeNull();
  const expired = list.map((outgoingMail) => ({ ...outgoingMail, status: 'verlopen' as const }));
  expect(findLimit(expired, [OWN], LIMITS, afterwards(30))).not.toBeNull();
});

it('counts what all senders confirmed together, and leaves out the notes', () => {
  const list = confirmed(5, 0, 10, 15);
  expect(findLimit(list, ['x'], LIMITS, afterwards(30))).toEqual({ van: 'totaal', from: afterwards(60) });
  expect(findLimit(confirmed(5, 0, 10, 15, 16), ['x'], LIMITS, afterwards(30))?.from).toEqual(afterwards(65));
  const notes = list.map((outgoingMail) => ({ ...outgoingMail, soort: 'bericht' as const }));
  expect(findLimit(notes, ['x'], LIMITS, afterwards(30))).toBeNull();
});

it('who asks and does not confirm takes nothing away from others', () => {
  const asked = zendingen(...Array.from({ length: 50 }, (_, minute) => minute));
  expect(findLimit(asked, ['x'], LIMITS, afterwards(50))).toBeNull();
});

it('mails nobody more than three times an hour who does not confirm', () => {
  const wide = { perSender: 10, totaal: 100 };
  const asked = zendingen(0, 1, 2);
  expect(findLimit(asked.slice(1), [OWN], wide, afterwards(30))).toBeNull();
  expect(findLimit(asked, [OWN], wide, afterwards(30))).toEqual({ van: 'afzender', from: afterwards(60) });
  expect(findLimit([...asked.slice(1), ...confirmed(0, 1, 2)], [OWN], wide, afterwards(30))).toBeNull();
});

it('a clock that was days ahead does not close sending', () => {
  const days = 10 * 24 * 60;
  for (const ahead of [days, 10])
    expect(findLimit(zendingen(ahead, ahead, ahead), [OWN], LIMITS, afterwards(0))).toBeNull();
  // Two servers never have the very same time.
  expect(findLimit(zendingen(1, 1), [OWN], LIMITS, afterwards(0))).not.toBeNull();
});
