import { expect, it } from 'vitest';
import { addWorkingDays } from '../../../src/domain/calendar.ts';
import type { Casus, GemaakteVerwijzing } from '../../../src/domain/casus/casus.ts';
import { beginCasus, putStatus, putVelden } from '../../../src/domain/casus/change-casus.ts';
import { putVerwijzing } from '../../../src/domain/casus/change-items.ts';
import { listDue } from '../../../src/domain/casus/due.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { CODE, rules, toMoment } from '../../support/arbitrary-casus.ts';

const TODAY = '2026-11-20';
const begun = beginCasus(CODE, toMoment(0));
const item = (id: string) => ({ id, genoteerd: toMoment(1) });
const made: GemaakteVerwijzing = {
  ...item('pakket'),
  datum: '2026-11-13',
  tafel: 'topx',
  soort: 'aanmelding',
  inhoud: '0'.repeat(64),
  inhoudsversie: '',
  velden: {},
  stand: 'gemaakt',
  standDatum: '',
  toelichting: '',
};
const list = (casus: Casus, today = TODAY) =>
  listDue(rules, casus, today).map(({ soort, datum, teLaat }) => [soort, datum, teLaat]);

it('a meeting is due until it has been, and handing in until that was done', () => {
  const planned = putVelden(begun, rules, 'regiotafel-wlz', { overlegdatum: '2026-12-10' }, toMoment(1));
  const meeting = ['overleg', '2026-12-10', false];
  expect(list(planned)).toEqual([['inleveren', '2026-11-19', true], meeting]);
  expect(list(planned, '2026-11-19')).toEqual([['inleveren', '2026-11-19', false], meeting]);
  const sent = { ...made, tafel: 'regiotafel-wlz', stand: 'ontvangen' } as const;
  expect(list(putVerwijzing(planned, sent))).toEqual([meeting]);
  expect(list(planned, '2026-12-11')).toEqual([]);
  // What was refused, taken back or only asked is not handed in for the next meeting.
  const waits = [['inleveren', '2026-11-19', true], meeting];
  for (const stand of ['afgewezen', 'ingetrokken'] as const)
    expect(list(putVerwijzing(planned, { ...sent, stand }))).toEqual(waits);
  expect(list(putVerwijzing(planned, { ...sent, soort: 'vraag' }))).toEqual(waits);
});

it('whether a package arrived is asked five working days later, until somebody knows', () => {
  expect(addWorkingDays('2026-11-13', 5)).toBe('2026-11-20');
  expect(addWorkingDays('2026-11-14', 1)).toBe('2026-11-16');
  const casus = putVerwijzing(begun, made);
  expect(list(casus)).toEqual([['nabellen', '2026-11-20', false]]);
  expect(list(casus, '2026-11-21')).toEqual([['nabellen', '2026-11-20', true]]);
  const sent = { ...made, stand: 'verstuurd', standDatum: '2026-11-16' } as const;
  expect(list(putVerwijzing(begun, sent))).toEqual([['nabellen', '2026-11-23', false]]);
  expect(list(putVerwijzing(begun, { ...made, stand: 'opgepakt' }))).toEqual([]);
});

it('what is done is not due; the rest is in the order of the days, hours last; a closed case has nothing', () => {
  const agreement = { wie: '', doetWat: 'belt', waar: '', wanneer: '', hoe: '', doel: '', bijdrage: '' };
  const casus: Casus = {
    ...begun,
    plan: [
      { ...item('a'), ...agreement, datum: '2026-11-30', stand: 'bezig' },
      { ...item('b'), ...agreement, datum: '2026-11-30', stand: 'klaar' },
      { ...item('c'), ...agreement, datum: '', stand: 'open' },
    ],
    termijnen: [
      { ...item('d'), datum: '2026-11-01', wat: 'evaluatie', gedaan: '' },
      { ...item('e'), datum: '2026-11-01', wat: 'evaluatie', gedaan: 'ja' },
    ],
    verwijzingen: [
      {
        ...made,
        tafel: 'mobiel-p10-team',
        soort: 'inzet',
        stand: 'opgepakt',
        velden: { evaluatieUren: '40' },
      },
    ],
  };
  expect(list(casus)).toEqual([
    ['termijnen', '2026-11-01', true],
    ['plan', '2026-11-30', false],
    ['evaluatie', null, false],
  ]);
  expect(list(putStatus(casus, 'afgesloten', toMoment(2)))).toEqual([]);
});

it('after a deployment that goes on, only the evaluation of the last one is due', () => {
  const inzet = { ...made, tafel: 'mobiel-p10-team', soort: 'inzet', stand: 'opgepakt' } as const;
  const first = putVerwijzing(begun, { ...inzet, ...item('z'), velden: { evaluatieUren: '40' } });
  const next = { ...inzet, ...item('a'), soort: 'voortzetting', velden: { evaluatieUren: '20' } } as const;
  const hours = (casus: Casus) => listDue(rules, casus, TODAY).map(({ wat }) => wat);
  expect(hours(first)).toEqual(['40']);
  expect(hours(putVerwijzing(first, next))).toEqual(['20']);
  expect(hours(putVerwijzing(first, { ...next, datum: '2026-11-19' }))).toEqual(['20']);
  // Hours that are not agreed yet leave nothing to wait for; going on that was taken back leaves the first one.
  expect(hours(putVerwijzing(first, { ...next, velden: {} }))).toEqual([]);
  expect(hours(putVerwijzing(first, { ...next, stand: 'ingetrokken' }))).toEqual(['40']);
});

it.each(['0000-01-01', '9999-12-31'])(
  'a file with a day at the edge of the calendar (%s) is no fault',
  (datum) => {
    const planned = putVelden(begun, rules, 'regiotafel-wlz', { overlegdatum: datum }, toMoment(1));
    const termijnen = [{ ...item('d'), datum, wat: 'evaluatie', gedaan: '' as const }];
    const text = writeCasus({ ...putVerwijzing(planned, { ...made, datum }), termijnen });
    const parsed = parseCasus(rules, text, TODAY, toMoment(0));
    if ('fout' in parsed) throw new Error(parsed.fout);
    expect(parsed.gevallen).toHaveLength(3);
    expect(list(parsed.casus)).toEqual([]);
  },
);
