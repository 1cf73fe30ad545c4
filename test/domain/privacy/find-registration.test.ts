import { describe } from 'vitest';
import { describeKind } from './describe-kind.ts';

// All invented: no bank is called WEGW, and the numbers only count on.
describe('findPersonalData', () => {
  describeKind('iban', [
    ['NL44WEGW0123456789', 'NL44WEGW0123456789'],
    ['IBAN: NL44 WEGW 0123 4567 89', 'NL44 WEGW 0123 4567 89'],
    ['iban nl44wegw0123456789, op eigen naam', 'nl44wegw0123456789'],
    ['nl44 wegw 0123 4567 89 van de bewindvoerder', 'nl44 wegw 0123 4567 89'],
    ['NL44.WEGW.0123.4567.89', 'NL44.WEGW.0123.4567.89'],
    ['NL44 WEGW 0123456789.', 'NL44 WEGW 0123456789'],
    ['rekening (NL44WEGW0123456789) is geblokkeerd', 'NL44WEGW0123456789'],
    ['DE50000000000123456789', 'DE50000000000123456789'],
    ['BE31 0000 0000 0123', 'BE31 0000 0000 0123'],
  ]);

  describeKind('parketnummer', [
    ['08/123456-25', '08/123456-25'],
    ['08.123456.25', '08.123456.25'],
    ['08-123456-25', '08-123456-25'],
    ['08/123456/25', '08/123456/25'],
    ['de zaak 96/000123-24 loopt nog', '96/000123-24'],
    ['parketnummer 0812345625', '0812345625'],
    ['parketnr. 08 123456 25', '08 123456 25'],
    ['Parketnummer: 08-123456-25.', '08-123456-25'],
  ]);

  describeKind('v-nummer', [
    ['V-nummer 1234567890', '1234567890'],
    ['v-nr. 123.456.7890', '123.456.7890'],
    ['V nummer: 123 456 7890', '123 456 7890'],
    ['vnummer is 1234567890', '1234567890'],
    ['vreemdelingennummer 12345678', '12345678'],
  ]);

  describeKind('clientnummer', [
    ['cliëntnummer 4471', '4471'],
    ['Clientnummer: 00123456', '00123456'],
    ['cliëntnr. 44.712.3', '44.712.3'],
    ['client nr 447123', '447123'],
    ['cliënt-nummer is 447123', '447123'],
    ['cliëntnummer bij Mediant: 447123', '447123'],
    ['cliënt 1234567 woont alleen', '1234567'],
    ['patiëntnummer P1234567', 'P1234567'],
    ['patientnr 7654321', '7654321'],
  ]);

  describeKind('polisnummer', [
    ['polisnummer 123456', '123456'],
    ['Polisnr.: 12-345-678', '12-345-678'],
    ['polis nummer is 0012345678', '0012345678'],
    ['verzekerdennummer 1234567890', '1234567890'],
    ['verzekerdenr A12345678', 'A12345678'],
  ]);
});
