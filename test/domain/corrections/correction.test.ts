import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  type Correction,
  commandSchema,
  isGoneAlready,
  newCorrectionSchema,
} from '../../../src/domain/corrections/corrections.ts';
import { NEW_CORRECTION } from '../../support/open-test-store.ts';

const melding: Correction = {
  ...NEW_CORRECTION,
  id: '1',
  gemaakt: '2026-11-21T09:00:00.000Z',
  status: 'open',
};

describe('newCorrectionSchema', () => {
  it('takes a report, with or without an address', () => {
    const { email: _, ...without } = NEW_CORRECTION;
    expect(newCorrectionSchema.parse(NEW_CORRECTION)).toEqual(NEW_CORRECTION);
    expect(newCorrectionSchema.parse(without)).toEqual(without);
  });

  it('keeps lines, and takes out signs that cannot be seen', () => {
    const { watMoetHetZijn } = newCorrectionSchema.parse({
      ...NEW_CORRECTION,
      watMoetHetZijn: ' een\r\ntwee\u001b[31m \u202edrie\u0000\ud800 ',
    });
    expect(watMoetHetZijn).toBe('een\ntwee [31m drie');
  });

  it.each([
    ['pagina', ''],
    ['pagina', 'https://example.nl/'],
    ['pagina', '//example.nl'],
    ['pagina', '/advies?a=geheim'],
    ['pagina', `/${'x'.repeat(200)}`],
    ['veld', ' '],
    ['veld', 'x'.repeat(201)],
    ['watMoetHetZijn', '\u200b'],
    ['watMoetHetZijn', 'x'.repeat(2_001)],
    ['email', 'geen adres'],
    ['email', `${'x'.repeat(250)}@example.nl`],
    ['anders', 'x'],
  ])('refuses %s %j, with words', (veld, waarde) => {
    const result = newCorrectionSchema.safeParse({ ...NEW_CORRECTION, [veld]: waarde });
    expect(result.error?.issues.length).toBeGreaterThan(0);
  });
});

describe('applyCommand', () => {
  it('takes away a closed report, and no other', () => {
    const verwijder = { soort: 'verwijder', id: '1' } as const;
    const open = [melding, { ...melding, id: '2' }];
    expect(applyCommand(open, verwijder)).toBe(open);
    expect(applyCommand(applyCommand(open, { soort: 'sluit', id: '1' }), verwijder)).toEqual([open[1]]);
    expect(isGoneAlready(open, verwijder)).toBe(false);
    expect(isGoneAlready(open, { ...verwijder, id: '3' })).toBe(true);
    expect(isGoneAlready(open, { soort: 'sluit', id: '3' })).toBe(false);
  });

  it('answers a report', () => {
    expect(applyCommand([melding], { soort: 'antwoord', id: '1', antwoord: 'Dank u.' })).toEqual([
      { ...melding, status: 'beantwoord', antwoord: 'Dank u.' },
    ]);
  });

  it('closes a report and wipes the address', () => {
    const { email: _, ...rest } = melding;
    expect(applyCommand([melding], { soort: 'sluit', id: '1' })).toEqual([{ ...rest, status: 'gesloten' }]);
  });

  it('does not open a closed one again', () => {
    const [closed] = applyCommand([melding], { soort: 'sluit', id: '1' });
    const [later] = applyCommand(closed ? [closed] : [], {
      soort: 'antwoord',
      id: '1',
      antwoord: 'Toch nog.',
    });
    expect(later).toMatchObject({ status: 'gesloten', antwoord: 'Toch nog.' });
  });

  it.each([
    { soort: 'antwoord', id: '1', antwoord: 'Dank u.' },
    { soort: 'sluit', id: '1' },
  ] as const)('gives the same when it is done twice: %j', (command) => {
    const once = applyCommand([melding], command);
    expect(applyCommand(once, command)).toEqual(once);
  });

  it('gives the same list when there is no such report', () => {
    const list = [melding];
    expect(applyCommand(list, { soort: 'sluit', id: '2' })).toBe(list);
  });

  it('refuses an empty or long answer', () => {
    for (const antwoord of ['', 'x'.repeat(2_001)]) {
      expect(commandSchema.safeParse({ soort: 'antwoord', id: '1', antwoord }).success).toBe(false);
    }
  });
});
