import { expect, it } from 'vitest';
import { listEffects } from '../../src/content/describe-shifts.ts';
import type { Shift } from '../../src/domain/proof/find-shifts.ts';

const ALL = 10n ** 30n;
const WORDS = {
  tafel: String,
  uitkomst: String,
  vraag: (feit: string) => `Is er ${feit}?`,
  voorbeeld: () => 'voorbeeld',
  link: () => null,
};

it('zegt wat een concept verandert in delen, en nooit met een getal van dertig cijfers', () => {
  const shift = { soort: 'uitkomst', tafel: null, criterium: null, feit: null, voorbeeld: {} } as const;
  const shifts: Shift[] = [
    { ...shift, van: 'aanmelden', to: 'geenTafel', aantal: ALL / 340n },
    { ...shift, van: 'aanvullen', to: 'aanmelden', aantal: 1n },
  ];
  const effects = listEffects(
    {
      ...{ totaal: ALL, anders: { aantal: ALL / 4n, voorbeeld: null }, shifts },
      ...{ alleenNu: ALL / 5n, alleenEerst: ALL / 20n },
    },
    WORDS,
  );
  expect(effects.map(({ tekst }) => tekst)).toEqual([
    'Van alle mogelijke combinaties van antwoorden verandert bij 25 % iets.',
    'Van alle mogelijke combinaties van antwoorden komt 20 % erbij.',
    'Van alle mogelijke combinaties van antwoorden verdwijnt 1 op de 20.',
    'Uitkomst was “aanmelden”, wordt “geenTafel”: bij 1 op de 340.',
    'Uitkomst was “aanvullen”, wordt “aanmelden”: bij minder dan 1 op de miljoen.',
  ]);
});

it('noemt de vraag die anders meetelt', () => {
  const shift = { soort: 'gevraagd', tafel: null, criterium: null, feit: 'haast', voorbeeld: {} } as const;
  const shifts: Shift[] = [
    { ...shift, van: 'nee', to: 'ja', aantal: ALL / 4n },
    { ...shift, van: 'ja', to: 'nee', aantal: ALL / 5n },
  ];
  const none = { totaal: ALL, anders: { aantal: 0n, voorbeeld: null }, alleenNu: 0n, alleenEerst: 0n };
  expect(listEffects({ ...none, shifts }, WORDS).map(({ tekst }) => tekst)).toEqual([
    'De vraag “Is er haast?” telt dan mee: bij 25 %.',
    'De vraag “Is er haast?” telt niet meer mee: bij 20 %.',
  ]);
});
