import type { ReferralCase } from '../../domain/referral/compose-verwijzing.ts';
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
