import type { RequestHandler } from 'express';
import type { Veld } from '../../domain/referral/veld.ts';
import { FILE_FORMATS } from '../../referral/file-formats.ts';
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

/** The field with which a button says what to do with what was typed. */
const ACTIE = 'actie';

/**
 * Sends a form of a referral on to the address that its button stands for, as `formaction` would: text browsers do not
 * know that, and send the form to its own address. Reads nothing anew; an action that is none stays in the form.
 */
export const followReferralAction: RequestHandler<{ tafel: string }> = (req, _res, next) => {
  const form: unknown = req.body;
  if (form instanceof URLSearchParams) {
    const target = findTarget(form.get(ACTIE), encodeURIComponent(req.params.tafel));
    if (target) {
      const [, query = ''] = /\?(.*)$/.exec(req.url) ?? [];
      req.url = `${target.path}?${[query, target.extra].filter((part) => part !== '').join('&')}`;
      if (!target.keeps) form.delete(ACTIE);
    }
  }
  next();
};

/** To the form of another table, with what was typed. */
const TO_OTHER = /^naar-([a-z0-9-]{1,100})$/;
/** What the page of the case does with what was typed: it takes the action itself too. */
const TO_CASUS = /^(?:bewaar|zet|pakket-.*)$/;

/** Where an action goes, with what more in the query. */
function findTarget(actie: string | null, tafel: string) {
  const here = `/verwijzen/${tafel}`;
  if (actie === null) return null;
  if (Object.hasOwn(FILE_FORMATS, actie)) return { path: `${here}/${actie}`, extra: '', keeps: false };
  if (actie === 'wijzigen') return { path: here, extra: 'wijzigen', keeps: false };
  if (actie === 'bestand') return { path: '/casus/bestand', extra: `tafel=${tafel}`, keeps: false };
  const [, other] = TO_OTHER.exec(actie) ?? [];
  if (other) return { path: `/verwijzen/${other}`, extra: 'wijzigen&meenemen', keeps: false };
  return TO_CASUS.test(actie) ? { path: '/casus', extra: `tafel=${tafel}`, keeps: true } : null;
}
