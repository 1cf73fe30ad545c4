import { expect, it } from 'vitest';
import { findLimit } from '../../../src/domain/sending/outbox-rules.ts';
import { na, toZending } from './outgoing-mail.ts';

const EIGEN = 'D'.repeat(43);
const LIMIETEN = { perSender: 2, totaal: 4 };
const zendingen = (...minuten: number[]) =>
  minuten.map((minuut) => toZending({ aangemaakt: na(minuut).toISOString() }));

it('counts what a sender asked for in the past hour, whatever became of it', () => {
  const lijst = zendingen(0, 20);
  expect(findLimit(lijst, [EIGEN], LIMIETEN, na(30))).toEqual({ van: 'afzender', from: na(60) });
  expect(findLimit(lijst, ['x', EIGEN], LIMIETEN, na(59.9))).not.toBeNull();
  expect(findLimit(lijst, [EIGEN], LIMIETEN, na(60))).toBeNull();
  expect(findLimit(lijst, ['x'], LIMIETEN, na(30))).toBeNull();
  const verlopen = lijst.map((zending) => ({ ...zending, status: 'verlopen' as const }));
  expect(findLimit(verlopen, [EIGEN], LIMIETEN, na(30))).not.toBeNull();
});

it('counts what all senders asked for together, and leaves out the notes', () => {
  const lijst = zendingen(5, 0, 10, 15);
  expect(findLimit(lijst, ['x'], LIMIETEN, na(30))).toEqual({ van: 'totaal', from: na(60) });
  expect(findLimit(zendingen(5, 0, 10, 15, 16), ['x'], LIMIETEN, na(30))?.from).toEqual(na(65));
  const berichten = lijst.map((zending) => ({ ...zending, soort: 'bericht' as const }));
  expect(findLimit(berichten, ['x'], LIMIETEN, na(30))).toBeNull();
});
