import type { Veld } from '../../domain/referral/veld.ts';
import { listCarried } from '../carried.ts';
import { checkVelden } from '../form.ts';

/** The box with which a sender gives the receiver the case file too, inside the PDF. */
export const MET_CASUS = 'casusbestand';

/**
 * The fields of the form that were sent. `also` may be in it once as well, and so may the case that travels along, and
 * the box that asks for it in the PDF.
 * @throws BadRequest for a field that it does not have, or has once.
 */
export function readReferralVelden(
  form: URLSearchParams,
  velden: readonly Veld[],
  also: readonly string[] = [],
): Record<string, string> {
  const names = velden.map(({ pad }) => pad);
  checkVelden(form, [...names, ...also, ...listCarried(form), MET_CASUS], ['bevestigd']);
  return pickVelden(form, velden);
}

/** The fields of the form that this table has too, also when it comes from the form of another one. */
export function pickVelden(form: URLSearchParams, velden: readonly Veld[]): Record<string, string> {
  return Object.fromEntries(
    velden.flatMap(({ pad }) => {
      const waarde = form.get(pad);
      return waarde === null ? [] : [[pad, waarde]];
    }),
  );
}
