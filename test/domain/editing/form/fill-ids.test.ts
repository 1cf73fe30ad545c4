import { expect, it } from 'vitest';
import { fillIds as fillIdsOf } from '../../../../src/domain/editing/form/fill-ids.ts';
import type { Invoer, Lid, Veld } from '../../../../src/domain/editing/form/veld.ts';

const fillIds = (veld: Veld, invoer: Invoer, was: Invoer | undefined) => fillIdsOf(veld, invoer, was).invoer;
const TEKST = { soort: 'tekst', patroon: null, max: null, isAdres: false } as const satisfies Veld;
const toLid = (naam: string, veld: Veld = TEKST): Lid => ({ naam, veld, isNodig: true, leeg: undefined });
const toGroep = (...leden: readonly Lid[]): Veld => ({ soort: 'groep', leden });
const OPTIE = toGroep(toLid('id'), toLid('tekst'));
const FEIT = { ...TEKST, patroon: /^[a-z][A-Za-z0-9]*$/ };
const VRAAG = toGroep(
  toLid('feit', FEIT),
  toLid('kort'),
  toLid('opties', { soort: 'lijst', item: OPTIE, min: 0 }),
);
const DING = toGroep(toLid('id'), toLid('naam'));

it.each([
  ['Meldpunt Twente', 'meldpunt-twente'],
  ['  Café "De Brùg" (Ålmelo)', 'cafe-de-brug-almelo'],
  ['Team 2-24', 'team-2-24'],
  ['Overleg over wonen, zorg en veiligheid in de regio Twente', 'overleg-over-wonen-zorg-en-veiligheid-in'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('maakt van %j het kenmerk %s', (naam, id) => {
  expect(fillIds(DING, { id: '', naam }, undefined)).toEqual({ id, naam });
});

it('laat staan wat er is ingevuld, en leeg waar geen naam is', () => {
  expect(fillIds(DING, { id: 'eigen', naam: 'Loket' }, undefined)).toMatchObject({ id: 'eigen' });
  expect(fillIds(DING, { id: '', naam: '…' }, undefined)).toMatchObject({ id: '' });
});

it('verzint geen kenmerk voor wat er al is: andere onderdelen noemen het', () => {
  expect(fillIds(DING, { id: '', naam: 'Loket' }, { id: 'loket', naam: 'Loket' })).toMatchObject({ id: '' });
});

it('schrijft een feit zoals feiten zijn, en geeft elk nieuw antwoord een eigen kenmerk', () => {
  const opties = ['Ja', 'Nee', 'Ja'].map((tekst) => ({ id: '', tekst }));
  expect(fillIds(VRAAG, { feit: '', kort: 'Hulp van de ggz', opties }, undefined)).toMatchObject({
    feit: 'hulpVanDeGgz',
    opties: [{ id: 'ja' }, { id: 'nee' }, { id: 'ja-2' }],
  });
  expect(fillIds(VRAAG, { feit: '', kort: '2 tafels', opties: [] }, undefined)).toMatchObject({
    feit: 'f2Tafels',
  });
});

it('kiest de vorm van het kenmerk naar wat er mag staan, niet naar hoe het veld heet', () => {
  const veld = toGroep(toLid('id', FEIT), toLid('label'));
  expect(fillIds(veld, { id: '', label: 'Datum van aanmelding' }, undefined)).toMatchObject({
    id: 'datumVanAanmelding',
  });
});

it('geeft "Ik weet het niet" zijn vaste kenmerk, en woorden dat van het eerste', () => {
  const opties = [{ id: '', tekst: 'Ik weet het niet' }];
  expect(fillIds(VRAAG, { feit: 'hulp', kort: 'x', opties }, undefined)).toMatchObject({
    opties: [{ id: 'weetNiet' }],
  });
  const woorden = toGroep(toLid('id'), toLid('woorden'));
  expect(fillIds(woorden, { id: '', woorden: 'Huis uitzetting\nontruiming' }, undefined)).toMatchObject({
    id: 'huis-uitzetting',
  });
});

it('laat een kenmerk leeg dat iemand wiste bij een antwoord dat er al was, en vult dat van een nieuw antwoord', () => {
  const was = { feit: 'woning', kort: 'x', opties: [{ id: 'eigen', tekst: 'Eigen woning' }] };
  const opties = [
    { id: '', tekst: 'Eigen woning' },
    { id: '', tekst: 'Huurwoning' },
  ];
  expect(fillIds(VRAAG, { ...was, opties }, was)).toMatchObject({
    opties: [{ id: '' }, { id: 'huurwoning' }],
  });
});

it('zegt van elk leeg kenmerk waarvan het is gemaakt, of waarom niet', () => {
  const opties = [
    { id: '', tekst: 'Huurwoning' },
    { id: '', tekst: '' },
    { id: 'eigen', tekst: 'Eigen woning' },
  ];
  const { ids } = fillIdsOf(VRAAG, { feit: '', kort: '!!!', opties }, undefined);
  expect([...ids]).toEqual([
    ['opties.0.id', { van: 'opties.0.tekst', stand: 'gemaakt' }],
    ['opties.1.id', { van: 'opties.1.tekst', stand: 'leeg' }],
    ['feit', { van: 'kort', stand: 'onmogelijk' }],
  ]);
});
