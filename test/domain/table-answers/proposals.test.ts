import { expect, it } from 'vitest';
import { listProposals } from '../../../src/domain/table-answers/proposals.ts';
import type { CountedAnswer } from '../../../src/domain/table-answers/table-answers.ts';
import { content } from '../../support/real-content.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const named = (waarom: string, aantal: number, anders: Partial<CountedAnswer> = {}): CountedAnswer => ({
  ...{ tafel: 'topx', versie: 'aaaaaa', keuze: 'nietOpgepakt', week: '2026-W40', waarom, aantal },
  ...anders,
});
const list = (...counted: CountedAnswer[]) => listProposals(counted, NOW, content.tafels, () => 'aaaaaa');
const ONE = { tafel: 'topx', criterium: 'een', versie: 'aaaaaa', isNow: true, aantal: 5, anders: 0 };

it('is a criterion that was named five times, in a third of the refusals', () => {
  expect(list(named('criterium:een', 5))).toEqual([ONE]);
  expect(list(named('criterium:een', 4))).toEqual([]);
  expect(list(named('criterium:een', 5), named('reden:anders', 10))).toEqual([{ ...ONE, anders: 10 }]);
  expect(list(named('criterium:een', 5), named('reden:anders', 11))).toEqual([]);
});

it('is no other reason, and nothing that was not refused', () => {
  expect(list(named('reden:geen-plek', 50), named('criterium:een', 50, { keuze: 'opgepakt' }))).toEqual([]);
});

it('adds weeks up, also of longer ago than a year, and not the week that goes on', () => {
  const weeks = ['2024-W01', '2025-W30', '2026-W47'].map((week) => named('criterium:een', 2, { week }));
  expect(list(...weeks)).toEqual([ONE]);
  expect(list(...weeks.slice(1), named('criterium:een', 2, { week: '2026-W48' }))).toEqual([]);
});

it('keeps tables and versions of the rules apart, those of now first', () => {
  const old = { versie: 'bbbbbb' };
  expect(
    list(
      named('criterium:een', 3),
      named('criterium:een', 3, old),
      named('criterium:een', 3, { tafel: 'levensloopaanpak' }),
    ),
  ).toEqual([]);
  expect(
    list(named('criterium:een', 30, old), named('criterium:twee', 8), named('criterium:een', 6)).map(
      ({ criterium, isNow, aantal, anders }) => [criterium, isNow, aantal, anders],
    ),
  ).toEqual([
    ['twee', true, 10, 5],
    ['een', true, 5, 10],
    ['een', false, 30, 0],
  ]);
});

it('says no number below five, nor what is left beside one', () => {
  for (let few = 0; few < 5; few += 1)
    expect(list(named('criterium:een', 20), named('reden:anders', few || 1))[0]).toEqual({
      ...ONE,
      aantal: 20,
      anders: 0,
    });
});
