import { describe, expect, it } from 'vitest';
import { describeFinding, findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts';
import { say } from '../../support/texts.ts';

function describeAll(text: string): string[] {
  return findPersonalData(text).map((finding) => describeFinding(say, finding, 'Hulpvraag'));
}

describe('describeFinding', () => {
  it.each([
    ['Gesprek met mw. Jansen', 'een naam: ‘mw. Jansen’ (teken 13 tot en met 22). Haal de naam weg'],
    ['jan@example.nl', 'een e-mailadres: ‘jan@example.nl’ (teken 1 tot en met 14). Haal het adres weg'],
    ['06-12345678', 'een telefoonnummer: ‘06-12345678’ (teken 1 tot en met 11). Haal het nummer weg'],
    ['geb. 12-03-1985', 'een geboortedatum: ‘12-03-1985’ (teken 6 tot en met 15). Haal de datum weg'],
    [
      'Dorpsstraat 12\n7511 AB',
      'een adres: ‘Dorpsstraat 12 7511 AB’ (teken 1 tot en met 22). Haal het adres weg',
    ],
    ['12-AB-34', 'een kenteken: ‘12-AB-34’ (teken 1 tot en met 8). Haal het kenteken weg'],
    [
      'NL44 WEGW 0123 4567 89',
      'een rekeningnummer (IBAN): ‘NL44 WEGW 0123 4567 89’ (teken 1 tot en met 22). Haal het nummer weg',
    ],
    ['08/123456-25', 'een parketnummer: ‘08/123456-25’ (teken 1 tot en met 12). Haal het nummer weg'],
    [
      'V-nr 1234567890',
      'een V-nummer (vreemdelingennummer): ‘1234567890’ (teken 6 tot en met 15). Haal het nummer weg',
    ],
    ['cliëntnr 4471', 'een cliëntnummer: ‘4471’ (teken 10 tot en met 13). Haal het nummer weg'],
    ['polisnr 123456', 'een polisnummer: ‘123456’ (teken 9 tot en met 14). Haal het nummer weg'],
  ])('warns about %j', (text, middle) => {
    expect(describeAll(text)).toEqual([
      `In het veld ‘Hulpvraag’ staat misschien ${middle}, of bevestig dat dit geen persoonsgegeven van de cliënt is.`,
    ]);
  });

  it('refuses a BSN without repeating it', () => {
    expect(describeAll('BSN: 123456782')).toEqual([
      'In het veld ‘Hulpvraag’ staat een burgerservicenummer (BSN): teken 6 tot en met 14. Haal het nummer weg, dan kunt u verder.',
    ]);
  });

  it('shortens a long quotation', () => {
    const [sentence = ''] = describeAll(`${'x'.repeat(60)}@example.nl`);
    expect(sentence).toContain(`‘${'x'.repeat(59)}…’`);
  });
});
