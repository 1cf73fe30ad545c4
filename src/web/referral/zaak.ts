import type { Advies } from '../../domain/advice/advies.ts';
import { toClockText, toDutchDate } from '../../domain/calendar.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { ReferralCase } from '../../domain/referral/compose-verwijzing.ts';
import type { Soort } from '../../domain/referral/needed-fields.ts';
import type { Say } from '../../domain/texts.ts';
import type { Carried } from '../carried.ts';
import type { Crumb } from '../page.ts';
import type { Stand } from '../stand-param.ts';

/** A case at the table it is referred to, with the stand that its links carry, and the case file that its posts carry. */
export interface Zaak extends ReferralCase {
  readonly stand: Stand;
  readonly mee: readonly Carried[];
}

/** The trail to what belongs to the referral to one table; in a case without links, which would leave it behind. */
export function toCrumbs(
  say: Say,
  { stand, mee, oordeel }: Pick<Zaak, 'stand' | 'mee' | 'oordeel'>,
): Crumb[] {
  const before: Crumb =
    mee.length > 0 ? { tekst: say('casus.kruimel') } : { tekst: 'Advies', href: stand.link('/advies') };
  return [before, { tekst: oordeel.tafel.korteNaam }];
}

/** What a page shows of the case that it carries; null outside one. A field that was emptied must be told to the case. */
export function toInCasus({ mee }: Zaak, values: Readonly<Record<string, string>>) {
  if (mee.length === 0) return null;
  const emptied = Object.keys(values).filter((naam) => values[naam] === '');
  return { mee, emptied };
}

/** What is made, and for which table: the heading of the form and the preview, in the words of the button. */
export function toHeading(say: Say, { inZin, kanaal }: Overlegtafel, soort: Soort): string {
  return say(`verwijzen.kop-${toKind(kanaal.soort, soort)}`, { tafel: inZin });
}

function toKind(kanaal: Overlegtafel['kanaal']['soort'], soort: Soort) {
  // In a crisis one calls, also to ask another to refer.
  if (kanaal === 'telefoon') return 'belkaart';
  return soort === 'aanmelding' && kanaal === 'webformulier' ? 'melding' : soort;
}

/** Where what was typed for a table can go along to: each other table of the advice. */
export function toTakeAlong(
  { tafels, voorzieningen, overlegtafels }: Pick<Advies, 'tafels' | 'voorzieningen' | 'overlegtafels'>,
  here: Overlegtafel,
) {
  const advised = new Set([...tafels, ...voorzieningen]);
  return {
    tafels: overlegtafels
      .filter(({ tafel }) => advised.has(tafel.id) && tafel.id !== here.id)
      .map(({ tafel: { id, inZin } }) => ({ id, inZin })),
  };
}

/** Until when what is typed on a page with this stand can be sent: the time, and whether that is tomorrow. */
export function toUntil(stand: Stand, now: Date): { readonly tijd: string; readonly morgen: boolean } {
  const until = stand.until();
  return { tijd: toClockText(until), morgen: toDutchDate(until) !== toDutchDate(now) };
}
