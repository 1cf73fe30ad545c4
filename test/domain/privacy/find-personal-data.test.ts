import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts';
import { describeKind, listFindings } from './describe-kind.ts';

describe('findPersonalData', () => {
  describeKind('bsn', [
    ['123456782', '123456782'],
    ['Het nummer 123456782 hoort bij de cliënt.', '123456782'],
    ['nummer 1234.56.782', '1234.56.782'],
    ['nummer 123-456-782.', '123-456-782'],
    ['nummer 123 456 782 staat in het dossier', '123 456 782'],
    ['nummer 123 456 782', '123 456 782'],
    ['nummer 123‑456‑782', '123‑456‑782'],
    ['nummer 123.456.782', '123.456.782'],
    ['nummer 12 345 6782', '12 345 6782'],
    ['nummer 12.34.56.782', '12.34.56.782'],
    ['kamer 12, 123456782, tweede verdieping', '123456782'],
    ['TW-123456782', '123456782'],
    ['(123456782)', '123456782'],
    ['cliënt123456782', '123456782'],
    ['BSN: 123456789', '123456789'],
    ['BSN 123456782', '123456782'],
    ['bsn:123.456.789', '123.456.789'],
    ['BSN123456789', '123456789'],
    ['BSN-nummer: 123456789', '123456789'],
    ['BSN nr. 123456789', '123456789'],
    ['BSN = 1234.56.789', '1234.56.789'],
    ['BSN is 123456789', '123456789'],
    ['BSN van de cliënt is 123456789', '123456789'],
    ['BSN (cliënt): onbekend. BSN\n123456789', '123456789'],
    ['burgerservicenummer 12345678', '12345678'],
    ['Burger service nummer: 12345678', '12345678'],
    ['sofinummer 12345678', '12345678'],
    ['sofi-nummer: 123 456 789', '123 456 789'],
    ['B.S.N. 123456789', '123456789'],
    ['BSN 123456789 10 uur', '123456789'],
    ['123456782@example.nl', '123456782'],
  ]);

  describeKind('e-mail', [
    ['info@veiligheidshuistwente.nl', 'info@veiligheidshuistwente.nl'],
    ['Mail naar jan.jansen+x@mail.example.co.uk.', 'jan.jansen+x@mail.example.co.uk'],
    ['<J_de-Vries99@ggz-twente.nl>', 'J_de-Vries99@ggz-twente.nl'],
    ['mailto:rené@postkantoor.nl', 'rené@postkantoor.nl'],
    ['0612345678@kpn.nl', '0612345678@kpn.nl'],
    ['(jan@example.nl)', 'jan@example.nl'],
  ]);

  describeKind('telefoon', [
    ['06-12345678', '06-12345678'],
    ['Bel 0612345678 voor overleg', '0612345678'],
    ['06 12 34 56 78', '06 12 34 56 78'],
    ['06 1234 5678', '06 1234 5678'],
    ['06 - 12 34 56 78', '06 - 12 34 56 78'],
    ['06.12.34.56.78', '06.12.34.56.78'],
    ['(06) 12345678', '(06) 12345678'],
    ['053-4876969', '053-4876969'],
    ['053 - 487 69 69', '053 - 487 69 69'],
    ['(053) 4876969', '(053) 4876969'],
    ['053/4876969', '053/4876969'],
    ['0541 123456', '0541 123456'],
    ['(0541) 123456', '(0541) 123456'],
    ['053–4876969', '053–4876969'],
    ['+31 6 1234 5678', '+31 6 1234 5678'],
    ['+31612345678', '+31612345678'],
    ['+31 612345610', '+31 612345610'],
    ['+31 (0)534876912', '+31 (0)534876912'],
    ['+31 (0)53 487 69 69', '+31 (0)53 487 69 69'],
    ['+31 612345678 10 uur', '+31 612345678'],
    ['0031612345678', '0031612345678'],
    ['0031 6 12345678', '0031 6 12345678'],
    ['tel.06-12345678, liefst na 10.00 uur', '06-12345678'],
    ['+49 2562 1234567', '+49 2562 1234567'],
    ['088-1234567', '088-1234567'],
    ['mobiel 6-12345678', '6-12345678'],
  ]);

  describeKind('adres', [
    ['7511 AB', '7511 AB'],
    ['7511AB', '7511AB'],
    ['7511ab', '7511ab'],
    ['woont op 7511 AB Enschede', '7511 AB'],
    ['Dorpsstraat 12, 7511 AB Enschede', 'Dorpsstraat 12, 7511 AB'],
    ['Dorpsstraat 12\n7511 AB Enschede', 'Dorpsstraat 12\n7511 AB'],
    ['Molenveld 8, 7511 AB', 'Molenveld 8, 7511 AB'],
    ['Oude Markt 24-2 7511GB', 'Oude Markt 24-2 7511GB'],
    ['woont aan de Dorpsstraat 12', 'Dorpsstraat 12'],
    ['woont aan de dorpsstraat 12a', 'dorpsstraat 12a'],
    ['Beatrixlaan 3', 'Beatrixlaan 3'],
    ['Oldenzaalseweg 114', 'Oldenzaalseweg 114'],
    ['Stationsplein 1', 'Stationsplein 1'],
    ['Zeedijk 5', 'Zeedijk 5'],
    ['Helmerhof 2', 'Helmerhof 2'],
    ['Prinsengracht 200', 'Prinsengracht 200'],
    ['Haaksbergersingel 18', 'Haaksbergersingel 18'],
    ['Havenkade 8', 'Havenkade 8'],
    ['Molenpad 7', 'Molenpad 7'],
    ['Kerksteeg 1', 'Kerksteeg 1'],
    ['Volkspark 9', 'Volkspark 9'],
    ['Lonneker Es 12', 'Lonneker Es 12'],
    ['Usseleres 12', 'Usseleres 12'],
    ['Hoge Weg 12', 'Hoge Weg 12'],
    ['Van Goghstraat 5', 'Goghstraat 5'],
    ['Burg. Janninkstraat 5', 'Janninkstraat 5'],
    ['Kerkstraat 12 minderjarige kinderen', 'Kerkstraat 12'],
    ['woont Kerkstr. 12', 'Kerkstr. 12'],
    ['Kerkstr 12b', 'Kerkstr 12b'],
    ['kerkstr.12', 'kerkstr.12'],
    ['Burg. Janninkstr. 5, Enschede', 'Janninkstr. 5'],
    ['Beatrixln. 3', 'Beatrixln. 3'],
    ['Stationspl. 1', 'Stationspl. 1'],
    ['Kerkstr. 12, 7511 AB', 'Kerkstr. 12, 7511 AB'],
    ['7511 ab', '7511 ab'],
    ['woont op 7511 ab enschede', '7511 ab'],
    ['Molenveld 8, 7511 ab', 'Molenveld 8, 7511 ab'],
    ['kerkstr. 12 7511ab', 'kerkstr. 12 7511ab'],
    ['woont aan de Laan van Driene 14', 'Laan van Driene 14'],
    ['Weg naar de Bron 3a, 7511 AB Enschede', 'Weg naar de Bron 3a, 7511 AB'],
    ["Plein van 't Hof 3\n7511ab", "Plein van 't Hof 3\n7511ab"],
  ]);

  it.each([
    'In Hof van Twente 12 meldingen, in 2026.',
    'Plein van Enschede 14 dagen dicht',
    'Weg naar Werk 2025',
  ])('finds no address in %j', (text) => {
    expect(listFindings(text)).toEqual([]);
  });

  describeKind('kenteken', [
    ['12-AB-34', '12-AB-34'],
    ['rijdt in een auto met AB-123-C.', 'AB-123-C'],
    ['1-ABC-23', '1-ABC-23'],
    ['een busje (V-12-BCD)', 'V-12-BCD'],
    ['99-XK-BB', '99-XK-BB'],
    ['GB-001-B', 'GB-001-B'],
    ['kenteken: 12ab34', '12ab34'],
    ['kenteken 12 ab 34', '12 ab 34'],
    ['Kentekennummer DE-12-34', 'DE-12-34'],
  ]);

  describeKind('geboortedatum', [
    ['geboren 12-03-1985', '12-03-1985'],
    ['geb. 12/3/85', '12/3/85'],
    ['geb.12-03-1985', '12-03-1985'],
    ['geb. 12 mrt. 1985', '12 mrt. 1985'],
    ["geboren op 12 maart '85", "12 maart '85"],
    ['Geboortedatum: 1985-03-12', '1985-03-12'],
    ['geb.datum 12.03.1985', '12.03.1985'],
    ['geboortedatum\n12 03 1985', '12 03 1985'],
    ['geboortedatum 12031985', '12031985'],
    ['geboortedatum: 19850312', '19850312'],
    ['geb 120361', '120361'],
    ['geb. 120361', '120361'],
    ['geb.120361', '120361'],
    ['geboren 120361 in Almelo', '120361'],
    ['Geboren op: 120361', '120361'],
    ['Geb.datum 610312', '610312'],
    ['geboortedatum 120361', '120361'],
    ['° 12 maart 1985', '12 maart 1985'],
    ['°12-03-1985', '12-03-1985'],
    ['12 maart 1985 te Almelo geboren', '12 maart 1985'],
    ['op 3-11-2024 is een zoon geboren', '3-11-2024'],
    ['de baby is geboren op 3 november 2026', '3 november 2026'],
    ['Op 12 maart 1985 kwam het gezin hier.', '12 maart 1985'],
    ['31-12-2015', '31-12-2015'],
    ['2014-03-12', '2014-03-12'],
    ['12–03–1985', '12–03–1985'],
    ['gesprek 3-11-2026, geboren 1-2-2016', '1-2-2016'],
    ['Gesprek 3-11-2026. Geboortedatum cliënt: 1-2-2018', '1-2-2018'],
    ['1-2-2016 geboren, gesprek 3-11-2026', '1-2-2016'],
  ]);

  it('refuses a BSN and warns about everything else', () => {
    const text =
      'mw. Jansen, geb. 12-03-1985, BSN 123456782, Dorpsstraat 12, 7511 AB, 06-12345678, jan@example.nl, 12-AB-34';
    expect(findPersonalData(text).map(({ soort, severity }) => [soort, severity])).toEqual([
      ['naam', 'waarschuwen'],
      ['geboortedatum', 'waarschuwen'],
      ['bsn', 'weigeren'],
      ['adres', 'waarschuwen'],
      ['telefoon', 'waarschuwen'],
      ['e-mail', 'waarschuwen'],
      ['kenteken', 'waarschuwen'],
    ]);
  });

  it('gives the place of each finding, also after characters of two code units', () => {
    expect(findPersonalData('🙂 cliënt Kees')).toEqual([
      { soort: 'naam', tekst: 'cliënt Kees', begin: 3, end: 14, severity: 'waarschuwen' },
    ]);
  });

  it.each([
    ['dhr. Jansen en mevr. De Boer', ['naam: dhr. Jansen', 'naam: mevr. De Boer']],
    ['mevr. Jansen Dorpsstraat 12', ['naam: mevr. Jansen', 'adres: Dorpsstraat 12']],
    ['06-12345678/053-4876969', ['telefoon: 06-12345678', 'telefoon: 053-4876969']],
    ['BSN 123456789 en 111222333', ['bsn: 123456789', 'bsn: 111222333']],
    ['jan@example.nl;piet@example.nl', ['e-mail: jan@example.nl', 'e-mail: piet@example.nl']],
    ['a@bb.nl@cc.nl', ['e-mail: a@bb.nl']],
    ['7511 AB 7512 CD', ['adres: 7511 AB', 'adres: 7512 CD']],
  ])('finds all in %j', (text, found) => {
    expect(listFindings(text)).toEqual(found);
  });
});
