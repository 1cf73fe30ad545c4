import { toDatumTekst } from '../datum-tekst.ts';
import type { AgendaItem } from '../ports/agenda-item.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { Termijn } from './tafel-termijn.ts';

/** The last day to hand in, as an entry for a calendar; null without a deadline. */
export function composeAgendaItem(
  { tafel, mail, kanaal, model }: VerwijsPakket,
  termijn: Termijn | null,
  nu: Date,
): AgendaItem | null {
  return (
    termijn && {
      // The same deadline of the same code is the same entry in a calendar.
      uid: `${tafel.id}-${termijn.overlegdatum}-${model.verwijzing.casuscode}@rdm-wegwijzer.invalid`,
      titel: `Laatste dag: ${mail.onderwerp}`,
      datum: termijn.uiterlijk,
      omschrijving: `${kanaal.naam}. ${tafel.termijn?.tekst ?? ''} Het overleg is op ${toDatumTekst(termijn.overlegdatum)}.`,
      herinneringDagen: 7,
      nu,
    }
  );
}
