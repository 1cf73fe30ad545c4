import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts';

function describeHarmless(what: string, texts: string[]): void {
  describe(`lets pass: ${what}`, () => {
    it.each(texts)('%j', (text) => {
      expect(findPersonalData(text)).toEqual([]);
    });
  });
}

describe('findPersonalData', () => {
  describeHarmless('dates, years and times', [
    'Het overleg is op 14 december 2026.',
    'Besproken op 03-11-2026 om 10:00 uur.',
    'Besproken op 06-11-2026 10.00 uur.',
    '06-11-26 10.30 uur',
    '06 11 2026 om 10',
    '06/11/2026 14.30 - 15.30',
    'gesprek 3/11/26',
    '2026-11-03',
    '2026-11-03T10:00:00',
    'Van 2014 tot 2026, in 1985 en in 2015.',
    'maart 1985',
    'Opname in 2019 2020 2021',
    'elke maandag van 09.00 tot 17.00 uur, 24/7, 3x per week',
    'Geboren en getogen in Almelo; het overleg is op 14 december 2026',
    'Sinds 1 november 2025 geen contact. Geboren in Almelo.',
    'De zorg is geboren uit nood.',
    'Uitslag 38 °C op 3-11-2026',
    'stap 1, 2 en 3; 12-99-1985 bestaat niet',
  ]);

  describeHarmless('codes and numbers', [
    'TW-2026-014',
    'ENS-2026-000123',
    'casuscode TW-2026-014 en ENS-2026-000123.',
    'casuscode AB-123-C',
    'TW-26-14',
    'TW-2026-014-12',
    'TW-2026-14-104',
    'TW-12-03-2014',
    'HGL-2026-0612',
    'dossier 2026-00123',
    '1234567820',
    '12345678',
    '1234567821234',
    '123456789',
    '2026-123456782',
    'NL43WEGW0123456789',
    'NL44 WEGW 0123 4567',
    'BE31 mensen',
    'cliëntnummer TW-2026-014',
    'cliënt 12 jaar, cliënt nr. 3 op de lijst',
    'cliënten: 120 in 2026',
    'Polis nummer onbekend, V-nummer onbekend',
    'variant V 1234567890',
    'dossier 120361, gebouw 120361, geb. 991361',
    '12/1234567-25 en 8/123456-25',
    'TW-08-123456-25',
    '€ 1.250,00 en € 123.456.782',
    'BSN onbekend, zie TW-2026-0014',
    'zonder BSN',
    '1200 mg, 1500mg, 7500 op de rekening, 1200 km, 1850 eu, 7511 is genoeg',
    '100%, 2,5 mg, 48 uur, 21 dagen, 72 euro per uur',
    'v2.0.12 en 10.0.0.12',
    '9-1-1 en 1-2-3',
    'de P10-aanpak, Z&V, CO24dak en VIS2',
    'In 2026 OM en politie gesproken',
    'Sinds 2024 VG-zorg; 1940 SS',
  ]);

  describeHarmless('shared phone numbers', [
    'Bel 112 of 113.',
    '0800-1205',
    '0800-0113 of 113',
    '0800 2000',
    '0800-1205 10 uur per dag',
    '0900-8844',
    '0800-0201234',
    'de cijfers 0 en 1',
  ]);

  describeHarmless('almost an e-mail address or a licence plate', [
    'stuur @wijkteam een bericht',
    'a@b',
    'a@10.30 uur',
    '@ 10 uur',
    '1-op-100 begeleiding',
    '12-uurs opvang',
    'COVID-19, F-16, A-1, B-12',
    'kenteken onbekend',
    'ENS-12-AB-34',
  ]);

  describeHarmless('words that look like a street', [
    'proces 2, adres 12, zes 12, keuzes 3',
    'Proces 2',
    'Adres 12',
    'Sessies 4',
    'Zorgpad 2 is gekozen',
    'Tijdpad 2026',
    'Wijkplein 2026',
    'Ter Laan 3 meldingen',
    'onderweg 2 keer gestopt',
    'op straat 3 nachten geslapen',
    'Mevrouw is 45 jaar',
    'Wet 12',
    'Art. 12, nr. 3, Reg. 4',
    'Plan in punt.12 en str. 4',
    'blokkade 2',
    'zijpad 3 en proefpark 4',
    'Snelweg 35',
    'overlast in de Kerkstraat',
    'in de Kerkstraat 12 keer overlast',
    'in de Kerkstraat 14 december 2026',
    'Vergadering 3',
    'Arbeidsmarkt 2026',
  ]);

  describeHarmless('roles and people without a name', [
    'de procesmanager, de wijkcoach en de huisarts',
    'mevrouw is boos',
    'Mevrouw belt vaak.',
    'Gesproken met mevrouw. De wijkcoach was erbij.',
    'Gesproken met mw. Zij wil hulp.',
    'Gesproken met dhr. De politie was erbij.',
    'mevrouw A. en meneer B.',
    'mevrouw X',
    'cliënt A',
    'cliënt Moeder',
    'de heer en mevrouw',
    'de heer',
    'Cliënt woont alleen.',
    'Cliënt Woont alleen.',
    'Cliënt. Moeder. Vader.',
    'Moeder Is bezorgd',
    'De moeder De school',
    'Moeder\nVader',
    'zijn moeder en haar zoon',
    'familie en vrienden',
    'De familie Is betrokken',
    'partner van cliënt',
    'vader van Poolse afkomst',
    'moeder Turkse',
    'Bewoner Wijkteam',
    'mr. in de rechten',
    'MR Twente',
    'MW Enschede',
    'ING Bank',
    'dr. is gebeld',
    'naam: onbekend',
    'Naam: Onbekend',
    'Naam: n.v.t.',
    'De naam is bekend bij de wijkcoach',
    'Organisatienaam: Mediant',
    'Hij heet van niets te weten',
    'Het overleg heet TopX',
    'een overleg genaamd TopX',
    'MEVROUW IS BOOS',
  ]);

  describeHarmless('organisations, laws and places', [
    'cliënt Mediant',
    'cliënt van Mediant',
    'cliënt van Huize Avondrust',
    'cliënt Dimence en Tactus',
    'patiënt Wlz',
    'cliënt LVB',
    'cliënt WSNP',
    'moeder HBO',
    'cliënt GGZ-instelling',
    'bewoner Enschede',
    'bewoner van Almelo',
    'partner Veilig Thuis',
    'de partner Zorgkantoor',
    'moeder CCE',
    'cliënt Wmo, Wlz of Zvw',
    'Zorg- en Veiligheidshuis Twente',
    'Regio OostNL Hoogcomplex van Pro Persona',
    'Gemeente Hof van Twente',
    'Openbaar Ministerie en Reclassering Nederland',
    'Zorg B.V. Twente',
    'Zorg B.V. Avondrust',
    'G.G.Z. Twente',
  ]);

  describeHarmless('words in capitals', [
    'cliënt GGZ Twente',
    'cliënt WLZ ZIN',
    'cliënt PGB ZIN',
    'cliënt ZZP VV THUIS',
    'cliënt UWV WAJONG',
    'cliënt AGRESSIEF',
    'cliënt NOOIT alleen thuis laten',
    'cliënt IQ ROND de 65',
    'cliënt van het CAK THUIS',
    'de heer van het CAK',
    'de heer VAN HET CAK',
    'de heer van de VNG TWENTE',
    'mevrouw CIZ',
    'gezin OTS UHP',
    'man LVB PTSS',
    'moeder HBO PABO',
    'zoon MBO NIVEAU 2',
    'vader OVERLEDEN',
    'broer GEDETINEERD in ALMELO',
    'moeder TURKSE',
    'naam: BEO',
    'Naam: CAK CIZ',
    'naam: GGZ TWENTE',
    'CLIËNT EET SLECHT',
    'DE HEER WIL NAAR HUIS',
    'BROER WOONT THUIS',
    'ZUS REGELT DE POST, BROER HOUDT AFSTAND.',
    'MOEDER EET SLECHT',
    'VADER BEDREIGDE DE BUREN',
    'MOEDER OPGENOMEN',
    'buurman DREIGT met een mes',
    'buurman MISHANDELT zijn hond',
    'vader STERFT binnenkort',
    'zoon VERNIELDE de deur',
  ]);

  describeHarmless('letters that are no initials', [
    'plan A. Daarna plan B. Dit werkt.',
    'Plan B. Kees',
    'A. Inleiding',
    'B. Hulpvraag',
    'vitamine D. Artsen',
    'Zie punt C. Mediant doet mee.',
  ]);

  it('lets a whole anonymous referral pass', () => {
    const text = `Casuscode: TW-2026-014. Besproken op 3 november 2026 met het wijkteam van Enschede.
Hulpvraag: Cliënt (man, 45 jaar) woont sinds 2019 alleen. Moeder en zus zijn betrokken. Hij kreeg zorg van Mediant
en Tactus, met een Wmo-indicatie. In 2024 en 2025 waren er 12 meldingen van overlast. Kosten: € 1.250,00 per maand.
Wij hebben 112 gebeld op 14-10-2026 om 23.15 uur. De procesmanager heeft de regie. Volgend overleg: 14 december 2026,
10.00-11.30 uur. Bij zorgen: 0800-1205. De heer is geïnformeerd en akkoord. Cliënt wil graag een eigen plek.
Stap 1, 2 en 3 zijn doorlopen. Het CCE is betrokken. De Regiotafel heeft de casus niet eerder besproken.`;
    expect(findPersonalData(text)).toEqual([]);
  });
});
