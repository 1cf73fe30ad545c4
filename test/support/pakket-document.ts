import { type CasePaper, toCasePaper } from '../../src/domain/referral/package-paper.ts';
import type { Block, PaperDocument } from '../../src/domain/referral/paper-document.ts';
import { say } from './texts.ts';

export const SENTENCE =
  'De zorgaanbieder sprak met het wijkteam over de situatie, en legde die zorgvuldig vast. ';

/** A package as a table gets it, with these blocks in one section. */
export function toPakket(blokken: readonly Block[], anders: Partial<CasePaper> = {}): PaperDocument {
  return toCasePaper(say, {
    titel: 'Verwijzing naar TopX',
    casuscode: 'TW-2026-001',
    tafelName: 'TopX / ketencasusoverleg',
    datum: '2026-11-21',
    concept: false,
    onePage: false,
    bijlage: null,
    secties: [{ kop: 'Hulpvraag', blokken }],
    ...anders,
  });
}

/** A complete package of the usual size: about four pages. */
export const PLAIN_PAKKET: PaperDocument = toPakket([], {
  secties: [
    {
      kop: 'Hulpvraag en gewenste uitkomst',
      blokken: [
        { soort: 'melding', tekst: 'Nog niet bekend: of er een veiligheidsprobleem is in het gebied.' },
        { soort: 'alinea', tekst: SENTENCE.repeat(8) },
        { soort: 'lijst', items: [SENTENCE, 'Kort.', SENTENCE.repeat(2)] },
      ],
    },
    {
      kop: 'Criteria',
      blokken: [
        {
          soort: 'tabel',
          bijschrift: 'Criteria, met de onderbouwing',
          koppen: ['Criterium', 'Oordeel', 'Onderbouwing', 'Van wie', 'Datum'],
          rijen: Array.from({ length: 12 }, (_, index) => [
            `Criterium ${index + 1} over de veiligheid in de wijk`,
            'voldoet',
            SENTENCE.repeat(2),
            'wijkagent',
            '2026-11-01',
          ]),
        },
      ],
    },
    {
      kop: 'Wie verwijst',
      blokken: [
        {
          soort: 'gegevens',
          rijen: [
            { naam: 'Functie', waarde: 'procesmanager' },
            { naam: 'Wat de persoon er zelf van vindt', waarde: SENTENCE.repeat(6) },
          ],
        },
      ],
    },
  ],
});
