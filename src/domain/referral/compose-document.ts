import type { PakketDocument, Sectie } from '../ports/pakket-pdf.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import { shortenBelkaart } from './shorten-belkaart.ts';
import type { BelStap } from './to-belkaart.ts';
import { toSecties } from './to-secties.ts';

/** The package as a document: the same parts as the mail, for a PDF. `datum` is the day of making, YYYY-MM-DD. */
export function composeDocument(pakket: VerwijsPakket, datum: string): PakketDocument {
  const { mail, model, tafel, status, belkaart, ontbreekt } = pakket;
  return {
    titel: mail.onderwerp,
    casuscode: model.verwijzing.casuscode ?? '',
    tafelNaam: tafel.naam,
    datum,
    concept: status === 'concept',
    eenBladzijde: belkaart !== null,
    secties: belkaart
      ? toBelkaartSecties(pakket, belkaart)
      : [
          ...(ontbreekt.length > 0
            ? [
                {
                  kop: 'Wat nog ontbreekt',
                  blokken: [{ soort: 'lijst' as const, items: ontbreekt.map(({ tekst }) => tekst) }],
                },
              ]
            : []),
          ...toSecties(pakket),
        ],
  };
}

/** One page: whom to call above it, then the steps. */
function toBelkaartSecties({ ontvanger, model }: VerwijsPakket, belkaart: readonly BelStap[]): Sectie[] {
  const nummer = model.via === null ? (model.adres ?? model.adresOnbekend) : null;
  return [
    {
      kop: `Bel nu ${ontvanger}`,
      blokken: [
        {
          soort: 'melding',
          tekst: ['Is iemand in direct gevaar? Bel eerst 112.', ...(nummer ? [nummer] : [])].join('\n'),
        },
      ],
    },
    ...shortenBelkaart(belkaart).map(
      ({ nummer: plaats, kop, rijen }): Sectie => ({
        kop: `${plaats}. ${kop}`,
        blokken: [{ soort: 'gegevens', rijen }],
      }),
    ),
  ];
}
