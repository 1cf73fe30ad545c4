import type { PakketDocument, Sectie } from '../ports/pakket-pdf.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { BelStap } from './to-belkaart.ts';
import { toSecties } from './to-secties.ts';

/** How long a value on the belkaart may be, in characters: it has to stay one page. The text has all of it. */
const MAX_OP_BELKAART = 150;

/** The package as a document: the same parts as the mail, for a PDF. `datum` is the day of making, YYYY-MM-DD. */
export function composeDocument(pakket: VerwijsPakket, datum: string): PakketDocument {
  const { mail, model, tafel, status, belkaart, ontbreekt } = pakket;
  return {
    titel: mail.onderwerp,
    casuscode: model.verwijzing.casuscode ?? '',
    tafelNaam: tafel.naam,
    datum,
    concept: status === 'concept',
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
  const nummer = model.adres ?? model.adresOnbekend;
  return [
    {
      kop: `Bel nu ${ontvanger}`,
      blokken: [
        {
          soort: 'melding',
          tekst: ['Is iemand in direct gevaar? Bel eerst 112.', model.via === null ? nummer : null]
            .filter((regel) => regel !== null)
            .join('\n'),
        },
      ],
    },
    ...belkaart.map(
      ({ nummer: plaats, kop, rijen }): Sectie => ({
        kop: `${plaats}. ${kop}`,
        blokken: [
          {
            soort: 'gegevens',
            rijen: rijen.map(({ naam, waarde }) => ({ naam, waarde: cutShort(waarde) })),
          },
        ],
      }),
    ),
  ];
}

/** Cut at a word, on one line, with where the rest stands. */
function cutShort(tekst: string): string {
  const regel = tekst.replaceAll(/\s+/g, ' ');
  if (regel.length <= MAX_OP_BELKAART) return regel;
  return `${regel.slice(0, MAX_OP_BELKAART).replace(/ \S*$/, '')}… (de rest staat in de tekst)`;
}
