import { expect, it } from 'vitest';
import { findLimiet } from '../../../src/domain/sending/outbox-rules.ts';
import { na, toZending } from './outgoing-mail.ts';

const EIGEN = 'D'.repeat(43);
const LIMIETEN = { perAfzender: 2, totaal: 4 };
const zendingen = (...minuten: number[]) =>
  minuten.map((minuut) => toZending({ aangemaakt: na(minuut).toISOString() }));

it('counts what a sender asked for in the past hour, whatever became of it', () => {
  const lijst = zendingen(0, 20);
  expect(findLimiet(lijst, [EIGEN], LIMIETEN, na(30))).toEqual({ van: 'afzender', vanaf: na(60) });
  expect(findLimiet(lijst, ['x', EIGEN], LIMIETEN, na(59.9))).not.toBeNull();
  expect(findLimiet(lijst, [EIGEN], LIMIETEN, na(60))).toBeNull();
  expect(findLimiet(lijst, ['x'], LIMIETEN, na(30))).toBeNull();
  const verlopen = lijst.map((zending) => ({ ...zending, status: 'verlopen' as const }));
  expect(findLimiet(verlopen, [EIGEN], LIMIETEN, na(30))).not.toBeNull();
});

it('counts what all senders asked for together, and leaves out the notes', () => {
  const lijst = zendingen(5, 0, 10, 15);
  expect(findLimiet(lijst, ['x'], LIMIETEN, na(30))).toEqual({ van: 'totaal', vanaf: na(60) });
  expect(findLimiet(zendingen(5, 0, 10, 15, 16), ['x'], LIMIETEN, na(30))?.vanaf).toEqual(na(65));
  const berichten = lijst.map((zending) => ({ ...zending, soort: 'bericht' as const }));
  expect(findLimiet(berichten, ['x'], LIMIETEN, na(30))).toBeNull();
});
