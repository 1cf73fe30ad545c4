import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { Soort } from '../../domain/referral/needed-fields.ts';
import type { Say } from '../../domain/texts.ts';

/** What is made, and for which table: the heading of the form and the preview, in the words of the button. */
export function toHeading(say: Say, { inZin, kanaal }: Overlegtafel, soort: Soort): string {
  return say(`verwijzen.kop-${toKind(kanaal.soort, soort)}`, { tafel: inZin });
}

function toKind(kanaal: Overlegtafel['kanaal']['soort'], soort: Soort) {
  // In a crisis one calls, also to ask another to refer.
  if (kanaal === 'telefoon') return 'belkaart';
  return soort === 'aanmelding' && kanaal === 'webformulier' ? 'melding' : soort;
}
