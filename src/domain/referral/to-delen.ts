import type { Blok } from '../ports/pakket-pdf.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import { toSecties } from './to-secties.ts';

/** A piece of the text that is pasted into a field of somebody else's form. */
export interface Deel {
  readonly naam: string;
  readonly tekst: string;
}

/** The package in pieces: each fact or answer by itself, a table or list of a part together. */
export function toDelen(pakket: VerwijsPakket): Deel[] {
  return toSecties(pakket).flatMap(({ kop, blokken }) => {
    // The rows of a plan belong together: a piece of it means nothing alone.
    const los = blokken.length === 1;
    const delen = blokken.flatMap((blok): Deel[] =>
      blok.soort === 'gegevens' && los
        ? blok.rijen.map(({ naam, waarde }) => ({ naam, tekst: waarde }))
        : [{ naam: kop, tekst: toTekst(blok) }],
    );
    return delen.every(({ naam }) => naam === kop)
      ? [{ naam: kop, tekst: delen.map(({ tekst }) => tekst).join('\n\n') }]
      : delen;
  });
}

function toTekst(blok: Blok): string {
  switch (blok.soort) {
    case 'gegevens':
      return blok.rijen.map(({ naam, waarde }) => `${naam}: ${waarde}`).join('\n');
    case 'lijst':
      return blok.items.map((item) => `- ${item}`).join('\n');
    case 'tabel':
      return blok.rijen
        .map(([eerste = '', ...rest]) => [eerste, ...rest.filter(Boolean)].join('\n  '))
        .join('\n');
    default:
      return blok.tekst;
  }
}
